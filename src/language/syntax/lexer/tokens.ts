/**
 * A token's type: a key word in upper case (`SELECT`), a sign as written (`<=`), or one of the lower-case classes
 * below. All are interned strings, so comparing them is comparing pointers.
 */
export type TokenType = string;

export const IDENTIFIER = 'identifier';
/** A name in back-quotes. */
export const QUOTED_IDENTIFIER = 'quotedIdentifier';
/** `'text'` */
export const STRING = 'string';
/** `N'text'`, `_UTF16'text'` */
export const PREFIXED_STRING = 'prefixedString';
/** `U&'text'` */
export const UNICODE_STRING = 'unicodeString';
/** `X'CAFE'` */
export const BINARY_STRING = 'binaryString';
export const INTEGER = 'integer';
export const DECIMAL = 'decimal';
export const APPROXIMATE = 'approximate';
/** A job parameter `${name}`, replaced before the service parses; it may stand for a name or a value. */
export const PLACEHOLDER = 'placeholder';
/** A token of Calcite's lexer that no rule of the dialect takes, such as a collation name. */
export const STRAY = 'stray';
/** Characters no token begins with. */
export const BAD = 'bad';
/** After the last token; its start and end are the text's length. */
export const END = 'end';

/** Why characters are no token: where the lexer gave up, and what it had read of the token so far. */
export interface LexicalError {
  /** Index of the token of type `bad`. */
  readonly token: number;
  /** Offset of the character that fits nowhere; the text's length when the text ended too early. */
  readonly offset: number;
  /** What of the token was read before it. */
  readonly after: string;
}

/**
 * The tokens of one statement. Lossless: what lies between two tokens is white space and the listed comments, and
 * nothing else. The last token is `end`.
 */
export interface Tokens {
  readonly text: string;
  readonly types: readonly TokenType[];
  /** Offsets in UTF-16 units. */
  readonly starts: readonly number[];
  /** Offsets, exclusive. */
  readonly ends: readonly number[];
  /** Start and end offsets of comments, two by two, in order. */
  readonly comments: readonly number[];
  readonly errors: readonly LexicalError[];
}

/** The characters of a token. */
export function tokenText(tokens: Tokens, index: number): string {
  return tokens.text.slice(tokens.starts[index], tokens.ends[index]);
}
