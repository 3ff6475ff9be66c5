import type { Script, Statement } from '../../syntax/script.ts';
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
  const found: DocumentLink[] = [];
  for (const { offset, statement } of placed)
    for (const link of linksOf(statement)) {
      const [start, end] = [offset + link.start, offset + link.end];
      if (range === undefined || (start <= range.end && end >= range.start))
        found.push({ ...link, start, end });
    }
  return found;
}

const known = new WeakMap<Statement, readonly DocumentLink[]>();
const NONE: readonly DocumentLink[] = [];

/** The links of one statement, in order; offsets count from its start. */
function linksOf(statement: Statement): readonly DocumentLink[] {
  let links = known.get(statement);
  if (links === undefined) {
    const found = [...parameters(statement), ...classes(statement)].sort((a, b) => a.start - b.start);
    links = found.length === 0 ? NONE : found;
    known.set(statement, links);
  }
  return links;
}

function parameters({ text, tokens }: Statement): DocumentLink[] {
  if (!text.includes('${')) return [];
  const { comments } = tokens;
  const found: DocumentLink[] = [];
  let next = 0;
  for (const match of text.matchAll(PARAMETER)) {
    while (next < comments.length && (comments[next + 1] ?? 0) <= match.index) next += 2;
    if ((comments[next] ?? Infinity) <= match.index) continue;
    const start = match.index;
    found.push({ kind: 'parameter', name: match[1] ?? '', start, end: start + match[0].length });
  }
  return found;
}

function classes({ node, text }: Statement): DocumentLink[] {
  if (node?.kind !== 'createFunction') return [];
  const { start, end, value } = node.className;
  const open = text.indexOf("'", start);
  // A name put together of parameters is none anybody could look for.
  if (open < 0 || open >= end - 1 || value.trim() === '' || value.includes('${')) return [];
  return [{ kind: 'class', name: value.trim(), start: open + 1, end: end - 1 }];
}
