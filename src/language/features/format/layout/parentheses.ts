import { END } from '../../../syntax/lexer/tokens.ts';
import type { TokenType } from '../../../syntax/lexer/tokens.ts';
import { expression } from './expression.ts';
import { matchRecognize } from './matchRecognize.ts';
import { NodeBuilder } from './node.ts';
import type { LayoutNode } from './node.ts';
import { query } from './query.ts';
import { readList } from './reader.ts';
import type { Reader } from './reader.ts';
import { SET_OPERATORS } from './stops.ts';

const ITEM_STOPS: ReadonlySet<TokenType> = new Set([',', ')', ']']);
const WINDOW_CLAUSES: ReadonlySet<TokenType> = new Set(['PARTITION', 'ORDER', 'ROWS', 'RANGE']);
const WINDOW_STOPS: ReadonlySet<TokenType> = new Set([...WINDOW_CLAUSES, ')']);
/** Behind these a query is a table: its clauses get lines of their own. */
const BEFORE_TABLE: ReadonlySet<TokenType> = new Set([
  ...SET_OPERATORS,
  'ALL',
  'AS',
  'FROM',
  'JOIN',
  'LATERAL',
  ',',
]);

const isClosing = (type: TokenType): boolean => type === ')' || type === ']';

/** What stands in parentheses or brackets, these included: a query, a window, a pattern, or a list. */
export function parentheses(r: Reader): LayoutNode | undefined {
  const before = r.peek(-1);
  const into = new NodeBuilder().tokens(r.index, r.index++);
  if (before === 'MATCH_RECOGNIZE') matchRecognize(r, into);
  else if (before === 'PATTERN') return pattern(r);
  else if (isClosing(r.type)) return into.tokens(r.index, r.index++).build();
  else if (r.atQuery()) into.node(query(r, BEFORE_TABLE.has(before) ? 'table' : 'value'), 'whenBroken', 1);
  else if (before === 'OVER' || r.atAny(WINDOW_CLAUSES)) window(r, into);
  else
    readList(r, into, () => expression(r, ITEM_STOPS, 0), {
      first: 'whenBroken',
      others: 'whenBroken',
      indent: 1,
    });
  return close(r, into, 'whenBroken');
}

/** The closing sign, and whatever was not understood before it. */
export function close(
  r: Reader,
  into: NodeBuilder,
  newLine: 'whenBroken' | 'always',
): LayoutNode | undefined {
  const from = r.index;
  let open = 0;
  while (!r.at(END) && !(open === 0 && isClosing(r.type))) {
    if (r.at('(') || r.at('[')) open++;
    else if (isClosing(r.type)) open--;
    r.index++;
  }
  into.tokens(from, r.index - 1);
  if (!r.at(END)) into.tokens(r.index, r.index++, newLine);
  return into.build();
}

function window(r: Reader, into: NodeBuilder): void {
  if (!r.atAny(WINDOW_CLAUSES)) into.node(expression(r, WINDOW_STOPS), 'whenBroken', 1);
  while (r.atAny(WINDOW_CLAUSES)) {
    const clause = new NodeBuilder().tokens(r.index, r.index++).node(expression(r, WINDOW_STOPS));
    into.node(clause.build(), 'whenBroken', 1);
  }
}

/** The parentheses of PATTERN stay on one line. */
function pattern(r: Reader): LayoutNode | undefined {
  const from = r.index - 1;
  const node = close(r, new NodeBuilder().tokens(from, from), 'whenBroken');
  for (let i = from + 1; i < r.index; i++) r.pattern.add(i);
  return node === undefined ? undefined : new NodeBuilder().tokens(node.from, node.to).build();
}
