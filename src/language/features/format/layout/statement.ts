import { END } from '../../../syntax/lexer/tokens.ts';
import type { StatementNode } from '../../../syntax/tree/statements.ts';
import { expression } from './expression.ts';
import { NodeBuilder } from './node.ts';
import type { LayoutNode } from './node.ts';
import { otherStatement } from './otherStatement.ts';
import { close, parentheses } from './parentheses.ts';
import { query } from './query.ts';
import { readList } from './reader.ts';
import type { Reader } from './reader.ts';
import type { TokenSet } from './stops.ts';

const NO_STOPS: TokenSet = new Set();
const COMMA: TokenSet = new Set([',']);
const ITEM_STOPS: TokenSet = new Set([',', ')']);

/** The layout of a whole statement without syntax errors. */
export function statementLayout(r: Reader, node: StatementNode): LayoutNode | undefined {
  const into = new NodeBuilder();
  switch (node.kind) {
    case 'createTable':
      createTable(r, into);
      break;
    case 'createView':
      createView(r, into);
      break;
    case 'insert':
      insert(r, into);
      break;
    case 'queryStatement':
      into.node(query(r, 'statement'));
      break;
    case 'otherStatement':
      otherStatement(r, into, node.type, insert);
      break;
    case 'createFunction':
      break;
  }
  into.node(expression(r, NO_STOPS));
  return into.build();
}

/** Plain tokens up to an opening parenthesis or a word; that parenthesis belongs to no call. */
function head(r: Reader, into: NodeBuilder, stops: TokenSet): void {
  const begin = r.index;
  while (!r.at(END) && !r.atAny(stops)) r.index++;
  if (r.at('(')) r.apart.add(r.index - 1);
  into.tokens(begin, r.index - 1);
}

const WITH_HEAD: TokenSet = new Set(['WITH']);
const VIEW_HEAD: TokenSet = new Set(['(', 'AS']);
const INSERT_HEAD: TokenSet = new Set(['(', 'SELECT', 'WITH', 'VALUES', 'TABLE']);

function createTable(r: Reader, into: NodeBuilder): void {
  const begin = r.index;
  r.index += 3;
  while (r.at('.')) r.index += 2;
  into.tokens(begin, r.index - 1);
  if (r.at('(')) r.apart.add(r.index - 1);
  if (r.at('(')) into.node(itemLines(r, () => column(r)));
  head(r, into, WITH_HEAD);
  if (!r.at('WITH')) return;
  into.tokens(r.index, r.index++);
  if (r.at('(') && r.peek(1) !== ')') into.node(itemLines(r, () => expression(r, ITEM_STOPS)));
}

/** Columns or properties in parentheses, one on each line. */
function itemLines(r: Reader, item: () => LayoutNode | undefined): LayoutNode | undefined {
  const into = new NodeBuilder().tokens(r.index, r.index++);
  const style = { first: 'always', others: 'always', indent: 1, keepsBlank: true } as const;
  readList(r, into, item, style);
  return close(r, into, 'always');
}

/** An item of CREATE TABLE; `ARRAY<…>` and `MAP<…>` behind a name stay on its line. */
function column(r: Reader): LayoutNode | undefined {
  const type = r.peek(1);
  if ((type !== 'ARRAY' && type !== 'MAP') || r.peek(2) !== '<') return expression(r, ITEM_STOPS);
  const from = r.index;
  r.index += 2;
  for (let open = 0; !r.at(END);) {
    if (r.at('<')) open++;
    else if (r.at('>')) open--;
    r.angles.add(r.index++);
    if (open === 0) break;
  }
  const into = new NodeBuilder().tokens(from, r.index - 1);
  if (!r.atAny(ITEM_STOPS)) into.node(expression(r, ITEM_STOPS));
  return into.build();
}

function createView(r: Reader, into: NodeBuilder): void {
  head(r, into, VIEW_HEAD);
  if (r.at('(')) into.node(parentheses(r));
  if (r.at('AS')) into.tokens(r.index, r.index++);
  into.node(query(r, 'statement'), 'always');
}

function insert(r: Reader, into: NodeBuilder): void {
  head(r, into, INSERT_HEAD);
  if (r.at('(') && !r.atQuery()) into.node(parentheses(r));
  into.node(query(r, 'statement'), 'always');
  if (!r.at('EMIT')) return;
  const emit = new NodeBuilder().tokens(r.index, r.index++);
  readList(r, emit, () => expression(r, COMMA), { first: 'never', others: 'whenBroken', indent: 1 });
  into.node(emit.build(), 'always');
}
