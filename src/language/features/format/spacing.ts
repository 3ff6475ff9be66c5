import * as T from '../../syntax/lexer/tokens.ts';
import type { Tokens, TokenType } from '../../syntax/lexer/tokens.ts';

const words = (text: string): ReadonlySet<TokenType> => new Set(text.trim().split(/\s+/));

/** Key words a parenthesis stands apart from; behind any other word it opens the arguments of a call or a type. */
const APART = words(`
  ALL AND ANY AS BETWEEN BY CASE COLUMNS CUBE DISTINCT ELSE EMIT ESCAPE EXCEPT EXISTS FILTER FOR FROM HAVING IN INDEX
  INTERSECT INTO IS JOIN KEY LATERAL LIKE LIMIT MATCH_RECOGNIZE NOT OF OFFSET ON OR OVER PATTERN ROLLUP SELECT SET
  SETS SIMILAR SOME STREAM THEN TO UNION UNIQUE USING VALUES WHEN WHERE WITH WITHIN`);

/** Key words that end a value, so that a sign behind them is an operator. */
const VALUE_WORDS = words(`
  END NULL TRUE FALSE UNKNOWN YEAR MONTH DAY HOUR MINUTE SECOND USER CURRENT_DATE CURRENT_TIME CURRENT_TIMESTAMP
  CURRENT_USER CURRENT_ROLE CURRENT_PATH CURRENT_CATALOG CURRENT_SCHEMA LOCALTIME LOCALTIMESTAMP SESSION_USER
  SYSTEM_USER`);

const VALUES = new Set<TokenType>([
  T.IDENTIFIER,
  T.QUOTED_IDENTIFIER,
  T.PLACEHOLDER,
  T.STRING,
  T.PREFIXED_STRING,
  T.UNICODE_STRING,
  T.BINARY_STRING,
  T.INTEGER,
  T.DECIMAL,
  T.APPROXIMATE,
  T.STRAY,
  ')',
  ']',
  '?',
  '}',
]);

const CLOSES_OR_PARTS: ReadonlySet<TokenType> = new Set([',', ')', ']', ';', '}']);
const QUANTIFIERS: ReadonlySet<TokenType> = new Set(['*', '+', '?']);

const isWord = (type: TokenType): boolean => type >= 'A' && type < '[';
const isSign = (type: TokenType): boolean => type === '-' || type === '+';

/** What is known of a statement's tokens besides their types. */
export interface TokenFacts {
  readonly tokens: Tokens;
  readonly isKeyword: readonly boolean[];
}

/** Whether a value ends with this token, so that an operator may follow. */
export function endsValue({ tokens, isKeyword }: TokenFacts, index: number): boolean {
  const type = tokens.types[index] ?? T.END;
  if (VALUES.has(type) || VALUE_WORDS.has(type)) return true;
  return isWord(type) && isKeyword[index] !== true;
}

/** Tokens that look like others, and are not: found while the layout is read. */
export interface SpecialTokens {
  /** Words whose parenthesis is no call: the name of a table with its columns behind it. */
  readonly apart: ReadonlySet<number>;
  /** The tokens inside PATTERN's parentheses. */
  readonly pattern: ReadonlySet<number>;
  /** The tokens of `ARRAY<…>` and `MAP<…>`. */
  readonly angles: ReadonlySet<number>;
}

/** Blanks (0 or 1) between a token and the one before it, when both stand on one line. */
export class Spacing {
  private readonly facts: TokenFacts;
  private readonly apart: ReadonlySet<number>;
  private readonly pattern: ReadonlySet<number>;
  private readonly angles: ReadonlySet<number>;

  constructor(facts: TokenFacts, { apart, pattern, angles }: SpecialTokens) {
    this.facts = facts;
    this.apart = apart;
    this.pattern = pattern;
    this.angles = angles;
  }

  before(index: number): 0 | 1 {
    const { types } = this.facts.tokens;
    const left = types[index - 1] ?? T.END;
    const right = types[index] ?? T.END;
    if (left === '.' || right === '.') return this.besideDot(index);
    if (CLOSES_OR_PARTS.has(right) || left === '(' || left === '[' || right === '[') return 0;
    if (this.angles.has(index) && (left === '<' || right === '<' || right === '>')) return 0;
    if (this.pattern.has(index)) return this.insidePattern(index);
    if (right === '(') return this.beforeParenthesis(index - 1);
    if (isSign(left) && !endsValue(this.facts, index - 2)) return isSign(right) ? 1 : 0;
    return 1;
  }

  private beforeParenthesis(left: number): 0 | 1 {
    const type = this.facts.tokens.types[left] ?? T.END;
    if (this.apart.has(left)) return 1;
    if (this.facts.isKeyword[left] === true) return APART.has(type) ? 1 : 0;
    if (isSign(type)) return endsValue(this.facts, left - 1) ? 1 : 0;
    return isWord(type) || VALUES.has(type) ? 0 : 1;
  }

  /** A quantifier stands at its variable: `A+ B{2,3} C*?`. */
  private insidePattern(index: number): 0 | 1 {
    const { types } = this.facts.tokens;
    const [left, right, next] = [types[index - 1], types[index] ?? T.END, types[index + 1]];
    if (QUANTIFIERS.has(right) || right === T.INTEGER || (right === '{' && next !== '-')) return 0;
    return left === ',' && next === '}' ? 0 : 1;
  }

  /** Names with a dollar sign may melt into another token when a dot joins them: those keep the blank they have. */
  private besideDot(index: number): 0 | 1 {
    const { text, starts, ends } = this.facts.tokens;
    if (starts[index] === ends[index - 1]) return 0;
    const around = text.slice(starts[Math.max(0, index - 2)], ends[index + 1] ?? text.length);
    return around.includes('$') ? 1 : 0;
  }
}
