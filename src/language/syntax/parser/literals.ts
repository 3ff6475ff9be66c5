import * as T from '../lexer/tokens.ts';
import type { Literal, LiteralType } from '../tree/expressions.ts';
import type { Cursor } from './cursor.ts';
import { dateTimeFormat, isDateTime, yearOutOfRange } from './dateTimes.ts';

/** Whether a token is a string of any kind. */
export function isString(type: T.TokenType): boolean {
  return (
    type === T.STRING || type === T.PREFIXED_STRING || type === T.UNICODE_STRING || type === T.BINARY_STRING
  );
}

/** The characters a string token stands for. The splitter takes the back-slash from `\\;`. */
function unquote(image: string): string {
  const value = image.slice(image.indexOf("'") + 1, -1);
  return value.replaceAll("''", "'").replaceAll('\\;', ';');
}

/** The character sets of the service's parser; it refuses all others. */
const WIDE = /^(?:UTF16|UTF-16LE)$/i;
const LATIN = /^(?:LATIN1|ISO-8859-1)$/i;

/** The character set a string names, undefined when it names none. Refuses those the service does not know. */
function characterSet(p: Cursor, image: string): string | undefined {
  if (!image.startsWith('_')) return undefined;
  const name = image.slice(1, image.indexOf("'"));
  if (!WIDE.test(name) && !LATIN.test(name))
    p.refuse('unknownCharacterSet', `Unknown character set '${name}'`, p.lastToken, 'hidden', [name]);
  return name;
}

/** Refuses a character that the named character set does not have. */
function checkEncodable(p: Cursor, value: string): void {
  if (!/[^\0-\xff]/.test(value)) return;
  p.refuse('notLatin', `Failed to encode '${value}' in character set 'ISO-8859-1'`, p.lastToken, 'none');
}

function checkUnicode(p: Cursor, value: string, escape: string, from: { start: number; end: number }): void {
  for (let i = 0; i < value.length; i++) {
    if (value.charAt(i) !== escape) continue;
    if (value.charAt(i + 1) === escape) {
      i++;
      continue;
    }
    if (/^[0-9a-fA-F]{4}$/.test(value.slice(i + 1, i + 5))) continue;
    const text = `Unicode escape sequence starting at character ${i} is not exactly four hex digits`;
    p.refuse('badUnicodeEscape', text, from);
  }
}

