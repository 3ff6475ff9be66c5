import { END, STRING, tokenText } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import type { Span } from '../../../syntax/tree/base.ts';
import type { Fix, Message, TextEdit } from '../check.ts';
import { fix, quoteKey } from '../text.ts';
import { translated } from './flinkConnectors.ts';
import type { Translation } from './flinkConnectors.ts';

/** What is said of a WITH whose keys are quoted, and the place of all these keys. */
export interface QuotedKeys extends Span {
  readonly message: Message;
  readonly fixes: Fix[];
}

/** A `key = 'value'` of WITH, as far as it stands there. */
interface Item extends Span {
  /** The key's token, when it is one in quotes. */
  readonly quoted?: number;
  readonly key: string;
  /** The value's token, when it is a plain string. */
  readonly value?: number;
}

/** Keys no connector of this dialect has. */
const FLINK = /^(?:connector|format|scan\.|value\.|properties\.|connector\.)/i;

/**
 * Explains keys in quotes, all of a WITH at once.
 * @param at index of the first of these keys
 */
export function quotedKeys(tokens: Tokens, at: number): QuotedKeys | undefined {
  const items = itemsFrom(tokens, openBefore(tokens, at));
  const keys = items.filter(({ quoted }) => quoted !== undefined && quoted >= at);
  const [first] = keys;
  if (first === undefined) return undefined;
  const end = tokens.ends[keys.at(-1)?.quoted ?? at] ?? 0;
  const place = { start: tokens.starts[at] ?? 0, end };
  const given = new Map(items.map(item => [item.key.toLowerCase(), valueText(tokens, item) ?? '']));
  if (!keys.some(({ key }) => FLINK.test(key))) return { ...place, ...onlyQuoted(tokens, keys) };
  const translation = translated(given);
  const type = translation.type ?? '…';
  return {
    ...place,
    message: {
      en: `Keys in quotes are Apache Flink's way. Blink SQL writes keys without quotes, and names the connector by type = '${type}'.`,
      zh: `键加引号是 Apache Flink SQL 的写法。Blink SQL 的键不加引号，并用 type = '${type}' 指定连接器。`,
    },
    fixes: [
      {
        title:
          translation.type === undefined
            ? { en: 'Write the keys as Blink SQL does', zh: '改为 Blink SQL 的键' }
            : {
                en: `Write it for Blink SQL, with type = '${type}'`,
                zh: `改写为 Blink SQL：type = '${type}'`,
              },
        edits: rewritten(tokens, items, translation),
        preferred: true,
      },
    ],
  };
}

function onlyQuoted(tokens: Tokens, keys: readonly Item[]): Pick<QuotedKeys, 'message' | 'fixes'> {
  const edits = keys.flatMap(item => keyEdit(tokens, item, item.key));
  const [first] = edits;
  const name = quoteKey(keys[0]?.key ?? '');
  const message: Message = {
    en: `Keys of WITH stand without quotes: ${name} = '…'.`,
    zh: `WITH 的键不加引号：${name} = '…'。`,
  };
  if (first === undefined) return { message, fixes: [] };
  if (edits.length === 1)
    return { message, fixes: [fix({ en: `Write ${name}`, zh: `写成 ${name}` }, first, first.text)] };
  const title = {
    en: `Take the quotes off all ${edits.length} keys`,
    zh: `去掉全部 ${edits.length} 个键的引号`,
  };
  return { message, fixes: [{ title, edits, preferred: true }] };
}

/** The parenthesis of the WITH a key stands in. */
function openBefore({ types }: Tokens, at: number): number {
  let open = at - 1;
  while (open > 0 && !(types[open] === '(' && types[open - 1] === 'WITH')) open--;
  return open;
}

function itemsFrom(tokens: Tokens, open: number): Item[] {
  const { types, starts, ends } = tokens;
  const items: Item[] = [];
  let first = open + 1;
  let equals = -1;
  for (let i = first; first < types.length; i++) {
    const type = types[i] ?? END;
    const isEnd = type === ')' || type === END;
    if (type === '=' && equals < first) equals = i;
    if (type !== ',' && !isEnd) continue;
    if (i > first) {
      const hasValue = equals > first;
      const keyEnd = hasValue ? equals : i;
      const quoted = types[first] === STRING && keyEnd === first + 1 ? first : undefined;
      const text = tokens.text.slice(starts[first], ends[keyEnd - 1]);
      items.push({
        start: starts[first] ?? 0,
        end: ends[i - 1] ?? 0,
        key: quoted === undefined ? text.replaceAll('`', '') : text.slice(1, -1),
        ...(quoted === undefined ? {} : { quoted }),
        ...(hasValue && types[equals + 1] === STRING && equals + 2 === i ? { value: equals + 1 } : {}),
      });
    }
    if (isEnd) break;
    first = i + 1;
  }
  return items;
}

function valueText(tokens: Tokens, { value }: Item): string | undefined {
  return value === undefined ? undefined : tokenText(tokens, value).slice(1, -1).replaceAll("''", "'");
}

function keyEdit({ starts, ends }: Tokens, { quoted }: Item, name: string): TextEdit[] {
  if (quoted === undefined) return [];
  return [{ start: starts[quoted] ?? 0, end: ends[quoted] ?? 0, text: quoteKey(name) }];
}

function rewritten(tokens: Tokens, items: readonly Item[], translation: Translation): TextEdit[] {
  const edits: TextEdit[] = [];
  items.forEach((item, i) => {
    if (item.quoted === undefined) return;
    const before = valueText(tokens, item);
    const span = withComma(items, i);
    const renamed = translation.rename(item.key, before ?? '');
    // What somebody noted beside it is not taken out unasked.
    const now = renamed ?? (hasComment(tokens, span) ? { key: item.key } : undefined);
    if (now === undefined) edits.push({ ...span, text: '' });
    else edits.push(...keyEdit(tokens, item, now.key));
    const { value = before } = now ?? {};
    const [start, end] = [tokens.starts[item.value ?? -1], tokens.ends[item.value ?? -1]];
    if (start === undefined || end === undefined || value === undefined || now === undefined) return;
    const added = now.key === 'type' && translation.added !== undefined ? `, ${translation.added}` : '';
    if (value !== before || added !== '')
      edits.push({ start, end, text: `'${value.replaceAll("'", "''")}'${added}` });
  });
  return edits;
}

const hasComment = ({ comments }: Tokens, { start, end }: Span): boolean =>
  comments.some(at => start <= at && at <= end);

/** An item with the comma that goes with it. */
function withComma(items: readonly Item[], i: number): Span {
  const { start, end } = items[i] ?? { start: 0, end: 0 };
  const [before, behind] = [items[i - 1], items[i + 1]];
  if (before !== undefined) return { start: before.end, end };
  return { start, end: behind?.start ?? end };
}
