import { nameText } from '../../syntax/tree/base.ts';
import type { Identifier } from '../../syntax/tree/base.ts';
import type { Query, QueryBody, Select, SelectItem, TableExpression } from '../../syntax/tree/queries.ts';
import type { CreateTable } from '../../syntax/tree/statements.ts';

/**
 * What is known of the columns of a table, a view or a query. Undefined: nothing certain is known, and nothing may be
 * said about it.
 */
export type Columns = readonly string[] | undefined;

/** Something FROM brings into view. */
export interface Relation {
  /** Its alias, or its own name; undefined without either. */
  readonly name: string | undefined;
  readonly columns: Columns;
}

/** Names of tables, views and WITH items; keys in lower case (names are case-insensitive since Blink 3.3). */
export interface Catalog {
  readonly relations: ReadonlyMap<string, Columns>;
  readonly outer?: Catalog;
}

export function lookUp(catalog: Catalog, name: string): { columns: Columns } | undefined {
  const key = name.toLowerCase();
  for (let c: Catalog | undefined = catalog; c !== undefined; c = c.outer)
    if (c.relations.has(key)) return { columns: c.relations.get(key) };
  return undefined;
}

/** The catalog a query's own WITH makes. */
export function withCatalog(query: Query, outer: Catalog): Catalog {
  let catalog = outer;
  for (const item of query.with) {
    const columns = item.columns.length > 0 ? namesOf(item.columns) : queryColumns(item.query, catalog);
    catalog = { relations: new Map([[item.name.name.toLowerCase(), columns]]), outer: catalog };
  }
  return catalog;
}

export const namesOf = (identifiers: readonly Identifier[]): string[] => identifiers.map(item => item.name);

/** Columns of a declared table. */
export function tableColumns(table: CreateTable): Columns {
  if (table.columns.length === 0) return undefined;
  return table.columns.map(column => column.name.name);
}

/** The relations of a FROM clause, in order. */
export function relationsOf(from: TableExpression, catalog: Catalog): Relation[] {
  const relations: Relation[] = [];
  const open: TableExpression[] = [from];
  for (let table = open.pop(); table !== undefined; table = open.pop()) {
    if (table.kind === 'join') open.push(table.right, table.left);
    else relations.push(relationOf(table, catalog));
  }
  return relations;
}

function relationOf(table: Exclude<TableExpression, { kind: 'join' }>, catalog: Catalog): Relation {
  const alias = table.alias?.name;
  const own = table.kind === 'tableReference' ? table.name.parts.at(-1)?.name : undefined;
  const name = alias ?? own;
  if (table.match !== undefined) return { name, columns: undefined };
  if (table.columnAliases.length > 0) return { name, columns: namesOf(table.columnAliases) };
  if (table.kind === 'tableReference')
    return { name, columns: lookUp(catalog, nameText(table.name))?.columns };
  if (table.kind === 'derivedTable') return { name, columns: queryColumns(table.query, catalog) };
  return { name, columns: undefined };
}

/** The columns a query gives, when all are certain. A column without a name is an empty text. */
export function queryColumns(query: Query, outer: Catalog): Columns {
  return bodyColumns(query.body, withCatalog(query, outer));
}

function bodyColumns(body: QueryBody, catalog: Catalog): Columns {
  let leftmost = body;
  while (leftmost.kind === 'setOperation') leftmost = leftmost.left;
  switch (leftmost.kind) {
    case 'query':
      return queryColumns(leftmost, catalog);
    case 'select':
      return selectColumns(leftmost, catalog);
    case 'explicitTable':
      return lookUp(catalog, nameText(leftmost.name))?.columns;
    case 'values': {
      const [row] = leftmost.rows;
      return row?.kind === 'row' ? row.items.map(() => '') : row === undefined ? undefined : [''];
    }
  }
}

function selectColumns(select: Select, catalog: Catalog): Columns {
  const relations = select.from === undefined ? [] : relationsOf(select.from, catalog);
  const columns: string[] = [];
  for (const item of select.items) {
    const some = itemColumns(item, relations, select.from);
    if (some === undefined) return undefined;
    for (const column of some) columns.push(column);
  }
  return columns;
}

/** Joins that merge columns: what `*` gives is not simply one table after the other. */
function mergesColumns(from: TableExpression | undefined): boolean {
  for (let table = from; table?.kind === 'join'; table = table.left)
    if (table.natural || table.using.length > 0) return true;
  return false;
}

function itemColumns(
  item: SelectItem,
  relations: readonly Relation[],
  from: TableExpression | undefined,
): Columns {
  const { expression, alias } = item;
  if (expression.kind === 'star') {
    if (mergesColumns(from)) return undefined;
    return relations.some(relation => relation.columns === undefined)
      ? undefined
      : relations.flatMap(relation => relation.columns ?? []);
  }
  if (expression.kind === 'name' && expression.star) {
    const [name, ...more] = expression.parts;
    if (name === undefined || more.length > 0) return undefined;
    return relations.find(relation => relation.name?.toLowerCase() === name.name.toLowerCase())?.columns;
  }
  if (alias !== undefined) return [alias.name];
  return [expression.kind === 'name' ? (expression.parts.at(-1)?.name ?? '') : ''];
}
