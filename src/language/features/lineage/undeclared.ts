import type { Column, Place, Scope, ScopeItem, SelectUse, StatementModel } from '../../analysis/model.ts';
import { isPlaceholder } from '../../analysis/resolve/resolution.ts';
import { UNKNOWN } from '../../analysis/types.ts';
import type { Statement } from '../../syntax/script.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { Identifier, Name, Span } from '../../syntax/tree/base.ts';
import type { Query, QueryBody, Select, TableExpression, TableReference } from '../../syntax/tree/queries.ts';
import { ScopeItems } from './scopeItems.ts';
import { ScopesByPlace } from './scopesByPlace.ts';

/** A column of a table that nothing declares: all that is known of it is that a query calls it so. */
export interface UndeclaredColumn extends Column {
  /** The name of its table, as it was met first. */
  readonly undeclared: string;
  /** Where its statement names it first. */
  readonly place: Place;
}

export function isUndeclared(column: Column): column is UndeclaredColumn {
  return 'undeclared' in column;
}

/** What stands for all columns of a table that nothing declares. */
const ALL = '*';

/** All columns of an undeclared table, and the star that brings them. */
export interface Star {
  readonly column: UndeclaredColumn;
  readonly written: Span;
}

/** A table, or a sub-query, with columns nobody knows of, and the star that brings them. */
interface Starred {
  readonly item: ScopeItem;
  readonly star: Span;
}

/**
 * The names of one statement that mean columns of tables nothing declares. The analysis lets such names be: that none of
 * them is a fault does not depend on whose they are, while lineage tells just that, as far as there is no doubt.
 */
export class UndeclaredNames {
  private readonly columns = new Map<string, UndeclaredColumn>();
  private readonly selects = new Map<Select, SelectUse>();
  private readonly selectOf = new Map<Scope, Select>();
  private readonly starsOf = new Map<Select, readonly Starred[]>();
  private readonly scopes = new ScopeItems();
  /** The places of FROM that name a table nothing declares. */
  private readonly tables: ReadonlySet<TableExpression>;
  private readonly statement: Statement;
  /** By where a name begins. */
  private readonly meanings = new Map<number, Column>();
  /** Where those names begin, from first to last. */
  private readonly starts: number[] = [];

  constructor(model: StatementModel) {
    this.statement = model.statement;
    this.tables = new Set(model.tables.flatMap(({ node, entity }) => (entity === undefined ? [node] : [])));
    // Most statements read declared tables only, and cost nothing here.
    if (this.tables.size === 0) return;
    for (const use of model.selects) {
      this.selects.set(use.select, use);
      this.selectOf.set(use.scope, use.select);
    }
    const known = new Set<number>();
    for (const { target, start } of model.references) if (target.kind === 'column') known.add(start);
    const names = [...model.types.keys()]
      .filter(expression => expression.kind === 'name')
      .filter(name => !name.star && !isPlaceholder(nameText(name)))
      .filter(name => !name.parts.some(({ start }) => known.has(start)))
      .sort((one, other) => one.start - other.start);
    const places = new ScopesByPlace(model.scopes);
    for (const name of names) {
      const scope = places.at(name.start);
      const meaning = scope && this.meaning(name, scope);
      if (meaning === undefined) continue;
      this.meanings.set(name.start, meaning);
      this.starts.push(name.start);
    }
  }

  /** What a name means that the analysis gave no meaning: mostly an undeclared column. */
  of(name: Name): Column | undefined {
    return this.meanings.get(name.start);
  }

  /** What such names within a part of the statement mean. */
  within({ start, end }: Span): Column[] {
    let low = 0;
    for (let high = this.starts.length; low < high;) {
      const middle = (low + high) >> 1;
      if ((this.starts[middle] ?? start) < start) low = middle + 1;
      else high = middle;
    }
    const found: Column[] = [];
    for (let at = this.starts[low]; at !== undefined && at < end; at = this.starts[++low]) {
      const column = this.meanings.get(at);
      if (column !== undefined) found.push(column);
    }
    return found;
  }

  /** The columns of an undeclared table that a list of names in FROM counts off, as the list calls them. */
  listed({ node, relation }: ScopeItem): [Column, UndeclaredColumn][] {
    if (!this.isUndeclared(node) || node.match !== undefined) return [];
    return node.columnAliases.flatMap((alias, i) => {
      const column = relation.columns[i];
      return column === undefined ? [] : [[column, this.column(nameText(node.name), alias)]];
    });
  }

