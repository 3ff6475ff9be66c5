import type { TextChange } from '../adapters/adapter.ts';
import { randomNumbers } from './random.ts';

/** What a person is at: each is a burst of keystrokes at one place. */
export type EditKind = keyof typeof BURSTS;

export interface Keystroke extends TextChange {
  readonly kind: EditKind;
}

/** Text behind which the cursor is put, and what is typed there, key by key; `<` takes the last character back. */
const BURSTS = {
  /** A column of a query gets another name, and its own back. */
  column: { behind: /p\.amount/g, typed: '_net<<<<' },
  /** A table gets another name: whoever reads it is concerned. */
  table: { behind: /CREATE TABLE orders_\d+/g, typed: '_v2<<<' },
  value: { behind: /http:\/\/datahub/g, typed: '-east<<<<<' },
  comment: { behind: /-- Orders of branch/g, typed: ' no. ' },
  /** A condition more, in a view. */
  condition: { behind: /AND price > 0/g, typed: ' AND state <> ' },
  /** Quotes are open until the second one is typed: up to there the whole rest of the script is one statement. */
  text: { behind: /state = 'PAID'/g, typed: " OR state='DUE'" },
  blockComment: { behind: /WHERE /g, typed: '/* paid */' },
  statement: { behind: /p\.product_id;\n/g, typed: 'SELECT 1;\n' },
  semicolon: { behind: /TIMESTAMP,\n/g, typed: ';<' },
} as const satisfies Record<string, { behind: RegExp; typed: string }>;

export const EDIT_KINDS = Object.keys(BURSTS) as EditKind[];

/**
 * Keystrokes of all kinds in turn, at places all over a script that `scriptOf` made; each change counts on the text
 * that those before it left.
 */
export function keystrokes(script: string, count: number, seed = 1): Keystroke[] {
  const random = randomNumbers(seed);
  const made: Keystroke[] = [];
  let text = script;
  for (let burst = 0; made.length < count; burst += 1) {
    const kind = EDIT_KINDS[burst % EDIT_KINDS.length] ?? 'column';
    const { behind, typed } = BURSTS[kind];
    const places = [...text.matchAll(behind)].map(match => match.index + match[0].length);
    let at = places[Math.floor(random() * places.length)] ?? text.length;
    for (const key of typed) {
      const change = key === '<' ? { start: at - 1, end: at, text: '' } : { start: at, end: at, text: key };
      made.push({ ...change, kind });
      text = text.slice(0, change.start) + change.text + text.slice(change.end);
      at = change.start + change.text.length;
    }
  }
  return made.slice(0, count);
}