/** One of the strings a literal is made of, and its place. */
interface Part {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** A string with its continuations: `'a' 'b'` is one. */
export function stringLiteral(p: Cursor): Literal {
  const { start, type, text } = p;
  if (!isString(type) && type !== T.PLACEHOLDER) p.fail(T.STRING);
  p.take();
  if (type === T.PLACEHOLDER) return { kind: 'literal', type: 'string', value: text, start, end: p.lastEnd };
  const charset = type === T.PREFIXED_STRING ? characterSet(p, text) : undefined;
  const isLatin = charset !== undefined && LATIN.test(charset);
  if (isLatin) checkEncodable(p, unquote(text));
  if (type === T.BINARY_STRING) checkBinary(p, text);
  const parts: Part[] = [{ value: unquote(text), ...p.lastToken }];
  while (p.at(T.STRING)) {
    const { text: image } = p;
    p.take();
    if (type === T.BINARY_STRING) checkBinary(p, image);
    if (isLatin) checkEncodable(p, unquote(image));
    parts.push({ value: unquote(image), ...p.lastToken });
  }
  if (type !== T.BINARY_STRING) unicodeEscape(p, type === T.UNICODE_STRING, parts);
  return {
    kind: 'literal',
    type: type === T.BINARY_STRING ? 'binary' : 'string',
    value: parts.map(part => part.value).join(''),
    start,
    end: p.lastEnd,
  };
}

function checkBinary(p: Cursor, image: string): void {
  if (/^[0-9a-fA-F]*$/.test(unquote(image))) return;
  p.refuse(
    'badBinaryString',
    "Binary literal string must contain only characters '0' - '9', 'A' - 'F'",
    p.lastToken,
  );
}

function unicodeEscape(p: Cursor, isUnicode: boolean, parts: readonly Part[]): void {
  let escape = '\\';
  if (p.at('UESCAPE')) {
    p.choose();
    if (!p.at(T.STRING)) p.fail(T.STRING);
    escape = unquote(p.text);
    p.take();
    if (!isUnicode) {
      const text = 'UESCAPE cannot be specified without Unicode literal introducer';
      p.refuse('uescapeWithoutUnicode', text, p.lastToken);
    }
    checkEscapeCharacter(p, escape);
  }
  if (isUnicode) for (const part of parts) checkUnicode(p, part.value, escape, part);
}

function checkEscapeCharacter(p: Cursor, escape: string): void {
  const isHexOrBlank = /^[0-9a-fA-F\s+"]$/.test(escape);
  if (escape.length === 1 && !isHexOrBlank) return;
  const text = isHexOrBlank
    ? `UESCAPE '${escape}' may not be hex digit, whitespace, plus sign, or double quote`
    : `UESCAPE '${escape}' must be exactly one character`;
  p.refuse('badUnicodeEscape', text, p.lastToken, 'none');
}

/** A number without sign. */
export function unsignedNumber(p: Cursor): Literal {
  const { start, text, type } = p;
  if (type !== T.INTEGER && type !== T.DECIMAL && type !== T.APPROXIMATE) p.fail('number');
  p.take();
  return { kind: 'literal', type: 'number', value: text, start, end: p.lastEnd };
}

/** A number with an optional sign. */
export function signedNumber(p: Cursor): Literal {
  const { start } = p;
  const negative = p.at('-');
  if (negative || p.at('+')) p.choose();
  const { value } = unsignedNumber(p);
  return { kind: 'literal', type: 'number', value: negative ? `-${value}` : value, start, end: p.lastEnd };
}

const SPECIAL: ReadonlyMap<string, LiteralType> = new Map([
  ['TRUE', 'boolean'],
  ['FALSE', 'boolean'],
  ['UNKNOWN', 'unknown'],
  ['NULL', 'null'],
] as const);

const DATE_TIME: ReadonlyMap<string, 'date' | 'time' | 'timestamp'> = new Map([
  ['DATE', 'date'],
  ['TIME', 'time'],
  ['TIMESTAMP', 'timestamp'],
  ['{d', 'date'],
  ['{t', 'time'],
  ['{ts', 'timestamp'],
] as const);

/** TRUE, FALSE, UNKNOWN, NULL. */
export function specialLiteral(p: Cursor): Literal | undefined {
  const type = SPECIAL.get(p.type);
  if (type === undefined) return undefined;
  const { start } = p;
  const value = p.type;
  p.take();
  return { kind: 'literal', type, value, start, end: p.lastEnd };
}

/** `DATE '…'`, `{ts '…'}` and their like. */
export function dateTimeLiteral(p: Cursor): Literal | undefined {
  const type = DATE_TIME.get(p.type);
  if (type === undefined) return undefined;
  const { start } = p;
  const braced = p.type.startsWith('{');
  p.choose();
  if (!p.at(T.STRING)) p.fail(T.STRING);
  const value = unquote(p.text);
  p.take();
  if (braced) p.expect('}');
  const span = braced && type !== 'timestamp' ? p.lastToken : { start, end: p.lastEnd };
  if (!isDateTime(type, value)) {
    const text = `Illegal ${type.toUpperCase()} literal '${value}': not in format '${dateTimeFormat(type)}'`;
    p.refuse('badDateTime', text, span, 'hidden', [value, dateTimeFormat(type)]);
  }
  const year = yearOutOfRange(type, value);
  if (year !== undefined)
    p.refuse('badDateTime', `Year out of range: [${year}]`, span, 'none', [value, dateTimeFormat(type)]);
  return { kind: 'literal', type, value, start, end: p.lastEnd };
}
