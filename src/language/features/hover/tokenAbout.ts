import { DATA_TYPES } from '../../catalog/dataTypes.ts';
import { builtIn } from '../../catalog/functions.ts';
import { STRING, tokenText } from '../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../syntax/lexer/tokens.ts';
import type { About } from './about.ts';
import { isClauseName } from './clauses.ts';
import type { ClauseName } from './clauses.ts';

/** Operators in words that have something to tell. */
const OPERATORS = new Set(['CAST', 'CASE', 'LIKE', 'SIMILAR', 'BETWEEN', 'EXISTS', 'INTERVAL', 'OVERLAPS']);

/** The token at an offset of the statement; at its end too. */
export function tokenIndexAt({ starts, ends }: Tokens, at: number): number {
  let low = 0;
  let high = starts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((starts[middle] ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return (ends[low - 1] ?? -1) >= at ? low - 1 : -1;
}

/**
 * What a word is by its neighbours alone: a clause of this dialect, an operator, and in a statement that cannot be read
 * also a function, a data type, a connector.
 */
export function aboutToken(tokens: Tokens, at: number): About | undefined {
  const { types } = tokens;
  const word = tokenText(tokens, at);
  const clause = clauseAt(types, at);
  if (clause !== undefined) return { kind: 'clause', name: clause };
  if (types[at] === STRING)
    return isTypeKey(tokens, at - 2) && types[at - 1] === '='
      ? { kind: 'connector', type: word.slice(1, -1) }
      : undefined;
  const upper = word.toUpperCase();
  if (OPERATORS.has(types[at] ?? '')) return { kind: 'function', name: upper };
  if (types[at + 1] === '(' && types[at - 1] !== '.' && builtIn(word) !== undefined)
    return { kind: 'function', name: word };
  const isType = DATA_TYPES.some(({ name, synonyms }) => name === upper || synonyms.includes(upper));
  return isType && isBehindName(tokens, at) ? { kind: 'dataType', name: upper } : undefined;
}

const isTypeKey = (tokens: Tokens, at: number): boolean => tokenText(tokens, at).toLowerCase() === 'type';

/** A column's type follows its name, which begins an item. */
function isBehindName({ types }: Tokens, at: number): boolean {
  return types[0] === 'CREATE' && types[1] === 'TABLE' && (types[at - 2] === ',' || types[at - 2] === '(');
}

function clauseAt(types: Tokens['types'], at: number): ClauseName | undefined {
  const type = types[at] ?? '';
  const [before, behind] = [types[at - 1], types[at + 1]];
  if (type === 'KEY' && before === 'PRIMARY') return 'PRIMARY';
  if (type === 'FOR' && before === 'PERIOD') return 'PERIOD';
  if (type === 'SYSTEM_TIME' && types[at - 2] === 'PERIOD') return 'PERIOD';
  if (type === 'FOR' && behind === 'SYSTEM_TIME') return 'SYSTEM_TIME';
  if (!isClauseName(type)) return undefined;
  // Words that are names elsewhere.
  if (type === 'INDEX' && behind !== '(') return undefined;
  if (type === 'HEADER' && (types[0] !== 'CREATE' || before === ',' || before === '(')) return undefined;
  return type;
}
