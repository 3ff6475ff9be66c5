import type { Column, Scope, ScopeItem } from '../model.ts';
import type { Relation } from '../relation.ts';

/** What a bare name may be: the first column of that name, its item, and whether no other item has one. */
export interface Owned {
  readonly item: ScopeItem;
  readonly column: Column;
  readonly alone: boolean;
}

/** So many items are walked faster than they are put into a table. */
const FEW = 8;

/**
 * The items of one scope by name and by the names of their columns. A scope grows while its joins are resolved, so the
 * index reads on where it stopped. A FROM may hold thousands of tables, and every condition asks: to walk the items
 * each time would take as long as their number squared. A table that is joined again and again is read once.
 */
export class ScopeIndex {
  private readonly scope: Scope;
  private readonly caseSensitive: boolean;
  private readonly byName = new Map<string, ScopeItem>();
  private named = 0;
  /** By the name of a column, the relations that have one, in the order in which they come first. */
  private readonly byColumn = new Map<string, Relation[]>();
  private readonly places = new Map<Relation, { readonly item: ScopeItem; alone: boolean }>();
  private read = 0;
  private variables: ReadonlySet<string> | undefined;
  private open = false;

  constructor(scope: Scope, caseSensitive: boolean) {
    this.scope = scope;
    this.caseSensitive = caseSensitive;
  }

  /** The first item of that name. */
  item(name: string): ScopeItem | undefined {
    const { items } = this.scope;
    const key = this.key(name);
    if (items.length <= FEW)
      return items.find(item => item.name !== undefined && this.key(item.name) === key);
    for (; this.named < items.length; this.named++) {
      const item = items[this.named];
      if (item?.name === undefined) continue;
      const own = this.key(item.name);
      if (!this.byName.has(own)) this.byName.set(own, item);
    }
    return this.byName.get(key);
  }

  /** Whether that is a pattern variable. */
  hasVariable(name: string): boolean {
    const { variables } = this.scope;
    if (variables.length === 0) return false;
    this.variables ??= new Set(variables.map(variable => this.key(variable)));
    return this.variables.has(this.key(name));
  }

  /** The first column of that name. */
  column(name: string): Owned | undefined {
    if (this.scope.items.length <= FEW) return this.walked(name);
    this.readOn();
    const [first, second] = this.byColumn.get(this.key(name)) ?? [];
    const place = first && this.places.get(first);
    const column = first?.find(name, this.caseSensitive);
    if (place === undefined || column === undefined) return undefined;
    return { item: place.item, column, alone: place.alone && second === undefined };
  }

  /** Whether there may be columns nobody knows of. */
  get isOpen(): boolean {
    const { items } = this.scope;
    if (items.length <= FEW) return items.some(item => item.relation.open);
    this.readOn();
    return this.open;
  }

  private walked(name: string): Owned | undefined {
    let found: Owned | undefined;
    for (const item of this.scope.items) {
      const column = item.relation.find(name, this.caseSensitive);
      if (column === undefined) continue;
      if (found !== undefined) return { ...found, alone: false };
      found = { item, column, alone: true };
    }
    return found;
  }

  private readOn(): void {
    const { items } = this.scope;
    for (; this.read < items.length; this.read++) {
      const item = items[this.read];
      if (item === undefined) continue;
      const { relation } = item;
      const place = this.places.get(relation);
      if (place === undefined) {
        this.places.set(relation, { item, alone: true });
        this.open ||= relation.open;
        for (const column of relation.columns) this.own(this.key(column.name), relation);
      } else place.alone = false;
    }
  }

  private own(key: string, relation: Relation): void {
    const owners = this.byColumn.get(key);
    if (owners === undefined) this.byColumn.set(key, [relation]);
    else if (owners.at(-1) !== relation) owners.push(relation);
  }

  private key(name: string): string {
    return this.caseSensitive ? name : name.toLowerCase();
  }
}
