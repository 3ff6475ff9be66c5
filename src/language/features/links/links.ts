import type { PlacedStatement, Script } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { statementsWithin } from '../within.ts';

/** A place that stands for something outside of the script. Offsets in UTF-16 units. */
export type DocumentLink = Span &
  (
    | {
        /** `${name}`, the sign and braces included: a parameter of the job. */
        readonly kind: 'parameter';
        readonly name: string;
      }
    | {
        /** The text of CREATE FUNCTION without its quotes: a class of an uploaded package. */
        readonly kind: 'class';
        readonly name: string;
      }
  );

const PARAMETER = /\$\{\s*([^${}'"`;\s]+)\s*\}/g;

/** The job parameters and classes a script names, in a range or as a whole, in order. Comments hold none. */
export function documentLinks(script: Script, range?: Span): DocumentLink[] {
  const placed = range === undefined ? script.statements : statementsWithin(script.statements, range);
  return placed
    .flatMap(item => [...parameters(item), ...classes(item)])
    .filter(link => range === undefined || (link.start <= range.end && link.end >= range.start))
    .sort((a, b) => a.start - b.start);
}

function parameters({ offset, statement }: PlacedStatement): DocumentLink[] {
  const { text, tokens } = statement;
  if (!text.includes('${')) return [];
  const { comments } = tokens;
  const found: DocumentLink[] = [];
  let next = 0;
  for (const match of text.matchAll(PARAMETER)) {
    while (next < comments.length && (comments[next + 1] ?? 0) <= match.index) next += 2;
    if ((comments[next] ?? Infinity) <= match.index) continue;
    const start = offset + match.index;
    found.push({ kind: 'parameter', name: match[1] ?? '', start, end: start + match[0].length });
  }
  return found;
}

function classes({ offset, statement }: PlacedStatement): DocumentLink[] {
  const { node, text } = statement;
  if (node?.kind !== 'createFunction') return [];
  const { start, end, value } = node.className;
  const open = text.indexOf("'", start);
  // A name put together of parameters is none anybody could look for.
  if (open < 0 || open >= end - 1 || value.trim() === '' || value.includes('${')) return [];
  return [{ kind: 'class', name: value.trim(), start: offset + open + 1, end: offset + end - 1 }];
}
