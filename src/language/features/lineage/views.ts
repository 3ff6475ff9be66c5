import type { Column, TableEntity } from '../../analysis/model.ts';
import { typeText } from '../../analysis/types.ts';
import type { Steps } from '../../syntax/steps.ts';
import type { ColumnLineage, ViewLineage } from './model.ts';
import type { Leaf } from './trace.ts';
import type { Tracer } from './tracer.ts';

/**
 * The views between an INSERT and its sources, nearest to the sink first, with the columns of theirs that count.
 * @param nearest what the INSERT's columns and conditions come from
 */
export function* viewsOf(nearest: readonly Leaf[], tracer: Tracer): Steps<ViewLineage[]> {
  const used = new Map<TableEntity, Map<Column, ColumnLineage>>();
  let open = nearest;
  while (open.length > 0) {
    const next: Leaf[] = [];
    for (const { column } of open) {
      const view = tracer.viewOf(column);
      if (view === undefined) continue;
      let columns = used.get(view);
      if (columns === undefined) used.set(view, (columns = new Map<Column, ColumnLineage>()));
      if (columns.has(column)) continue;
      columns.set(column, viewColumn(column, view, tracer));
      for (const leaf of tracer.behind(column)) next.push(leaf);
      yield;
    }
    open = next;
  }
  return [...used].flatMap(([{ name, place }, columns]) => {
    const offset = tracer.offsetOf(place.statement);
    if (offset === undefined) return [];
    const declared = { start: offset + place.start, end: offset + place.end };
    return { name, declared, columns: [...columns.values()] };
  });
}

function viewColumn(column: Column, view: TableEntity, tracer: Tracer): ColumnLineage {
  const step = tracer.expression(column, each => each !== column && tracer.viewOf(each) !== undefined);
  const sources = tracer.behind(column).map(leaf => tracer.source(leaf));
  const statement = tracer.statementOf(view);
  const declared = tracer.declaration(column);
  return {
    column: column.name,
    type: typeText(column.type),
    kind: tracer.kind(column, sources, step),
    ...(step === undefined ? {} : { expression: { text: step.text, start: step.start, end: step.end } }),
    ...(declared === undefined ? {} : { declared }),
    written: statement === undefined ? [] : tracer.written(column, statement),
    sources,
  };
}
