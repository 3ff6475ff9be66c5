import { LineMap } from '../../syntax/positions.ts';
import type { Statement } from '../../syntax/script.ts';

/** Lines count from 1, both included. */
export interface FoldingRange {
  readonly startLine: number;
  readonly endLine: number;
  readonly kind: 'code' | 'comment' | 'region';
}

/** A comment, and what it is to folding. */
export interface Comment {
  readonly kind: 'line' | 'block' | 'region' | 'endregion';
  readonly firstLine: number;
  readonly lastLine: number;
  /** Whether nothing but white space stands before it on its line. */
  readonly ownLine: boolean;
}

/** What one statement has to fold, as if it stood at the start of a script. */
export interface Shape {
  readonly code: readonly FoldingRange[];
  readonly comments: readonly Comment[];
  /** Line ends in its text. */
  readonly lineEnds: number;
}

const known = new WeakMap<Statement, Shape>();

/** The shape of a statement; it is the same wherever the statement stands. */
export function shapeOf(statement: Statement): Shape {
  let shape = known.get(statement);
  if (shape === undefined) known.set(statement, (shape = read(statement)));
  return shape;
}

function read(statement: Statement): Shape {
  const { text, tokens } = statement;
  const lines = new LineMap(text);
  const comments: Comment[] = [];
  for (let i = 0; i < tokens.comments.length; i += 2)
    comments.push(commentAt(text, tokens.comments[i] ?? 0, tokens.comments[i + 1] ?? 0, lines));
  return { code: codeIn(statement, lines), comments, lineEnds: lines.position(text.length).line - 1 };
}

/** The statement itself, its lists in parentheses, CASE. */
function codeIn({ tokens }: Statement, lines: LineMap): FoldingRange[] {
  const { types, starts, ends } = tokens;
  const found: FoldingRange[] = [];
  const add = (startLine: number, endLine: number): void => {
    if (endLine > startLine) found.push({ startLine, endLine, kind: 'code' });
  };
  const lineOf = (at: number): number => lines.position(at).line;
  const last = types.length - 2;
  if (last < 0) return found;
  add(lineOf(starts[0] ?? 0), lineOf((ends[last] ?? 1) - 1));
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
      add(line, before < end ? end - 1 : end);
    }
  }
  return found;
}

const REGION = /^--\s*#?(region|endregion)\b/i;

/** @param lines of `text` */
export function commentAt(text: string, start: number, end: number, lines: LineMap): Comment {
  const first = lines.position(start);
  const written = text.slice(start, end);
  const word = REGION.exec(written)?.[1]?.toLowerCase();
  return {
    kind: word === 'region' || word === 'endregion' ? word : written.startsWith('/*') ? 'block' : 'line',
    firstLine: first.line,
    lastLine: lines.position(Math.max(start, end - 1)).line,
    ownLine: text.slice(start - first.column + 1, start).trim() === '',
  };
}
