import type { Analysis } from './analyze.ts';
import type { TableEntity } from './model.ts';

/** How the statements of a script use a table or view. */
export interface Usage {
  /** An INSERT writes it. */
  written: boolean;
  /** It is read as a stream. */
  read: boolean;
  /** It is joined with FOR SYSTEM_TIME. */
  joined: boolean;
}

const UNUSED: Readonly<Usage> = { written: false, read: false, joined: false };

export type Usages = ReadonlyMap<TableEntity, Readonly<Usage>>;

/** Collects how every table and view of a script is used. */
export function usagesOf(analysis: Analysis): Usages {
  const usages = new Map<TableEntity, Usage>();
  const of = (entity: TableEntity): Usage => {
    let usage = usages.get(entity);
    if (usage === undefined) usages.set(entity, (usage = { ...UNUSED }));
    return usage;
  };
  for (const { model } of analysis.statements) {
    if (model === undefined) continue;
    for (const { target, use } of model.references) {
      if (target.kind !== 'table' && target.kind !== 'view') continue;
      if (use === 'write') of(target).written = true;
    }
    const joined = new Set(model.tables.filter(item => item.dimension).map(item => item.entity));
    for (const { entity, dimension } of model.tables)
      if (entity !== undefined) of(entity)[dimension ? 'joined' : 'read'] = true;
    for (const { target, use } of model.references)
      if ((target.kind === 'table' || target.kind === 'view') && use === 'read' && !joined.has(target))
        of(target).read = true;
  }
  return usages;
}

export const usageOf = (usages: Usages, entity: TableEntity): Readonly<Usage> => usages.get(entity) ?? UNUSED;

/** The role the service gives a table (blink-sql.md 3.1, "Role"). */
export type TableRole = 'source' | 'sink' | 'dim';

/** What a table is: a sink when an INSERT writes it, a dimension when it is marked so, else a source. */
export function roleOf(entity: TableEntity, usage: Readonly<Usage>): TableRole {
  if (usage.written) return 'sink';
  const marked = entity.node?.kind === 'createTable' && entity.node.period !== undefined;
  return marked || (usage.joined && !usage.read) ? 'dim' : 'source';
}
