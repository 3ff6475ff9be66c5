import type { FunctionEntity, StatementModel, TableEntity } from './model.ts';

/** How the statements of a script use a table or view; of a function, whether it is called. */
export interface Usage {
  /** An INSERT writes it. */
  readonly written: boolean;
  /** It is read as a stream. */
  readonly read: boolean;
  /** It is joined with FOR SYSTEM_TIME. */
  readonly joined: boolean;
}

const UNUSED: Usage = { written: false, read: false, joined: false };

type Used = TableEntity | FunctionEntity;

/** One way one statement uses something. */
export interface Use {
  readonly entity: Used;
  readonly how: keyof Usage;
}

export type Usages = ReadonlyMap<Used, Usage>;

/** How one statement uses tables, views and functions; each way once. */
export function usesOf({ references, tables }: StatementModel): Use[] {
  const uses: Use[] = [];
  const add = (entity: Used, how: Use['how']): void => {
    if (!uses.some(use => use.entity === entity && use.how === how)) uses.push({ entity, how });
  };
  for (const { target, use } of references)
    if (use === 'write' && (target.kind === 'table' || target.kind === 'view')) add(target, 'written');
  const joined = new Set<Used | undefined>();
  for (const { entity, dimension } of tables) {
    if (dimension) joined.add(entity);
    if (entity !== undefined) add(entity, dimension ? 'joined' : 'read');
  }
  for (const { target, use } of references) {
    if (use !== 'read') continue;
    if (target.kind === 'function') add(target, 'read');
    else if ((target.kind === 'table' || target.kind === 'view') && !joined.has(target)) add(target, 'read');
  }
  return uses;
}

/** Puts the uses of all statements together. */
export function usagesOf(statements: Iterable<{ readonly uses: readonly Use[] }>): Usages {
  const usages = new Map<Used, { -readonly [How in keyof Usage]: boolean }>();
  for (const { uses } of statements) {
    for (const { entity, how } of uses) {
      let usage = usages.get(entity);
      if (usage === undefined) usages.set(entity, (usage = { written: false, read: false, joined: false }));
      usage[how] = true;
    }
  }
  return usages;
}

/** Whether two lists of uses are the same, in the same order. */
export function sameUses(a: readonly Use[], b: readonly Use[]): boolean {
  return a.length === b.length && a.every((use, i) => use.entity === b[i]?.entity && use.how === b[i].how);
}

export const usageOf = (usages: Usages, entity: Used): Usage => usages.get(entity) ?? UNUSED;

/** The role the service gives a table (blink-sql.md 3.1, "Role"). */
export type TableRole = 'source' | 'sink' | 'dim';

/** What a table is: a sink when an INSERT writes it, a dimension when it is marked so, else a source. */
export function roleOf(entity: TableEntity, usage: Usage): TableRole {
  if (usage.written) return 'sink';
  const marked = entity.node?.kind === 'createTable' && entity.node.period !== undefined;
  return marked || (usage.joined && !usage.read) ? 'dim' : 'source';
}
