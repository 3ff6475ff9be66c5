import type { Range } from 'vscode-languageserver';
import type { Span } from '../../language/syntax/tree/base.ts';
import type { LineTable } from './lineTable.ts';

/** A span of a document's text as the protocol's range. */
export function rangeOf({ start, end }: Span, lines: LineTable): Range {
  return { start: lines.positionAt(start), end: lines.positionAt(end) };
}

/** The protocol's range as a span, its ends in order. */
export function spanOf({ start, end }: Range, lines: LineTable): Span {
  const [a, b] = [lines.offsetAt(start), lines.offsetAt(end)];
  return { start: Math.min(a, b), end: Math.max(a, b) };
}
