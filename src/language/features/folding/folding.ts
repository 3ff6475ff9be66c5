import { LineMap } from '../../syntax/positions.ts';
import type { PlacedStatement, Script } from '../../syntax/script.ts';

/** Lines count from 1, both included. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'code' | 'comment' | 'region';
}

const REGION = /^--\s*#?(region|endregion)\b/i;

interface Comment {
  readonly text: string;
  readonly firstLine: number;
  readonly lastLine: number;
  /** Whether nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

/**
 * What can be folded: statements, lists in parentheses, CASE, comments over several lines, runs of line comments, and
 * what stands between `--region` and `--endregion`. Sorted by first line; linear in the length of the script.
 */
export function foldingRanges(script: Script): FoldingRange[] {
  const lines = new LineMap(script.text);
  const found = new Folds();
  const comments: Comment[] = [];
  for (const placed of script.statements) {
    foldStatement(placed, lines, found);
    for (const comment of commentsOf(placed, script.text, lines)) comments.push(comment);
  }
  for (const comment of trailingComments(script, lines)) comments.push(comment);
  foldComments(comments, found);
  foldRegions(comments, found);
  return found.sorted();
}

/** Collects ranges; of several that begin on one line and are of one kind, the longest counts. */
class Folds {
  private readonly ranges = new Map<string, FoldingRange>();

  add(startLine: number, endLine: number, kind: FoldingRange['kind']): void {
    const key = `${kind} ${startLine}`;
    if (endLine <= startLine || (this.ranges.get(key)?.endLine ?? 0) >= endLine) return;
    this.ranges.set(key, { startLine, endLine, kind });
  }

  sorted(): FoldingRange[] {
    return [...this.ranges.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  }
}

function foldStatement({ offset, statement }: PlacedStatement, lines: LineMap, found: Folds): void {
  const { types, starts, ends } = statement.tokens;
  const lineOf = (at: number): number => lines.position(offset + at).line;
  const last = types.length - 2;
  if (last < 0) return;
  found.add(lineOf(starts[0] ?? 0), lineOf((ends[last] ?? 1) - 1), 'code');
  const open: { line: number; close: string }[] = [];
  for (let i = 0; i <= last; i++) {
    const type = types[i] ?? '';
    if (type === '(' || type === 'CASE')
      open.push({ line: lineOf(starts[i] ?? 0), close: type === '(' ? ')' : 'END' });
    else if (open.at(-1)?.close === type) {
      const line = open.pop()?.line ?? 0;
      // The closing sign stays in view when it begins its line.
      const end = lineOf(starts[i] ?? 0);
      const before = i > 0 ? lineOf((ends[i - 1] ?? 1) - 1) : end;
      found.add(line, before < end ? end - 1 : end, 'code');
    }
  }
}

function* commentsOf(
  { offset, statement }: PlacedStatement,
  text: string,
  lines: LineMap,
): Generator<Comment> {
  const { comments } = statement.tokens;
  for (let i = 0; i < comments.length; i += 2) {
    const start = offset + (comments[i] ?? 0);
    yield commentAt(text, start, offset + (comments[i + 1] ?? 0), lines);
  }
}

function commentAt(text: string, start: number, end: number, lines: LineMap): Comment {
  const first = lines.position(start);
  const ownLine = text.slice(start - first.column + 1, start).trim() === '';
  return {
    text: text.slice(start, end),
    firstLine: first.line,
    lastLine: lines.position(Math.max(start, end - 1)).line,
    ownLine,
  };
}

/** Comments no statement holds: at the end of the script, or between two semicolons. */
function* trailingComments(script: Script, lines: LineMap): Generator<Comment> {
  const last = script.statements.at(-1);
  const from = last === undefined ? 0 : last.offset + last.statement.text.length;
  const pattern = /--[^\r\n]*|\/\*[\s\S]*?\*\//g;
  for (const match of script.text.slice(from).matchAll(pattern))
    yield commentAt(script.text, from + match.index, from + match.index + match[0].length, lines);
}

function foldComments(comments: readonly Comment[], found: Folds): void {
  let runStart = 0;
  let runEnd = -1;
  for (const { text, firstLine, lastLine, ownLine } of comments) {
    const isLine = ownLine && !text.startsWith('/*') && !REGION.test(text);
    if (isLine && firstLine === runEnd + 1) runEnd = lastLine;
    else {
      if (runEnd > 0) found.add(runStart, runEnd, 'comment');
      [runStart, runEnd] = isLine ? [firstLine, lastLine] : [0, -1];
    }
    if (text.startsWith('/*')) found.add(firstLine, lastLine, 'comment');
  }
  if (runEnd > 0) found.add(runStart, runEnd, 'comment');
}

function foldRegions(comments: readonly Comment[], found: Folds): void {
  const open: number[] = [];
  for (const { text, firstLine } of comments) {
    const word = REGION.exec(text)?.[1]?.toLowerCase();
    if (word === 'region') open.push(firstLine);
    else if (word === 'endregion') {
      const start = open.pop();
      if (start !== undefined) found.add(start, firstLine, 'region');
    }
  }
}
