import { quoteName } from '../../../analysis/checks/text.ts';
import type { Column } from '../../../analysis/model.ts';
import { bareName } from '../context/site.ts';
import type { Site } from '../context/site.ts';
import { ownTableName } from '../context/ownTable.ts';
import { tokenText } from '../../../syntax/lexer/tokens.ts';
import type { Offer } from '../item.ts';
import { columnOffers } from './columns.ts';
import { keywords } from './keywords.ts';

/** The columns of the table the INSERT writes to. */
export function targetColumns(site: Site): readonly Column[] {
  const name = ownTableName(site);
  return name === undefined ? [] : (site.analysis.names.table(name)?.relation.columns ?? []);
}

/** The column of the sink that an item of the select list goes to; undefined outside of the list of an INSERT. */
export function sinkColumnAt(site: Site): string | undefined {
  const { query, top, cursor } = site;
  if (query !== top || top.kind !== 'root') return undefined;
  const { types } = cursor.tokens;
  const into = types.indexOf('INTO');
  if (into < 0 || into > top.select) return undefined;
  if (types[into + 2] !== '(') return targetColumns(site)[top.argument]?.name;
  const at = into + 3 + 2 * top.argument;
  return at < types.indexOf(')', into) ? bareName(tokenText(cursor.tokens, at)) : undefined;
}

/** Columns of the sink that the list does not have yet; all of them at once too. */
export function insertColumnOffers(site: Site): Offer[] {
  const { cursor, top } = site;
  const given = new Set<string>();
  for (let i = top.open + 1; i < cursor.tokens.types.length && cursor.tokens.types[i] !== ')'; i++)
    if (i !== cursor.index) given.add(bareName(tokenText(cursor.tokens, i)).toLowerCase());
  const open = targetColumns(site).filter(column => !given.has(column.name.toLowerCase()));
  return [...all(open), ...columnOffers(open, undefined, 5)];
}

function all(columns: readonly Column[]): Offer[] {
  if (columns.length < 2) return [];
  const text = columns.map(column => quoteName(column.name)).join(', ');
  return [{ label: text, kind: 'list', insert: text, rank: 1 }];
}

/** What goes on after the name of the sink: its columns, a query that fits them. */
export function afterTarget(site: Site): Offer[] {
  const columns = targetColumns(site);
  const names = columns.map(column => quoteName(column.name)).join(', ');
  const list: Offer[] =
    names === ''
      ? []
      : [{ label: `(${names})`, kind: 'list', insert: `(${names})`, filter: `( ${names}`, rank: 2 }];
  return [...keywords('SELECT', 1), ...list, ...keywords('VALUES, WITH', 5)];
}
