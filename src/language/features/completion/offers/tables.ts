import type { Analysis } from '../../../analysis/analyze.ts';
import { quoteName } from '../../../analysis/checks/text.ts';
import { tableComment } from '../../../analysis/comments.ts';
import type { Column, TableEntity } from '../../../analysis/model.ts';
import { roleOf, usageOf } from '../../../analysis/usage.ts';
import type { TableRole } from '../../../analysis/usage.ts';
import { connectorOf } from '../../../catalog/connectors.ts';
import type { Connector } from '../../../catalog/connectors.ts';
import { inLanguage } from '../../../catalog/texts.ts';
import { nameText } from '../../../syntax/tree/base.ts';
import { WORDS } from '../../hover/words.ts';
import type { CursorScope } from '../context/scope.ts';
import type { Site } from '../context/site.ts';
import type { Offer } from '../item.ts';
import { columnOffers, commented } from './columns.ts';

/** Every table and view of the script once; the entities are those names resolve to. */
function entities({ names }: Analysis): TableEntity[] {
  return [...new Set(names.tableNames().flatMap(name => names.table(name) ?? []))];
}

/** A view does not read itself. */
function others({ analysis, cursor }: Site): TableEntity[] {
  const own = (item: TableEntity): boolean =>
    item.kind === 'view' && item.place.statement === cursor.statement;
  return entities(analysis).filter(item => !own(item));
}

type Role = TableRole | 'view';

/** What a table is by its use, or else by what its connector can be. */
function likelyRole(entity: TableEntity, { usages }: Analysis): Role {
  if (entity.kind !== 'table') return 'view';
  const usage = usageOf(usages, entity);
  const role = roleOf(entity, usage);
  const roles = connector(entity)?.roles ?? [];
  if (role !== 'source' || usage.read || roles.length === 0 || roles.includes('source')) return role;
  return roles.includes('sink') ? 'sink' : 'dim';
}

/** Watermarks, computed columns and those of a message's header are for sources alone. */
export function isSourceOnly({ node }: TableEntity): boolean {
  if (node?.kind !== 'createTable') return false;
  return (
    node.watermarks.length > 0 || node.columns.some(item => item.kind === 'computedColumn' || item.header)
  );
}

function connector({ node }: TableEntity): Connector | undefined {
  if (node?.kind !== 'createTable') return undefined;
  const type = node.properties?.items.find(({ key }) => nameText(key).toLowerCase() === 'type');
  return type === undefined ? undefined : connectorOf(type.value.value);
}

/** Role and connector, such as `sink · print`, and the table's comment. */
function described(entity: TableEntity, role: Role, { language }: Site): Pick<Offer, 'detail' | 'about'> {
  return commented([inLanguage(WORDS[role], language), connector(entity)?.type], tableComment(entity));
}

/** Tables and views to read from: items of WITH, then sources and views, then dimensions, sinks last. */
export function readableTables(site: Site, { withs, items }: CursorScope): Offer[] {
  const { analysis, language } = site;
  const inJoin = site.before === 'JOIN';
  const inView = new Set(items.map(item => item.entity));
  const common = withs.map(({ name }): Offer => ({
    label: name,
    kind: 'view',
    insert: quoteName(name),
    detail: inLanguage(WORDS.with, language),
    rank: 8,
  }));
  const own = others(site).map((entity): Offer => {
    const role = likelyRole(entity, analysis);
    const likely = { view: 10, source: 10, dim: inJoin ? 9 : 11, sink: 14 }[role];
    const name = quoteName(entity.name);
    const dimension = role === 'dim' && inJoin;
    return {
      label: entity.name,
      kind: entity.kind === 'view' ? 'view' : 'table',
      insert: dimension ? `${name} FOR SYSTEM_TIME AS OF PROCTIME()` : name,
      ...described(entity, role, site),
      rank: inView.has(entity) ? likely + 2 : likely,
    };
  });
  return [...common, ...own];
}

/** Tables to write to: those nothing reads first; no views. */
export function writableTables(site: Site): Offer[] {
  const { analysis } = site;
  return entities(analysis).flatMap((entity): Offer[] => {
    if (entity.kind !== 'table') return [];
    const { written, read, joined } = usageOf(analysis.usages, entity);
    const role = likelyRole(entity, analysis);
    const canBeSink = (connector(entity)?.roles.includes('sink') ?? true) && !isSourceOnly(entity);
    const isOther = read || joined || role === 'dim' || !canBeSink;
    // A table that is neither written nor read yet is a source by name only.
    const isOpen = role === 'source' && !read && canBeSink;
    return [
      {
        label: entity.name,
        kind: 'table',
        insert: quoteName(entity.name),
        ...described(entity, isOpen ? 'sink' : role, site),
        rank: isOther ? 12 : written ? 11 : 10,
      },
    ];
  });
}

/** So many columns at most are offered before anything is read from. */
const MOST_COLUMNS = 300;

/** Columns of everything that can be read, for a SELECT whose FROM is still to come. */
export function columnsOfAll(site: Site, rank: (column: Column, table: TableEntity) => number): Offer[] {
  const found: Offer[] = [];
  for (const entity of others(site)) {
    if (found.length >= MOST_COLUMNS) break;
    if (likelyRole(entity, site.analysis) === 'sink') continue;
    columnOffers(entity.relation.columns, entity.name, 12).forEach((offer, i) => {
      const column = entity.relation.columns[i];
      found.push(column === undefined ? offer : { ...offer, rank: rank(column, entity) });
    });
  }
  return found.slice(0, MOST_COLUMNS);
}

/** How little an alias looks like one of a table: 0 its name or initials, 1 its beginning, 2 anything else. */
export function unlikeness(table: string, alias: string): 0 | 1 | 2 {
  const [name, short] = [table.toLowerCase(), alias.toLowerCase()];
  const words = name.split('_');
  if (name === short || words.map(word => word.charAt(0)).join('') === short) return 0;
  return words.some(word => word.startsWith(short)) ? 1 : 2;
}
