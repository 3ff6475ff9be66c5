import type { PlacedStatement, Script } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { childrenOf } from '../../syntax/tree/walk.ts';

/** Words that begin a clause; it ends before the next one outside of parentheses. */
const CLAUSES = new Set([
  'SELECT',
  'FROM',
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FETCH',
  'WITH',
  'PARTITION',
  'MEASURES',
  'DEFINE',
  'EMIT',
]);
const SET_OPERATORS = new Set(['UNION', 'INTERSECT', 'EXCEPT']);

/**
 * What "expand selection" takes at an offset (UTF-16 units), smallest first: a word, expressions, a list in parentheses
 * without and with these, a clause, a query, the statement, the script. Each span holds the one before and is larger.
 */
export function selectionRanges(script: Script, offset: number): Span[] {
  const whole = { start: 0, end: script.text.length };
  const placed = script.statements.find(
    ({ offset: at, statement }) => at <= offset && offset <= at + statement.text.length,
  );
  if (placed === undefined) return [whole];
  const at = offset - placed.offset;
  const spans = [...commentSpans(placed, at), ...tokenSpans(placed, at), ...treeSpans(placed, at)];
  const moved = spans.map(({ start, end }) => ({ start: start + placed.offset, end: end + placed.offset }));
  return nested([...moved, whole]);
}

/** Sorts spans by size and leaves out those that do not hold the one before. */
function nested(spans: readonly Span[]): Span[] {
  const chain: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.end - a.start - (b.end - b.start))) {
    const last = chain.at(-1);
    if (last === undefined) chain.push(span);
    else if (
      span.start <= last.start &&
      span.end >= last.end &&
      span.end - span.start > last.end - last.start
    )
      chain.push(span);
  }
  return chain;
}

function commentSpans({ statement }: PlacedStatement, at: number): Span[] {
  const { comments } = statement.tokens;
  for (let i = 0; i < comments.length; i += 2) {
    const [start = 0, end = 0] = [comments[i], comments[i + 1]];
    if (start <= at && at <= end) return [{ start, end }];
  }
  return [];
}

/** The token, the inside of a string, parentheses around, and the clause in each of them. */
function tokenSpans({ statement }: PlacedStatement, at: number): Span[] {
  const { types, starts, ends, text } = statement.tokens;
  const spans: Span[] = [];
  const last = types.length - 2;
  if (last < 0) return spans;
  spans.push({ start: starts[0] ?? 0, end: ends[last] ?? 0 });
  const levels: { open: number; clause: number }[] = [{ open: -1, clause: -1 }];
  const closeClause = (level: { clause: number }, token: number): void => {
    const span = { start: starts[level.clause] ?? 0, end: ends[token - 1] ?? 0 };
    if (level.clause >= 0 && holds(span, at)) spans.push(span);
    level.clause = -1;
  };
  for (let i = 0; i <= last; i++) {
    const type = types[i] ?? '';
    const token = { start: starts[i] ?? 0, end: ends[i] ?? 0 };
    const level = levels.at(-1);
    if (holds(token, at) && /^[\w$`']|^[^\x20-\x7f]/.test(text.charAt(token.start)))
      for (const span of wordSpans(text, token)) spans.push(span);
    if (type === '(') levels.push({ open: i, clause: -1 });
    else if (type === ')' && levels.length > 1 && level !== undefined) {
      closeClause(level, i);
      levels.pop();
      const outer = { start: starts[level.open] ?? 0, end: token.end };
      if (holds(outer, at)) spans.push(outer, { start: ends[level.open] ?? 0, end: token.start });
    } else if (level !== undefined && (CLAUSES.has(type) || SET_OPERATORS.has(type))) {
      closeClause(level, i);
      if (CLAUSES.has(type)) level.clause = i;
    }
  }
  for (const level of levels) closeClause(level, last + 1);
  return spans.filter(span => holds(span, at));
}

/** A word; of a text in quotes also what they hold. */
function wordSpans(text: string, token: Span): Span[] {
  const last = text.charAt(token.end - 1);
  const quote = text.indexOf(last, token.start);
  const isQuoted = (last === "'" || last === '`') && quote < token.end - 1;
  return isQuoted ? [{ start: quote + 1, end: token.end - 1 }, token] : [token];
}

/** The nodes of the tree that hold the offset. */
function treeSpans({ statement }: PlacedStatement, at: number): Span[] {
  const spans: Span[] = [];
  let open = statement.node === undefined ? [] : [statement.node as Parameters<typeof childrenOf>[0]];
  while (open.length > 0) {
    const holding = open.filter(node => holds(node, at));
    for (const { start, end } of holding) spans.push({ start, end });
    open = holding.flatMap(node => childrenOf(node));
  }
  return spans;
}

function holds({ start, end }: Span, at: number): boolean {
  return start <= at && at <= end && start < end;
}
