import { isDigit, isLetter, isSpace, isWordPart } from './characters.ts';
import { KEYWORDS } from './keywords.ts';
import { Scanner } from './scan.ts';
import * as T from './tokens.ts';
import type { LexicalError, Tokens, TokenType } from './tokens.ts';

const CHARSET_PREFIX = /_[A-Za-z0-9][A-Za-z0-9:._-]*'/y;
const NUMBER = /(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?/y;
const BRACE = /\{ *(?:fn|ts|t|d)|\{/iy;
/** Calcite's collation names: an odd token, but longer than what it begins with, and so it wins. */
const COLLATION =
  /[\w$\u00c0-\u1fff\u3040-\u318f\u3300-\u3d2d\u4e00-\u9fff][\w$\u00c0-\u1fff\u4e00-\u9fff:.-]{0,120}\$[A-Za-z_$]{1,120}(?:\$\w{1,120})?/y;
const TWO_SIGNS = new Set(['<=', '>=', '<>', '!=', '||', '=>', '..']);
const ONE_SIGN = new Map('=<>?:+-*/%|^()[]{};.,\'"'.split('').map(sign => [sign.charCodeAt(0), sign]));

/** Reads tokens one by one; each `read…` method consumes what stands at `at`. */
class Lexer {
  readonly types: TokenType[] = [];
  readonly starts: number[] = [];
  readonly ends: number[] = [];
  readonly comments: number[] = [];
  readonly errors: LexicalError[] = [];
  private at = 0;
  private readonly text: string;
  private readonly scan: Scanner;
  private readonly mayHoldCollation: boolean;

  constructor(text: string) {
    this.text = text;
    this.scan = new Scanner(text);
    this.mayHoldCollation = text.includes('$');
  }

  run(): Tokens {
    const { text } = this;
    const length = text.length;
    while (this.at < length) {
      const code = text.charCodeAt(this.at);
      if (isSpace(code)) this.at++;
      else if (!this.readComment(code)) this.readToken(code);
    }
    this.push(T.END, length);
    const { types, starts, ends, comments, errors } = this;
    return { text, types, starts, ends, comments, errors };
  }

  private push(type: TokenType, end: number): void {
    this.types.push(type);
    this.starts.push(this.at);
    this.ends.push(end);
    this.at = end;
  }

  private pushBad(end: number, offset: number, after: string): void {
    this.errors.push({ token: this.types.length, offset, after });
    this.push(T.BAD, end);
  }

  /**
   * A character no token goes on with. As the very last one the service reports the end behind it instead.
   * @param read what of the token stands before it
   */
  private pushStopper(end: number, offset: number, read: string): void {
    const { length } = this.text;
    if (offset < length - 1) this.pushBad(end, offset, read);
    else this.pushBad(end, length, read === '' || offset === length ? '' : read + this.text.charAt(offset));
  }

  private readComment(code: number): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    if ((code === 0x2d && next === 0x2d) || (code === 0x2f && next === 0x2f)) {
      let end = this.at + 2;
      while (end < this.text.length && !isLineEnd(this.text.charCodeAt(end))) end++;
      this.comments.push(this.at, end);
      this.at = end;
      return true;
    }
    if (code !== 0x2f || next !== 0x2a) return false;
    const end = this.scan.blockComment(this.at);
    if (end < 0) this.pushBad(this.text.length, this.text.length, '');
    else {
      this.comments.push(this.at, end);
      this.at = end;
    }
    return true;
  }

  private readToken(code: number): void {
    if (isLetter(code)) this.readWord(code);
    else if (isDigit(code) || (code === 0x2e && isDigit(this.text.charCodeAt(this.at + 1))))
      this.readNumber();
    else if (code === 0x27) this.readString(T.STRING, 0);
    else if (code === 0x60) this.readBackQuoted();
    else this.readSign(code);
  }

  private readWord(first: number): void {
    const { text, at } = this;
    if (this.readPrefixedString(first)) return;
    if (first === 0x24 && this.readDollar()) return;
    let end = at + 1;
    while (isWordPart(text.charCodeAt(end))) end++;
    if (this.mayHoldCollation && this.readCollation(end)) return;
    if (text.charCodeAt(end - 1) === 0x24 && text.charCodeAt(end) === 0x7b) {
      this.push(T.PLACEHOLDER, this.scan.placeholder(end - 1));
      return;
    }
    const word = first < 128 ? text.slice(at, end).toUpperCase() : '';
    if (word === 'END' && text.slice(end, end + 5).toUpperCase() === '-EXEC') this.push(T.STRAY, end + 5);
    else this.push(KEYWORDS.get(word) ?? T.IDENTIFIER, end);
  }

  /** `${name}` is a job parameter; a `$` alone is a sign of its own, not a name. */
  private readDollar(): boolean {
    const next = this.text.charCodeAt(this.at + 1);
    if (next === 0x7b) this.push(T.PLACEHOLDER, this.scan.placeholder(this.at));
    else if (!isWordPart(next)) this.push('$', this.at + 1);
    else return false;
    return true;
  }

  private readPrefixedString(first: number): boolean {
    const { text, at } = this;
    const next = text.charCodeAt(at + 1);
    const letter = first | 32;
    if (next === 0x27 && letter === 0x6e) return this.readString(T.PREFIXED_STRING, 1);
    if (next === 0x27 && letter === 0x78) return this.readString(T.BINARY_STRING, 1);
    if (next === 0x26 && letter === 0x75 && text.charCodeAt(at + 2) === 0x27)
      return this.readString(T.UNICODE_STRING, 2);
    if (first !== 0x5f) return false;
    CHARSET_PREFIX.lastIndex = at;
    const prefix = CHARSET_PREFIX.exec(text);
    return prefix !== null && this.readString(T.PREFIXED_STRING, prefix[0].length - 1);
  }

  /** Reads a string whose quote stands `prefix` characters on; false when it never closes and has a prefix. */
  private readString(type: TokenType, prefix: number): boolean {
    const end = this.scan.string(this.at + prefix);
    if (end >= 0) this.push(type, end);
    else if (prefix > 0) return false;
    else this.push("'", this.at + 1);
    return true;
  }

  private readBackQuoted(): void {
    const { end, closed } = this.scan.backQuoted(this.at);
    if (closed) this.push(T.QUOTED_IDENTIFIER, end);
    else this.pushBad(end, end, this.text.slice(this.at, end));
  }

  private readNumber(): void {
    NUMBER.lastIndex = this.at;
    const image = NUMBER.exec(this.text)?.[0] ?? '0';
    const end = this.at + image.length;
    if (this.mayHoldCollation && this.readCollation(end)) return;
    if (/e/i.test(image)) this.push(T.APPROXIMATE, end);
    else this.push(image.includes('.') ? T.DECIMAL : T.INTEGER, end);
  }

  private readCollation(shorterEnd: number): boolean {
    COLLATION.lastIndex = this.at;
    const image = COLLATION.exec(this.text)?.[0];
    if (image === undefined || this.at + image.length < shorterEnd) return false;
    this.push(T.STRAY, this.at + image.length);
    return true;
  }

  private readSign(code: number): void {
    const { text, at } = this;
    const two = text.slice(at, at + 2);
    const sign = ONE_SIGN.get(code);
    if (TWO_SIGNS.has(two)) this.push(two, at + 2);
    else if (two === '\\;')
      this.push(';', at + 2); // the splitter's escape: a semicolon for the parser
    else if (code === 0x7b) this.readBrace();
    else if (sign !== undefined) this.push(sign, at + 1);
    else if (code === 0x21) this.pushStopper(at + 1, at + 1, '!');
    else this.pushStopper(at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1), at, '');
  }

  /** `{`, or the beginning of a JDBC escape such as `{fn`. */
  private readBrace(): void {
    BRACE.lastIndex = this.at;
    const image = BRACE.exec(this.text)?.[0] ?? '{';
    this.push(image.replaceAll(' ', '').toLowerCase(), this.at + image.length);
  }
}

function isLineEnd(code: number): boolean {
  return code === 0x0a || code === 0x0d;
}

/**
 * Cuts one statement into tokens as the service's lexer does (Calcite 1.17, lexical state of back-quoted names).
 * Never fails: characters no token begins with become `bad` tokens. Linear in the text's length.
 */
export function lex(text: string): Tokens {
  return new Lexer(text).run();
}
