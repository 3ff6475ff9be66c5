import { IDENTIFIER, QUOTED_IDENTIFIER } from '../lexer/tokens.ts';
import type { Identifier, Name } from '../tree/base.ts';
import type { Cursor } from './cursor.ts';

/** What the service's parser is set to. */
const MAX_NAME_LENGTH = 256;

/** One name: a free word, or anything in back-quotes. */
export function identifier(p: Cursor): Identifier {
  if (!p.atName()) p.fail(IDENTIFIER);
  const { start, text } = p;
  const quoted = p.at(QUOTED_IDENTIFIER);
  p.take();
  const name = quoted ? text.slice(1, -1).replaceAll('``', '`').replaceAll('\\;', ';') : text;
  if (name.length > MAX_NAME_LENGTH) refuseLong(p, name);
  return { kind: 'identifier', name, quoted, start, end: start + text.length };
}

function refuseLong(p: Cursor, name: string): never {
  const text = `Length of identifier '${name}' must be less than or equal to ${MAX_NAME_LENGTH} characters`;
  return p.refuse('nameTooLong', text, p.lastToken, 'hidden', [String(MAX_NAME_LENGTH)]);
}

/** Names with dots between them; `t.*` as well. */
export function compoundName(p: Cursor): Name {
  const first = identifier(p);
  if (!p.at('.')) return { kind: 'name', parts: [first], star: false, start: first.start, end: first.end };
  const parts = [first];
  let star = false;
  while (p.at('.')) {
    p.choose();
    if (p.at('*')) {
      p.take();
      star = true;
      break;
    }
    parts.push(identifier(p));
  }
  return { kind: 'name', parts, star, start: first.start, end: p.lastEnd };
}

/** Items with commas between them, one at least. */
export function commaList<Item>(p: Cursor, item: (p: Cursor) => Item): Item[] {
  const items = [item(p)];
  while (p.at(',')) {
    p.choose();
    items.push(item(p));
  }
  return items;
}

/** `(a, b)` */
export function parenthesizedNames(p: Cursor): Identifier[] {
  p.expect('(');
  const names = commaList(p, identifier);
  p.expect(')');
  return names;
}

/** `(a, b)`, if it is there: the service takes the parenthesis only when a name follows it. */
export function optionalNames(p: Cursor): Identifier[] {
  if (!p.at('(')) return [];
  p.markChoice();
  return parenthesizedNames(p);
}
