import type { FunctionEntity, TableEntity } from './model.ts';
import type { Environment } from './resolve/resolution.ts';

/** Tables, views and functions of a script by name. Of two with one name the first counts. */
export class Names {
  readonly caseSensitive: boolean;
  private readonly tables = new Map<string, TableEntity>();
  private readonly functions = new Map<string, FunctionEntity>();
  /** Names of tables and views of the whole script, also of views declared further below. */
  private readonly all: readonly string[];
  private doubled = false;

  constructor(caseSensitive: boolean, all: readonly string[]) {
    this.caseSensitive = caseSensitive;
    this.all = all;
  }

  /** Whether some name was declared more than once. */
  get hasDoubles(): boolean {
    return this.doubled;
  }

  /** Makes a name known; answers false when it was known already, and remains what it was. */
  add(entity: TableEntity | FunctionEntity): boolean {
    const isFirst = this.get(entity) === undefined;
    if (!isFirst) this.doubled = true;
    else if (entity.kind === 'function') this.functions.set(entity.name.toLowerCase(), entity);
    else this.tables.set(this.tableKey(entity.name), entity);
    return isFirst;
  }

  /** What is known by the name of an entity of the same kind. */
  get({
    kind,
    name,
  }: {
    readonly kind: string;
    readonly name: string;
  }): TableEntity | FunctionEntity | undefined {
    return kind === 'function' ? this.function(name) : this.table(name);
  }

  /** Names of tables and views with one key are one name; those of functions never differ by case. */
  tableKey(name: string): string {
    return this.caseSensitive ? name : name.toLowerCase();
  }

  table(name: string): TableEntity | undefined {
    return this.tables.get(this.tableKey(name));
  }

  function(name: string): FunctionEntity | undefined {
    return this.functions.get(name.toLowerCase());
  }

  tableNames(): readonly string[] {
    return this.all;
  }

  functionNames(): readonly string[] {
    return [...this.functions.values()].map(item => item.name);
  }
}

/** What a statement asked for, names by their keys, and the answers: while these stay, so does what was made of them. */
export interface Reads {
  readonly caseSensitive: boolean;
  readonly tables: ReadonlyMap<string, TableEntity | undefined>;
  readonly functions: ReadonlyMap<string, FunctionEntity | undefined>;
  /** Columns there was room for. */
  readonly brought: number;
  /** How much room there was, when it was not enough. */
  readonly cut?: number;
}

/** An environment that notes what is looked up. */
export function recording(names: Names, room: number): { environment: Environment; reads: Reads } {
  const tables = new Map<string, TableEntity | undefined>();
  const functions = new Map<string, FunctionEntity | undefined>();
  const { caseSensitive } = names;
  const reads: { -readonly [Key in keyof Reads]: Reads[Key] } = {
    caseSensitive,
    tables,
    functions,
    brought: 0,
  };
  const environment: Environment = {
    caseSensitive,
    table(name) {
      const found = names.table(name);
      tables.set(names.tableKey(name), found);
      return found;
    },
    function(name) {
      const found = names.function(name);
      functions.set(name.toLowerCase(), found);
      return found;
    },
    bring(columns) {
      if (reads.brought + columns > room) reads.cut = room;
      else reads.brought += columns;
      return reads.cut === undefined;
    },
  };
  return { environment, reads };
}

/** Whether a statement would bring the same columns if there were so much room. */
export function fits({ brought, cut }: Reads, room: number): boolean {
  return cut === undefined ? brought <= room : cut === room;
}

/** Whether every look-up would be answered as it was. */
export function isCurrent(reads: Reads, names: Names, room: number): boolean {
  const { caseSensitive, tables, functions } = reads;
  if (caseSensitive !== names.caseSensitive || !fits(reads, room)) return false;
  for (const [key, found] of tables) if (names.table(key) !== found) return false;
  for (const [key, found] of functions) if (names.function(key) !== found) return false;
  return true;
}

/** Names whose meaning differs from what it was. */
export class ChangedNames {
  private readonly names: Names;
  private readonly tables = new Set<string>();
  private readonly functions = new Set<string>();

  constructor(names: Names) {
    this.names = names;
  }

  add(declared: { readonly kind: string; readonly name: string }): void {
    if (declared.kind === 'function') this.functions.add(declared.name.toLowerCase());
    else this.tables.add(this.names.tableKey(declared.name));
  }

  /** Whether any of them was asked for. */
  touch(reads: Reads): boolean {
    return meet(this.tables, reads.tables) || meet(this.functions, reads.functions);
  }
}

function meet(changed: ReadonlySet<string>, asked: ReadonlyMap<string, unknown>): boolean {
  if (changed.size === 0 || asked.size === 0) return false;
  const [few, many] = changed.size < asked.size ? [changed, asked] : [asked, changed];
  for (const key of few.keys()) if (many.has(key)) return true;
  return false;
}
