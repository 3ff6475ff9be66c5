import { parseScript } from '../syntax/script.ts';
import type { Script } from '../syntax/script.ts';
import type { Span } from '../syntax/tree/base.ts';
import { anchorsOf } from './locate/anchors.ts';
import { placeOf } from './locate/place.ts';
import { readMessage } from './locate/readMessage.ts';
import { statedPosition } from './locate/statedPosition.ts';

/** One finding of the service, placed in the job's code. Offsets are UTF-16 units; `end` is exclusive. */
export interface LocatedError {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** The ERR_ID, such as `PAR-00000001`; the innermost when errors are nested. */
  readonly code?: string;
  /** The service's advice (ACTION). */
  readonly hint?: string;
}

/**
 * Finds the characters of `code` that an error text of the service speaks of. A text that states no place is put where
 * it belongs, at last on the first line of the script. Never throws, never answers nothing.
 */
export function locateServiceError(message: string, code: string): readonly LocatedError[] {
  const { blocks, severity } = readMessage(message);
  const inner = blocks.at(-1);
  const text = inner?.cause ?? message;
  const errorCode = blocks.findLast(block => block.code !== undefined)?.code;
  const hint = blocks.findLast(block => block.action !== undefined)?.action;
  const table = blocks
    .map(block => /table '([^']+)' as/.exec(block.cause)?.[1])
    .find(name => name !== undefined);
  const script = parseScript(code);
  return places(
    script,
    text,
    blocks.map(block => block.cause),
    table,
  ).map(({ start, end }) => ({
    start,
    end,
    message: text === '' ? message : text,
    severity,
    ...(errorCode === undefined ? {} : { code: errorCode }),
    ...(hint === undefined ? {} : { hint }),
  }));
}

function places(script: Script, text: string, causes: readonly string[], table: string | undefined): Span[] {
  const stated = statedPosition(text);
  // A position behind "could not create table" counts in a text the service generated, unless it is the parser's own.
  const isUsable =
    stated !== undefined && (table === undefined || (stated.style !== 'range' && stated.style !== 'point'));
  if (isUsable) return [placeOf(script, stated)];
  for (const cause of [...causes].reverse()) {
    const found = anchorsOf(script, cause, table);
    if (found.length > 0) return found;
  }
  return [firstLine(script)];
}

/** The first line of the first statement, without the blanks around it; of the text, when there is none. */
function firstLine({ text, statements }: Script): Span {
  const first = statements[0];
  const start = first === undefined ? 0 : first.offset + (first.statement.tokens.starts[0] ?? 0);
  const lineEnd = text.slice(start).search(/[\r\n]/);
  return { start, end: lineEnd < 0 ? text.length : start + lineEnd };
}
