import type { FunctionEntity, TableEntity } from './model.ts';
import type { Environment } from './resolve/resolution.ts';

/** Tables, views and functions of a script by name. Of two with one name the first counts. */
export class Names {
  readonly caseSensitive: boolean;
  private readonly tables = new Map<string, TableEntity>();
  private readonly functions = new Map<string, FunctionEntity>();
  /** Names of tables and views of the whole script, also of views declared further below. */
  private readonly all: readonly string[];

  constructor(caseSensitive: boolean, all: readonly string[]) {
    this.caseSensitive = caseSensitive;
    this.all = all;
  }

  addTable(entity: TableEntity): void {
    const key = this.key(entity.name);
    if (!this.tables.has(key)) this.tables.set(key, entity);
  }

  addFunction(entity: FunctionEntity): void {
    const key = entity.name.toLowerCase();
    if (!this.functions.has(key)) this.functions.set(key, entity);
  }

  table(name: string): TableEntity | undefined {
    return this.tables.get(this.key(name));
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

  private key(name: string): string {
    return this.caseSensitive ? name : name.toLowerCase();
  }
}

/** What a statement asked for, and what it was told: as long as the answers stay, so does what was made of them. */
export interface Reads {
  readonly tables: Map<string, TableEntity | undefined>;
  readonly functions: Map<string, FunctionEntity | undefined>;
}

/** An environment that notes what is looked up. */
export function recording(names: Names): { environment: Environment; reads: Reads } {
  const reads: Reads = { tables: new Map(), functions: new Map() };
  const environment: Environment = {
    caseSensitive: names.caseSensitive,
    table(name) {
      const found = names.table(name);
      reads.tables.set(name, found);
      return found;
    },
    function(name) {
      const found = names.function(name);
      reads.functions.set(name, found);
      return found;
    },
    tableNames: () => names.tableNames(),
    functionNames: () => names.functionNames(),
  };
  return { environment, reads };
}

/** Whether every look-up would be answered as it was. */
export function isCurrent(reads: Reads, names: Names): boolean {
  for (const [name, found] of reads.tables) if (names.table(name) !== found) return false;
  for (const [name, found] of reads.functions) if (names.function(name) !== found) return false;
  return true;
}
