import { END, IDENTIFIER, tokenText } from '../lexer/tokens.ts';
import type { Tokens, TokenType } from '../lexer/tokens.ts';

/** Signs no item of a list begins with: a comma before one of them is the mistake. */
const CLOSING = new Set([')', ']', ';', ',', END]);
/** The same for key words, where the items are expressions or tables. */
const CLAUSES = new Set(['FROM', 'WHERE', 'GROUP', 'HAVING', 'ORDER', 'WINDOW', 'THEN']);
/** Where these are wanted, a clause's word is a column or a key that somebody forgot to quote. */
const NAMES: readonly TokenType[] = [IDENTIFIER, 'propertyKey'];
const STATEMENTS = new Set(['CREATE', 'INSERT', 'DROP']);

/** Whether the list ends at this token, so that a comma before it is one too many. */
export function endsList({ types }: Tokens, index: number, expected: readonly TokenType[]): boolean {
  const type = types[index] ?? END;
  if (CLOSING.has(type)) return true;
  if (!CLAUSES.has(type) || expected.some(item => NAMES.includes(item))) return false;
  return (type !== 'GROUP' && type !== 'ORDER') || types[index + 1] === 'BY';
}

/**
 * What a person would call the mistake when this token stands where something else was expected; undefined when there
 * is no better name for it than that.
 */
export function mistakeAt(
  tokens: Tokens,
  index: number,
  expected: readonly TokenType[],
): 'noStatement' | 'openText' | 'doubleQuotes' | 'doubleEquals' | 'missingSemicolon' | undefined {
  const type = tokens.types[index] ?? END;
  if (index === 0 && expected.includes('expression') && !CLOSING.has(type)) return 'noStatement';
  if (type === "'") return 'openText';
  if (type === '"') return 'doubleQuotes';
  if (type === '=' && tokens.types[index - 1] === '=') return 'doubleEquals';
  if (STATEMENTS.has(type) && expected.includes(END) && startsLine(tokens, index)) return 'missingSemicolon';
  return undefined;
}

function startsLine(tokens: Tokens, index: number): boolean {
  return /[\r\n]/.test(tokens.text.slice(tokens.ends[index - 1] ?? 0, tokens.starts[index]));
}

/** The token before, for whoever wants to know what was misspelt. */
export const wordBefore = (tokens: Tokens, index: number): string =>
  index > 0 ? tokenText(tokens, index - 1) : '';
