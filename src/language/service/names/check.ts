import { nameText } from '../../syntax/tree/base.ts';
import type { Name, Span } from '../../syntax/tree/base.ts';
import type { Query, QueryBody, Select, TableExpression } from '../../syntax/tree/queries.ts';
import { childrenOf } from '../../syntax/tree/walk.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';
import { lookUp, relationsOf, withCatalog } from './relations.ts';
import type { Catalog, Relation } from './relations.ts';

/** A name the service would not find, with its words for it. */
export interface NameFault extends Span {
  readonly text: string;
  readonly code: 'SQL-00120002' | 'SQL-00120003' | 'SQL-00120004';
}

/** What names in an expression may mean: the relations of its query, then those of the queries around it. */
interface Scope {
  readonly relations: readonly Relation[];
  readonly outer?: Scope;
}

/** Finds the first name that is certainly unknown. Says nothing where anything is uncertain. */
export function findUnknownName(query: Query, catalog: Catalog): NameFault | undefined {
  return checkQuery(query, catalog, undefined);
}

function checkQuery(query: Query, outer: Catalog, scope: Scope | undefined): NameFault | undefined {
  let catalog = outer;
  for (const item of query.with) {
    const fault = checkQuery(item.query, catalog, scope);
    if (fault !== undefined) return fault;
    catalog = withCatalog({ ...query, with: [item] }, catalog);
  }
  return checkBody(query.body, catalog, scope);
}

function checkBody(body: QueryBody, catalog: Catalog, scope: Scope | undefined): NameFault | undefined {
  const parts: QueryBody[] = [];
  const open = [body];
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    if (part.kind === 'setOperation') open.push(part.right, part.left);
    else parts.push(part);
  }
  for (const part of parts) {
    const fault = checkPart(part, catalog, scope);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkPart(part: QueryBody, catalog: Catalog, scope: Scope | undefined): NameFault | undefined {
  if (part.kind === 'query') return checkQuery(part, catalog, scope);
  if (part.kind === 'select') return checkSelect(part, catalog, scope);
  return part.kind === 'explicitTable' ? unknownTable(part.name, catalog) : undefined;
}

function unknownTable(name: Name, catalog: Catalog): NameFault | undefined {
  const text = nameText(name);
  if (name.parts.length !== 1 || text.includes('${') || lookUp(catalog, text) !== undefined) return undefined;
  return { text: `Object '${text}' not found`, code: 'SQL-00120004', start: name.start, end: name.end };
}

function checkSelect(select: Select, catalog: Catalog, outer: Scope | undefined): NameFault | undefined {
  if (select.from === undefined) return undefined;
  const scope: Scope = {
    relations: relationsOf(select.from, catalog),
    ...(outer === undefined ? {} : { outer }),
  };
  const tables = checkTables(select.from, catalog, scope);
  if (tables !== undefined) return tables;
  const aliases = new Set(
    select.items.flatMap(item => (item.alias === undefined ? [] : [item.alias.name.toLowerCase()])),
  );
  const clauses: { node: AnyNode | undefined; aliases: ReadonlySet<string> }[] = [
    { node: select.where, aliases: new Set() },
    ...select.groupBy.map(node => ({ node, aliases })),
    { node: select.having, aliases },
    ...select.items.map(item => ({ node: item.expression, aliases: new Set<string>() })),
  ];
  for (const clause of clauses) {
    if (clause.node === undefined) continue;
    const fault = checkNames(clause.node, catalog, scope, clause.aliases);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function checkTables(from: TableExpression, catalog: Catalog, scope: Scope): NameFault | undefined {
  const open: TableExpression[] = [from];
  const conditions: AnyNode[] = [];
  for (let table = open.pop(); table !== undefined; table = open.pop()) {
    let fault: NameFault | undefined;
    if (table.kind === 'join') {
      if (table.on !== undefined) conditions.push(table.on);
      open.push(table.right, table.left);
    } else if (table.kind === 'tableReference' && !table.lateral) fault = unknownTable(table.name, catalog);
    else if (table.kind === 'derivedTable')
      fault = checkQuery(table.query, catalog, table.lateral ? scope : scope.outer);
    if (fault !== undefined) return fault;
  }
  for (const condition of conditions) {
    const fault = checkNames(condition, catalog, scope, new Set());
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Checks the column names of an expression; queries inside are checked with this scope around them. */
function checkNames(
  root: AnyNode,
  catalog: Catalog,
  scope: Scope,
  aliases: ReadonlySet<string>,
): NameFault | undefined {
  const open: AnyNode[] = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (isQuery(node)) {
      const fault = checkQuery(node, catalog, scope);
      if (fault !== undefined) return fault;
    } else if (isName(node)) {
      const fault = unknownColumn(node, scope, aliases);
      if (fault !== undefined) return fault;
    } else for (const below of operandsOf(node).reverse()) open.push(below);
  }
  return undefined;
}

const isQuery = (node: AnyNode): node is Query => node.kind === 'query';
const isName = (node: AnyNode): node is Name => node.kind === 'name';

/** What of a node holds column names: not the field behind a dot, not the name of an argument. */
function operandsOf(node: AnyNode): AnyNode[] {
  const below = childrenOf(node);
  const operator = 'operator' in node ? node.operator : '';
  if (operator === '.') return below.slice(0, 1);
  if (operator === '=>') return below.slice(1);
  return below;
}

const equal = (a: string | undefined, b: string): boolean => a?.toLowerCase() === b.toLowerCase();

const holds = (relation: Relation, column: string): boolean =>
  relation.columns === undefined || relation.columns.some(name => equal(name, column));

function unknownColumn(name: Name, scope: Scope, aliases: ReadonlySet<string>): NameFault | undefined {
  const [first, second] = name.parts;
  if (first === undefined || nameText(name).includes('${')) return undefined;
  if (name.parts.length === 1 && aliases.has(first.name.toLowerCase())) return undefined;
  for (let s: Scope | undefined = scope; s !== undefined; s = s.outer) {
    const relation = s.relations.find(item => equal(item.name, first.name));
    if (relation !== undefined && name.parts.length > 1) {
      if (second === undefined || holds(relation, second.name)) return undefined;
      const text = `Column '${second.name}' not found in table '${first.name}'`;
      return { text, code: 'SQL-00120002', start: second.start, end: second.end };
    }
    if (s.relations.some(item => holds(item, first.name))) return undefined;
  }
  if (name.star || name.parts.length > 1) {
    return {
      text: `Table '${first.name}' not found`,
      code: 'SQL-00120003',
      start: first.start,
      end: first.end,
    };
  }
  return {
    text: `Column '${first.name}' not found in any table`,
    code: 'SQL-00120002',
    start: first.start,
    end: first.end,
  };
}
