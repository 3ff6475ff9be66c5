import { END } from '../../syntax/lexer/tokens.ts';
import { LineMap } from '../../syntax/positions.ts';
import type { Position } from '../../syntax/positions.ts';
import type { PlacedStatement, Script } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { StatedPosition } from './statedPosition.ts';

/** A place of the script, in the statement it lies in. */
interface Candidate {
  readonly offset: number;
  readonly placed: PlacedStatement | undefined;
}

/** The offset of a column that counts from `base` on; an escaped semicolon is one character for the service. */
function columnOffset(text: string, base: number, column: number): number {
  let offset = base;
  for (let left = column - 1; left > 0 && offset < text.length; left--)
    offset += text.startsWith('\\;', offset) ? 2 : 1;
  return offset;
}

/**
 * Where a position may lie: counted from the line's start, and from each semicolon on the line behind which a statement
 * begins (the service pads lines, not columns).
 */
function candidates(script: Script, lines: LineMap, { line, column }: Position): Candidate[] {
  const start = lines.lineStart(line);
  const end = lines.lineStart(line + 1);
  const result: Candidate[] = [];
  let before: PlacedStatement | undefined;
  for (const placed of script.statements) {
    const last = placed.offset + placed.statement.text.length;
    if (placed.offset <= start && last >= start) before = placed;
    if (placed.offset <= start || placed.offset >= end) continue;
    const offset = columnOffset(script.text, placed.offset, column);
    if (offset <= last) result.push({ offset, placed });
  }
  const plain = columnOffset(script.text, start, column);
  return [{ offset: Math.min(plain, script.text.length), placed: before }, ...result];
}

/** Whether our own parser blames this very place of the statement. */
function blames({ offset, placed }: Candidate): boolean {
  return (
    placed?.statement.problems.some(problem => placed.offset + problem.service.start === offset) ?? false
  );
}

function holdsText(script: Script, { offset, placed }: Candidate, found: string): boolean {
  if (found === '<EOF>')
    return placed !== undefined && offset >= placed.offset + placed.statement.text.length - 1;
  const [word = found] = found.split(' ');
  return script.text.startsWith(word, offset);
}

function choose(
  script: Script,
  found: string | undefined,
  options: readonly Candidate[],
): Candidate | undefined {
  const fitting = found === undefined ? options : options.filter(option => holdsText(script, option, found));
  const pool = fitting.length > 0 ? fitting : options;
  return pool.find(blames) ?? pool.find(option => option.placed !== undefined) ?? pool[0];
}

/** The range of the token at an offset, `skip` tokens on. */
function tokenRange(placed: PlacedStatement, offset: number, skip: number): Span {
  const { types, starts, ends } = placed.statement.tokens;
  const at = offset - placed.offset;
  const found = ends.findIndex((end, i) => at < end && types[i] !== END);
  const last = types.length - 2;
  const index = Math.max(0, Math.min((found < 0 ? last : found) + skip, last));
  return { start: placed.offset + (starts[index] ?? 0), end: placed.offset + (ends[index] ?? 0) };
}

/** Signs the service blames in place of what stands behind them (it looks two tokens ahead). */
const BLAMED_FOR_THE_NEXT = new Set([',', 'AS', '(', '.', 'FROM']);

function tokensToSkip(stated: StatedPosition): number {
  if (stated.style === 'trailing') return /^Duplicate column name/.test(stated.text) ? 1 : 0;
  if (stated.style !== 'encountered' || stated.found === undefined) return 0;
  if (/^\S+ \S/.test(stated.found)) return 1;
  return BLAMED_FOR_THE_NEXT.has(stated.found.toUpperCase()) ? 1 : 0;
}

/** The characters a stated position means, corrected for what is known of how the service states it. */
export function placeOf(script: Script, stated: StatedPosition): Span {
  const lines = new LineMap(script.text);
  const chosen = choose(script, stated.found, candidates(script, lines, stated.from));
  if (chosen === undefined) return { start: 0, end: 0 };
  const { offset, placed } = chosen;
  if (placed === undefined) return { start: offset, end: Math.min(offset + 1, script.text.length) };
  const own = placed.statement.problems.find(problem => placed.offset + problem.service.start === offset);
  if (own !== undefined && stated.style !== 'range')
    return { start: placed.offset + own.start, end: placed.offset + own.end };
  if (stated.style === 'range' && stated.to !== undefined) {
    const sameLine = stated.to.line === stated.from.line;
    const end = sameLine
      ? offset + stated.to.column - stated.from.column + 1
      : lines.offset({ line: stated.to.line, column: stated.to.column + 1 });
    return { start: offset, end: Math.min(Math.max(end, offset + 1), script.text.length) };
  }
  return tokenRange(placed, offset, tokensToSkip(stated));
}
