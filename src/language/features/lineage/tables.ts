import type { AnalyzedStatement } from '../../analysis/analyze.ts';
import type { TableEntity } from '../../analysis/model.ts';
import type { Statement } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { nameText } from '../../syntax/tree/base.ts';

/** A declared table that an INSERT writes, or reads directly or through views. Offsets count from the script's start. */
export interface LineageTable {
  readonly name: string;
  /** What it is to this INSERT: another may write what this one reads. */
  readonly role: 'source' | 'dimension' | 'sink';
  /** Its `type` in WITH. */
  readonly connector?: string;
  /** Where its name is declared. */
  readonly declared: Span;
}

/**
 * The tables of one INSERT: the sink first, then those that are read, each once.
 * @param items the INSERT, then the views it reads
 */
export function tablesOf(
  items: Iterable<AnalyzedStatement>,
  offsetOf: (statement: Statement) => number | undefined,
): LineageTable[] {
  const roles = new Map<TableEntity, LineageTable['role']>();
  for (const { model } of items) {
    const target = model?.insert?.target;
    if (target !== undefined) roles.set(target, 'sink');
    for (const { entity, dimension } of model?.tables ?? []) {
      if (entity?.kind !== 'table' || roles.get(entity) === 'sink') continue;
      // What is read as a stream anywhere is a source, though it may be joined as a dimension elsewhere.
      const isSource = roles.get(entity) === 'source' || !(dimension || isMarked(entity));
      roles.set(entity, isSource ? 'source' : 'dimension');
    }
  }
  return [...roles].flatMap(([entity, role]) => {
    const { name, place } = entity;
    const offset = offsetOf(place.statement);
    if (offset === undefined) return [];
    const connector = connectorOf(entity);
    const declared = { start: offset + place.start, end: offset + place.end };
    return { name, role, ...(connector === undefined ? {} : { connector }), declared };
  });
}

/** Names of tables that are written or read and that nothing declares, each once. */
export function undeclaredIn(items: Iterable<AnalyzedStatement>): string[] {
  const names = new Set<string>();
  for (const { model } of items) {
    if (model?.insert !== undefined && model.insert.target === undefined)
      names.add(nameText(model.insert.node.target));
    for (const { kind, name } of model?.faults ?? []) if (kind === 'unknownTable') names.add(name);
  }
  return [...names];
}

/** PERIOD FOR SYSTEM_TIME makes a table a dimension, however it is joined. */
function isMarked({ node }: TableEntity): boolean {
  return node?.kind === 'createTable' && node.period !== undefined;
}

function connectorOf({ node }: TableEntity): string | undefined {
  if (node?.kind !== 'createTable') return undefined;
  return node.properties?.items.find(({ key }) => nameText(key).toLowerCase() === 'type')?.value.value;
}
