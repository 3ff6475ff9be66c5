import { END } from '../../../syntax/lexer/tokens.ts';
import type { OtherStatement } from '../../../syntax/tree/statements.ts';
import { expression } from './expression.ts';
import { from } from './from.ts';
import { NodeBuilder } from './node.ts';
import type { LayoutNode } from './node.ts';
import { parentheses } from './parentheses.ts';
import { query } from './query.ts';
import { readList } from './reader.ts';
import type { Reader } from './reader.ts';
import type { TokenSet } from './stops.ts';

const SET: TokenSet = new Set(['SET']);
const WHERE: TokenSet = new Set(['WHERE']);
const WHEN: TokenSet = new Set(['WHEN']);
const ASSIGNMENT_STOPS: TokenSet = new Set([',', 'WHERE', 'WHEN']);
const NOTHING: TokenSet = new Set();

/** Statements a job has no use for: each clause on a line, as in a query. What is not laid out here stays on one line. */
export function otherStatement(
  r: Reader,
  into: NodeBuilder,
  type: OtherStatement['type'],
  dml: (r: Reader, into: NodeBuilder) => void,
): void {
  if (type === 'EXPLAIN' || type === 'DESCRIBE') explained(r, into, type, dml);
  else if (type === 'UPDATE' || type === 'DELETE' || type === 'MERGE') change(r, into);
}

/** `EXPLAIN PLAN FOR` with a query or a statement below it. */
function explained(
  r: Reader,
  into: NodeBuilder,
  type: 'EXPLAIN' | 'DESCRIBE',
  dml: (r: Reader, into: NodeBuilder) => void,
): void {
  const begin = r.index++;
  if (type === 'EXPLAIN') while (!r.at(END) && r.peek(-1) !== 'FOR') r.index++;
  else if (r.at('STATEMENT')) r.index++;
  into.tokens(begin, r.index - 1);
  const inner = new NodeBuilder();
  if (r.atQuery()) into.node(query(r, 'statement'), 'always');
  else if (r.at('INSERT') || r.at('UPSERT')) {
    dml(r, inner);
    into.node(inner.build(), 'always');
  } else if (r.at('UPDATE') || r.at('DELETE') || r.at('MERGE')) {
    change(r, inner);
    into.node(inner.build(), 'always');
  }
}

/** UPDATE, DELETE or MERGE. */
function change(r: Reader, into: NodeBuilder): void {
  if (r.at('MERGE')) {
    merge(r, into);
    return;
  }
  into.node(expression(r, r.at('UPDATE') ? SET : WHERE));
  if (r.at('SET')) into.node(assignments(r), 'always');
  if (r.at('WHERE')) into.node(clause(r, NOTHING), 'always');
}

function merge(r: Reader, into: NodeBuilder): void {
  const begin = r.index;
  while (!r.at('USING') && !r.at(END)) r.index++;
  into.tokens(begin, r.index - 1).node(from(r), 'always');
  if (r.at('ON')) into.node(clause(r, WHEN), 'always');
  while (r.at('WHEN')) into.node(branch(r), 'always');
}

/** `WHEN [NOT] MATCHED THEN` with what is to be done below it. */
function branch(r: Reader): LayoutNode | undefined {
  const begin = r.index++;
  while (!r.at(END) && r.peek(-1) !== 'THEN') r.index++;
  const into = new NodeBuilder().tokens(begin, r.index - 1);
  const action = new NodeBuilder();
  const word = r.index;
  if (r.at('UPDATE')) r.index++;
  if (r.at('SET')) action.tokens(word, r.index - 1).node(assignments(r));
  else {
    r.index++;
    if (r.at('(')) r.apart.add(word);
    action.tokens(word, word);
    if (r.at('(') && r.peek(1) !== 'VALUES') action.node(parentheses(r));
    action.node(expression(r, WHEN));
  }
  return into.node(action.build(), 'whenBroken', 1).build();
}

function assignments(r: Reader): LayoutNode | undefined {
  const into = new NodeBuilder().tokens(r.index, r.index++);
  const style = { first: 'whenBroken', others: 'whenBroken', indent: 1, keepsBlank: true } as const;
  readList(r, into, () => expression(r, ASSIGNMENT_STOPS), style);
  return into.build();
}

/** A word, and the expression behind it. */
function clause(r: Reader, stops: TokenSet): LayoutNode | undefined {
  return new NodeBuilder().tokens(r.index, r.index++).node(expression(r, stops)).build();
}