  /** What the stars of a query bring of undeclared tables. */
  stars({ body }: Query): Star[] {
    const found = new Map<UndeclaredColumn, Star>();
    const open: { readonly body: QueryBody; readonly star?: Span }[] = [{ body }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (next.body.kind === 'query') open.push({ ...next, body: next.body.body });
      else if (next.body.kind === 'setOperation')
        open.push({ ...next, body: next.body.right }, { ...next, body: next.body.left });
      else if (next.body.kind === 'select') {
        for (const { item, star } of this.starred(next.body)) {
          const { node } = item;
          const written = next.star ?? star;
          // What a pattern hands on of its table is what it is divided by: not all.
          if (node.kind === 'join' || node.match !== undefined) continue;
          if (node.kind === 'derivedTable') open.push({ body: node.query.body, star: written });
          else if (this.isUndeclared(node)) {
            const column = this.column(nameText(node.name), { ...node.name, name: ALL });
            if (!found.has(column)) found.set(column, { column, written });
          }
        }
      }
    }
    return [...found.values()];
  }

  private meaning({ parts }: Name, scope: Scope): Column | undefined {
    const [first, second] = parts;
    if (first === undefined) return undefined;
    if (second === undefined) return this.bare(first, scope);
    // Without an item of that name, the first part may be a column with fields as well as a slip.
    const item = this.scopes.item(first.name, scope);
    return item && this.columnOf(item, second);
  }

  /** A name without a table's: in doubt, such as between two undeclared tables, it stays without a meaning. */
  private bare(part: Identifier, inner: Scope): Column | undefined {
    let owner: ScopeItem | undefined;
    for (let scope: Scope | undefined = inner; scope !== undefined; scope = scope.outer) {
      if (owner !== undefined) {
        if (this.scopes.hasColumn(part.name, scope)) return undefined;
        continue;
      }
      const alias = this.aliasIn(part, scope);
      if (alias !== undefined) return alias;
      const [open, another] = scope.items.filter(({ relation }) => relation.open);
      if (another !== undefined) return undefined;
      owner = open;
    }
    return owner && this.columnOf(owner, part);
  }

  /** HAVING reads what the select list calls something before it is asked whose column that may be. */
  private aliasIn({ name, start }: Identifier, scope: Scope): Column | undefined {
    const select = this.selectOf.get(scope);
    const having = select?.having;
    if (select === undefined || having === undefined || start < having.start || start >= having.end)
      return undefined;
    return this.selects.get(select)?.output.find(name, false);
  }

  private columnOf({ relation, node }: ScopeItem, part: Identifier): Column | undefined {
    const known = relation.find(part.name, false);
    if (known !== undefined || !relation.open) return known;
    if (this.isUndeclared(node)) return this.column(nameText(node.name), part);
    return node.kind === 'derivedTable' ? this.behindStar(node.query, part) : undefined;
  }

  private isUndeclared(node: TableExpression): node is TableReference {
    return this.tables.has(node);
  }

  /** The column a sub-query hands on by its only star. */
  private behindStar(root: Query, part: Identifier): Column | undefined {
    for (let query = root; ;) {
      let body: QueryBody = query.body;
      while (body.kind === 'query') ({ body } = body);
      if (body.kind !== 'select') return undefined;
      const known = this.selects.get(body)?.output.find(part.name, false);
      if (known !== undefined) return known;
      const [only, another] = this.starred(body);
      if (only === undefined || another !== undefined) return undefined;
      if (only.item.node.kind !== 'derivedTable') return this.columnOf(only.item, part);
      ({ query } = only.item.node);
    }
  }

  /** What the stars of a select list bring that has columns nobody knows of. */
  private starred(select: Select): readonly Starred[] {
    const { scope } = this.selects.get(select) ?? {};
    if (scope === undefined) return [];
    let found = this.starsOf.get(select);
    if (found !== undefined) return found;
    const all = this.scopes.open(scope);
    found = select.items.flatMap(({ expression }): Starred[] => {
      if (expression.kind === 'star') return all.map(item => ({ item, star: expression }));
      if (expression.kind !== 'name' || !expression.star) return [];
      const item = this.scopes.item(expression.parts[0]?.name ?? '', scope);
      return item?.relation.open === true ? [{ item, star: expression }] : [];
    });
    this.starsOf.set(select, found);
    return found;
  }

  private column(
    table: string,
    { name, start, end }: Identifier | (Span & { name: string }),
  ): UndeclaredColumn {
    const key = `${table}\n${name}`.toLowerCase();
    let column = this.columns.get(key);
    if (column === undefined) {
      column = {
        kind: 'column',
        name,
        type: UNKNOWN,
        sources: [],
        copied: false,
        inherited: false,
        undeclared: table,
        place: { statement: this.statement, start, end },
      };
      this.columns.set(key, column);
    }
    return column;
  }
}
