import type { Column, StatementModel } from '../model.ts';

/** The columns names read, by the offset where the name ends. */
export type ColumnReads = ReadonlyMap<number, Column>;

const known = new WeakMap<StatementModel, ColumnReads>();

export function columnReads(model: StatementModel): ColumnReads {
  let reads = known.get(model);
  if (reads === undefined) {
    const found = new Map<number, Column>();
    for (const { target, end, use } of model.references)
      if (target.kind === 'column' && use === 'read') found.set(end, target);
    known.set(model, (reads = found));
  }
  return reads;
}
