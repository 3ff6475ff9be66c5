import type { ScopeItem } from '../../../analysis/model.ts';
import { STRING } from '../../../syntax/lexer/tokens.ts';
import type { Site } from '../context/site.ts';
import type { Offer } from '../item.ts';
import { aliasOffers, columnOffers, scopeColumns } from './columns.ts';
import { keywords } from './keywords.ts';
import { columnsOfAll } from './tables.ts';

/** Units of time, where a function takes one. */
export const UNITS = 'SECOND, MINUTE, HOUR, DAY, WEEK, MONTH, QUARTER, YEAR';
const INTERVAL_UNITS = 'SECOND, MINUTE, HOUR, DAY, MONTH, YEAR';
const VALUE = "'${1:1}' ${2|MINUTE,SECOND,HOUR,DAY|}";

/** What goes on with the word INTERVAL: a number and its unit; undefined elsewhere. */
export function intervalOffers({ before, cursor }: Site): Offer[] | undefined {
  if (before === 'INTERVAL')
    return [{ label: "'1' MINUTE", kind: 'value', insert: VALUE, snippet: true, rank: 1 }];
  if (before !== STRING || cursor.tokens.types[cursor.index - 2] !== 'INTERVAL') return undefined;
  return keywords(INTERVAL_UNITS, 1);
}

/** Columns of time attributes, which windows and OVER run on. */
export function timeColumns(items: readonly ScopeItem[], rank: number): Offer[] {
  return items.flatMap(({ name, relation }) =>
    columnOffers(
      relation.columns.filter(column => column.time !== undefined),
      name,
      rank,
    ),
  );
}

/** The arguments of a window: its time attribute (not always known for one), then lengths. */
export function windowOffers(site: Site, items: readonly ScopeItem[]): Offer[] {
  const { top } = site;
  if (top.argument === 0 && items.length === 0)
    return columnsOfAll(site, ({ time }) => (time === undefined ? 12 : 1));
  if (top.argument === 0)
    return [...timeColumns(items, 1), ...scopeColumns(items, 10), ...aliasOffers(items, 20)];
  return [
    { label: "INTERVAL '1' MINUTE", kind: 'value', insert: `INTERVAL ${VALUE}`, snippet: true, rank: 1 },
  ];
}
