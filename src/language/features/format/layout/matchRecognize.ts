import type { TokenType } from '../../../syntax/lexer/tokens.ts';
import { expression } from './expression.ts';
import { NodeBuilder } from './node.ts';
import { readList } from './reader.ts';
import type { Reader } from './reader.ts';

const CLAUSES: ReadonlySet<TokenType> = new Set([
  'PARTITION',
  'ORDER',
  'MEASURES',
  'ONE',
  'ALL',
  'AFTER',
  'PATTERN',
  'WITHIN',
  'SUBSET',
  'DEFINE',
]);
const STOPS: ReadonlySet<TokenType> = new Set([...CLAUSES, ')']);
const ITEM_STOPS: ReadonlySet<TokenType> = new Set([...STOPS, ',']);

/** What stands in the parentheses of MATCH_RECOGNIZE: each clause on a line, lists of definitions over several. */
export function matchRecognize(r: Reader, into: NodeBuilder): void {
  while (r.atAny(CLAUSES)) {
    const isList = r.at('MEASURES') || r.at('DEFINE');
    const clause = new NodeBuilder().tokens(r.index, r.index++);
    if (isList)
      readList(r, clause, () => expression(r, ITEM_STOPS), { first: 'always', others: 'always', indent: 1 });
    else clause.node(expression(r, STOPS));
    into.node(clause.build(), 'always', 1);
  }
}
