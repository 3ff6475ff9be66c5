import { END } from '../../../syntax/lexer/tokens.ts';
import { expression } from './expression.ts';
import { from } from './from.ts';
import { NodeBuilder } from './node.ts';
import type { LayoutNode } from './node.ts';
import { parentheses } from './parentheses.ts';
import { readList } from './reader.ts';
import type { Reader } from './reader.ts';
import { CLAUSES, ITEM_STOPS, QUERY_STOPS, SET_OPERATORS } from './stops.ts';
import type { TokenSet } from './stops.ts';

/** Where a query stands: as a statement's own, as a table in FROM, or as a value. */
export type QueryPlace = 'statement' | 'table' | 'value';

const SELECT_WORDS: TokenSet = new Set(['SELECT', 'STREAM', 'ALL', 'DISTINCT']);
const LISTS: TokenSet = new Set(['GROUP', 'ORDER', 'WINDOW']);
const MAX_PARTS_ON_A_LINE = 2;

/** A query with all that belongs to it, up to a parenthesis, EMIT or the end. */
export function query(r: Reader, place: QueryPlace): LayoutNode | undefined {
  const parts: (LayoutNode | undefined)[] = [];
  let isCompound = place === 'statement';
  if (r.at('WITH')) {
    parts.push(withClause(r));
    isCompound = true;
  }
  parts.push(operand(r));
  for (;;) {
    if (r.atAny(SET_OPERATORS)) {
      isCompound = true;
      parts.push(setOperator(r), operand(r));
    } else if (r.atAny(CLAUSES)) parts.push(clause(r));
    else break;
  }
  const hasManyClauses = place === 'table' && parts.length > MAX_PARTS_ON_A_LINE;
  const newLine = isCompound || hasManyClauses ? 'always' : 'whenBroken';
  const into = new NodeBuilder();
  for (const part of parts) into.node(part, part === parts[0] ? 'never' : newLine);
  return into.build();
}

/** `WITH a AS (…), b AS (…)` */
function withClause(r: Reader): LayoutNode | undefined {
  const into = new NodeBuilder().tokens(r.index, r.index++);
  readList(r, into, () => withItem(r), { first: 'never', others: 'always', indent: 0 });
  return into.build();
}

function withItem(r: Reader): LayoutNode | undefined {
  const into = new NodeBuilder();
  let begin = r.index;
  while (!r.at('AS') && !r.at(END)) {
    if (!r.at('(')) r.index++;
    else {
      r.apart.add(r.index - 1);
      into.tokens(begin, r.index - 1).node(parentheses(r));
      begin = r.index;
    }
  }
  r.index++;
  into.tokens(begin, r.index - 1);
  return (r.at('(') ? into.node(parentheses(r)) : into).build();
}

function setOperator(r: Reader): LayoutNode | undefined {
  const begin = r.index++;
  if (r.at('ALL') || r.at('DISTINCT')) r.index++;
  return new NodeBuilder().tokens(begin, r.index - 1).build();
}

/** SELECT with its list, VALUES with its rows, TABLE, or a query in parentheses. */
function operand(r: Reader): LayoutNode | undefined {
  const begin = r.index;
  const into = new NodeBuilder();
  if (r.at('SELECT')) {
    while (r.atAny(SELECT_WORDS)) r.index++;
    readItems(r, into.tokens(begin, r.index - 1));
  } else if (r.at('VALUES')) readItems(r, into.tokens(begin, r.index++));
  else into.node(expression(r, QUERY_STOPS));
  return into.build();
}

function readItems(r: Reader, into: NodeBuilder): void {
  const style = { first: 'whenBroken', others: 'whenBroken', indent: 1, keepsBlank: true } as const;
  readList(r, into, () => expression(r, ITEM_STOPS), style);
}

function clause(r: Reader): LayoutNode | undefined {
  if (r.at('FROM')) return from(r);
  const isList = r.atAny(LISTS);
  const begin = r.index++;
  if (r.at('BY')) r.index++;
  const into = new NodeBuilder().tokens(begin, r.index - 1);
  if (isList) readItems(r, into);
  else into.node(expression(r, QUERY_STOPS));
  return into.build();
}
