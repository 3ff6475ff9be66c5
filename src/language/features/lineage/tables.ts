import type { AnalyzedStatement } from '../../analysis/analyze.ts';
import type { TableEntity } from '../../analysis/model.ts';
import type { Statement } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { nameText } from '../../syntax/tree/base.ts';

/** A table that an INSERT writes, or reads directly or through views. Offsets count from the script's start. */
export interface LineageTable {
  readonly name: string;
  /** What it is to this INSERT: another may write what this one reads. */
  readonly role: 'source' | 'dimension' | 'sink';
  /** Its `type` in WITH. */
  readonly connector?: string;
  /** Where its name is declared; absent when nothing declares it. */
  readonly declared?: Span;
  /** Of one that nothing declares: where it is named first. */
  readonly named?: Span;
}

type Role = LineageTable['role'];

/**
 * The tables of one INSERT: the sink first, then those that are read, each once.
 * @param items the INSERT, then the views it reads
 */
export function tablesOf(
  items: Iterable<AnalyzedStatement>,
  offsetOf: (statement: Statement) => number | undefined,
): LineageTable[] {
  const roles = new Map<TableEntity | string, Role>();
  const undeclared = new Map<string, { readonly name: string; readonly named: Span }>();
  const take = (table: TableEntity | string, role: Role) => {
    const known = roles.get(table);
    // What is read as a stream anywhere is a source, though it may be joined as a dimension elsewhere.
    if (known === undefined || (known === 'dimension' && role === 'source')) roles.set(table, role);
  };
  const takeName = (name: string, { start, end }: Span, role: Role, offset: number) => {
    const key = name.toLowerCase();
    take(key, role);
    if (!undeclared.has(key))
      undeclared.set(key, { name, named: { start: offset + start, end: offset + end } });
  };
  for (const { model, offset } of items) {
    if (model?.insert !== undefined) {
      const { target, node } = model.insert;
      if (target === undefined) takeName(nameText(node.target), node.target, 'sink', offset);
      else take(target, 'sink');
    }
    for (const { node, entity, dimension } of model?.tables ?? []) {
      if (entity === undefined) takeName(nameText(node.name), node.name, roleOf(dimension), offset);
      else if (entity.kind === 'table') take(entity, roleOf(dimension || isMarked(entity)));
    }
    // `TABLE t` reads a table too.
    for (const { kind, name, ...place } of model?.faults ?? [])
      if (kind === 'unknownTable' && !undeclared.has(name.toLowerCase()))
        takeName(name, place, 'source', offset);
  }
  return [...roles].flatMap(([table, role]): LineageTable[] => {
    if (typeof table === 'string') {
      const found = undeclared.get(table);
      return found === undefined ? [] : [{ ...found, role }];
    }
    const { name, place } = table;
    const offset = offsetOf(place.statement);
    if (offset === undefined) return [];
    const connector = connectorOf(table);
    const declared = { start: offset + place.start, end: offset + place.end };
    return [{ name, role, ...(connector === undefined ? {} : { connector }), declared }];
  });
}

const roleOf = (isDimension: boolean): Role => (isDimension ? 'dimension' : 'source');

/** PERIOD FOR SYSTEM_TIME makes a table a dimension, however it is joined. */
function isMarked({ node }: TableEntity): boolean {
  return node?.kind === 'createTable' && node.period !== undefined;
}

function connectorOf({ node }: TableEntity): string | undefined {
  if (node?.kind !== 'createTable') return undefined;
  return node.properties?.items.find(({ key }) => nameText(key).toLowerCase() === 'type')?.value.value;
}
