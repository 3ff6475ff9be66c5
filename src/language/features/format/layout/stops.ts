import type { TokenType } from '../../../syntax/lexer/tokens.ts';

export type TokenSet = ReadonlySet<TokenType>;

export const SET_OPERATORS: TokenSet = new Set(['UNION', 'INTERSECT', 'EXCEPT']);

/** Words that begin a clause of a query. */
export const CLAUSES: TokenSet = new Set([
  'FROM',
  'WHERE',
  'GROUP',
  'HAVING',
  'WINDOW',
  'ORDER',
  'LIMIT',
  'OFFSET',
  'FETCH',
]);

/** Words a join may begin with, and those that may follow. */
export const JOIN_WORDS: TokenSet = new Set([
  'NATURAL',
  'CROSS',
  'INNER',
  'LEFT',
  'RIGHT',
  'FULL',
  'OUTER',
  'JOIN',
]);

/** What no expression of a query goes beyond. */
export const QUERY_STOPS: TokenSet = new Set([...CLAUSES, ...SET_OPERATORS, 'EMIT', ')']);

/** What no item of a query's lists goes beyond. */
export const ITEM_STOPS: TokenSet = new Set([...QUERY_STOPS, ',']);

/** What no table in FROM, its alias included, goes beyond. */
export const TABLE_STOPS: TokenSet = new Set([...ITEM_STOPS, ...JOIN_WORDS, 'ON', 'USING']);
