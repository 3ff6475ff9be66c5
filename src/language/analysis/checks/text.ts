import type { Span } from '../../syntax/tree/base.ts';
import { isReserved } from '../reserved.ts';
import { similarNames } from '../similar.ts';
import type { Fix, Message } from './check.ts';

/** The name as it must be written: in back-quotes when it is reserved or not made of letters. */
export function quoteName(name: string): string {
  const plain = /^[A-Za-z_$\u4e00-\u9fff][\w$\u4e00-\u9fff]*$/.test(name);
  return plain && !isReserved(name) ? name : quoted(name);
}

/** A key of WITH as it must be written: words with dots between them, in back-quotes when one of them needs it. */
export function quoteKey(key: string): string {
  return key.split('.').every(part => quoteName(part) === part) ? key : quoted(key);
}

export const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``;

/** What is said of a name that is nearly one of the choices. */
export function didYouMean(
  word: string,
  choices: readonly string[],
  place: Span,
  write?: (name: string) => string,
): Suggestion {
  return suggest(similarNames(word, choices), place, write);
}

/** ` Did you mean 'x'?` and the fixes that put it right. */
export interface Suggestion {
  readonly hint: Message;
  readonly fixes: Fix[];
}

/** Suggests the names that are near, best first; nothing when there are none. */
export function suggest(
  near: readonly string[],
  place: Span,
  write: (name: string) => string = quoteName,
): Suggestion {
  const [first] = near;
  if (first === undefined) return { hint: { en: '', zh: '' }, fixes: [] };
  const { start, end } = place;
  const fixes = near.map((name, i): Fix => ({
    title: { en: `Change to '${name}'`, zh: `改为“${name}”` },
    edits: [{ start, end, text: write(name) }],
    preferred: i === 0,
  }));
  return { hint: { en: ` Did you mean '${first}'?`, zh: `是否应为“${first}”？` }, fixes };
}

/** Two texts one after the other. */
export function join(a: Message, b: Message): Message {
  return { en: a.en + b.en, zh: a.zh + b.zh };
}

/** One edit as a fix. */
export function fix(title: Message, place: Span, text: string, preferred = true): Fix {
  return { title, edits: [{ start: place.start, end: place.end, text }], preferred };
}
