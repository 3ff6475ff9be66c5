import { quoteName } from '../../../analysis/checks/text.ts';
import type { Column, ScopeItem } from '../../../analysis/model.ts';
import { familyOf } from '../../../analysis/types.ts';
import type { Offer } from '../item.ts';

/** Conditions for the last table of a join: its keys first, then columns of equal names; all keys at once if several. */
export function joinConditions(items: readonly ScopeItem[]): Offer[] {
  const right = items.at(-1);
  if (right?.name === undefined || items.length < 2) return [];
  const keys = new Set(keyNames(right));
  const found: { text: string; isKey: boolean }[] = [];
  for (const column of right.relation.columns) {
    const isKey = keys.has(column.name.toLowerCase());
    const partner = partnerOf(column, right, items, isKey);
    if (partner !== undefined) found.push({ text: `${partner} = ${qualified(right.name, column)}`, isKey });
  }
  const ofKeys = found.filter(item => item.isKey);
  const all = ofKeys.length > 1 ? [ofKeys.map(item => item.text).join(' AND ')] : [];
  return [...all.map(text => offer(text, 1)), ...found.map(({ text, isKey }) => offer(text, isKey ? 2 : 3))];
}

const offer = (text: string, rank: number): Offer => ({ label: text, kind: 'condition', insert: text, rank });

const qualified = (owner: string, column: Column): string => `${quoteName(owner)}.${quoteName(column.name)}`;

function keyNames({ entity }: ScopeItem): string[] {
  if (entity?.node?.kind !== 'createTable') return [];
  const { primaryKeys, uniqueKeys, indexes } = entity.node;
  return [...primaryKeys.slice(-1), ...uniqueKeys, ...indexes]
    .flatMap(key => key.columns)
    .map(column => column.name.toLowerCase());
}

/** How a key of the table is called elsewhere: by its name without the layer's, of `dim_users` also `user`. */
function namesOfOne(table: string): string[] {
  const name = table.toLowerCase().replace(/^(?:dim|ods|dwd)_|_?dim$/g, '');
  const one = name.replace(/ies$/, 'y').replace(/(?<![su])s$/, '');
  return [name, one];
}

/** Keys whose name tells nothing: elsewhere they are the id of what the table is about. */
const PLAIN_KEYS = new Set(['id', 'key', 'pk', 'rowkey', 'row_key']);

/** A column of the tables before that has the same name; for a key called `id` also `user_id` of table `user`. */
function partnerOf(
  column: Column,
  right: ScopeItem,
  items: readonly ScopeItem[],
  isKey: boolean,
): string | undefined {
  const name = column.name.toLowerCase();
  const tables = namesOfOne(right.entity?.name ?? right.name ?? '');
  for (const accepts of [
    (other: string) => other === name,
    (other: string) =>
      isKey && tables.some(table => other === `${table}_${name}` || other === `${table}${name}`),
    (other: string) =>
      isKey &&
      PLAIN_KEYS.has(name) &&
      tables.some(table => [table, `${table}_id`, `${table}id`, `${table}_key`].includes(other)),
  ]) {
    for (const item of items) {
      if (item === right || item.name === undefined) continue;
      const found = item.relation.columns.find(
        other => accepts(other.name.toLowerCase()) && fit(other, column),
      );
      if (found !== undefined) return qualified(item.name, found);
    }
  }
  return undefined;
}

function fit(a: Column, b: Column): boolean {
  const [left, right] = [familyOf(a.type), familyOf(b.type)];
  return left === right || left === 'unknown' || right === 'unknown';
}
