import { LineMap } from '../../syntax/positions.ts';
import type { Script } from '../../syntax/script.ts';
import { commentAt, shapeOf } from './shape.ts';
import type { Comment, FoldingRange } from './shape.ts';

export type { FoldingRange } from './shape.ts';

/**
 * What can be folded: statements, lists in parentheses, CASE, comments over several lines, runs of line comments, and
 * what stands between `--region` and `--endregion`. Sorted by first line. Of a script that was edited, only statements
 * that changed are read again.
 */
export function foldingRanges({ text, statements }: Script): FoldingRange[] {
  const found = new Folds();
  const comments: Comment[] = [];
  /** Line ends before `end`, where the last statement ended. */
  let above = 0;
  let end = 0;
  for (const { offset, statement } of statements) {
    // Mostly only a semicolon stands between two statements.
    if (offset > end + 1) above += lineEnds(text.slice(end, offset));
    const shape = shapeOf(statement);
    for (const { startLine, endLine, kind } of shape.code)
      found.add(startLine + above, endLine + above, kind);
    for (const comment of shape.comments) comments.push(moved(comment, above, offset));
    above += shape.lineEnds;
    end = offset + statement.text.length;
  }
  for (const comment of commentsIn(text.slice(end))) comments.push(moved(comment, above, end));
  foldComments(comments, found);
  foldRegions(comments, found);
  return found.sorted();
}

const lineEnds = (text: string): number => new LineMap(text).position(text.length).line - 1;

/** @param offset where the part of the script begins the comment was found in */
function moved(comment: Comment, lines: number, offset: number): Comment {
  const { kind, firstLine, lastLine, ownLine } = comment;
  if (lines === 0 && offset === 0) return comment;
  return {
    kind,
    firstLine: firstLine + lines,
    lastLine: lastLine + lines,
    // On the first line of all parts but the first stands the end of another statement.
    ownLine: ownLine && (firstLine > 1 || offset === 0),
  };
}

const KINDS = { code: 0, comment: 1, region: 2 } as const satisfies Record<FoldingRange['kind'], number>;

/** Collects ranges; of several that begin on one line and are of one kind, the longest counts. */
class Folds {
  private readonly ranges = new Map<number, FoldingRange>();

  add(startLine: number, endLine: number, kind: FoldingRange['kind']): void {
    const key = startLine * 3 + KINDS[kind];
    if (endLine <= startLine || (this.ranges.get(key)?.endLine ?? 0) >= endLine) return;
    this.ranges.set(key, { startLine, endLine, kind });
  }

  sorted(): FoldingRange[] {
    return [...this.ranges.values()].sort((a, b) => a.startLine - b.startLine || b.endLine - a.endLine);
  }
}

/** Comments no statement holds: at the end of the script. */
function* commentsIn(text: string): Generator<Comment> {
  const lines = new LineMap(text);
  for (const match of text.matchAll(/--[^\r\n]*|\/\*[\s\S]*?\*\//g))
    yield commentAt(text, match.index, match.index + match[0].length, lines);
}

function foldComments(comments: readonly Comment[], found: Folds): void {
  let runStart = 0;
  let runEnd = -1;
  for (const { kind, firstLine, lastLine, ownLine } of comments) {
    const isLine = ownLine && kind === 'line';
    if (isLine && firstLine === runEnd + 1) runEnd = lastLine;
    else {
      if (runEnd > 0) found.add(runStart, runEnd, 'comment');
      [runStart, runEnd] = isLine ? [firstLine, lastLine] : [0, -1];
    }
    if (kind === 'block') found.add(firstLine, lastLine, 'comment');
  }
  if (runEnd > 0) found.add(runStart, runEnd, 'comment');
}

function foldRegions(comments: readonly Comment[], found: Folds): void {
  const open: number[] = [];
  for (const { kind, firstLine } of comments) {
    if (kind === 'region') open.push(firstLine);
    else if (kind === 'endregion') {
      const start = open.pop();
      if (start !== undefined) found.add(start, firstLine, 'region');
    }
  }
}
