import type { CancellationToken } from 'vscode-languageserver';
import { lineageInSteps } from '../../language/features/lineage/lineage.ts';
import type { ColumnLineage, InsertLineage, SourceColumn } from '../../language/features/lineage/lineage.ts';
import type { Span } from '../../language/syntax/tree/base.ts';
import type { LineTable } from '../documents/lineTable.ts';
import { rangeOf } from '../documents/ranges.ts';
import { LINEAGE } from '../protocol.ts';
import type {
  LineageColumn,
  LineageInsert,
  LineageParams,
  LineageResult,
  LineageSource,
  PlainRange,
} from '../protocol.ts';
import { inSlices } from '../slices.ts';
import { answeringLater } from './feature.ts';
import type { Parts } from './feature.ts';

/** Column-level lineage, for the panel beside the editor. */
export function registerLineage(parts: Parts): void {
  const unknown: LineageResult = { version: null, inserts: [] };
  const answer = answeringLater<LineageParams & { textDocument: { uri: string } }, LineageResult>(
    parts,
    'lineage',
    unknown,
    async ({ version, lines }, analysis, _, isNeedless) => {
      const inserts = await inSlices(lineageInSteps(analysis), isNeedless);
      return { version, inserts: inserts?.map(item => protocolInsert(item, lines)) ?? [] };
    },
  );
  parts.connection.onRequest(LINEAGE, ({ uri }: LineageParams, token: CancellationToken) =>
    answer({ uri, textDocument: { uri } }, token),
  );
}

function protocolInsert(insert: InsertLineage, lines: LineTable): LineageInsert {
  const { sink, columns, tables, views, influences, incomplete, undeclared } = insert;
  return {
    sink,
    range: rangeOf(insert, lines),
    tables: tables.map(table => located(table, lines)),
    views: views.map(view => ({
      name: view.name,
      declared: rangeOf(view.declared, lines),
      columns: view.columns.map(column => protocolColumn(column, lines)),
    })),
    columns: columns.map(column => protocolColumn(column, lines)),
    influences: influences.map(item => ({
      kind: item.kind,
      text: item.text,
      range: rangeOf(item, lines),
      ...(item.view === undefined ? {} : { view: item.view }),
      sources: protocolSources(item.sources, lines),
      ...(item.through === undefined ? {} : { through: protocolSources(item.through, lines) }),
    })),
    incomplete,
    undeclared,
  };
}

function protocolColumn(item: ColumnLineage, lines: LineTable): LineageColumn {
  const { column, type, kind, expression, declared, written, sources, through } = item;
  return {
    column,
    ...(type === undefined ? {} : { type }),
    kind,
    ...(expression === undefined
      ? {}
      : { expression: { text: expression.text, range: rangeOf(expression, lines) } }),
    ...(declared === undefined ? {} : { declared: rangeOf(declared, lines) }),
    written: written.map(span => rangeOf(span, lines)),
    sources: protocolSources(sources, lines),
    ...(through === undefined ? {} : { through: protocolSources(through, lines) }),
  };
}

function protocolSources(sources: readonly SourceColumn[], lines: LineTable): LineageSource[] {
  return sources.map(source => located(source, lines));
}

interface Placed {
  readonly declared?: Span;
  readonly named?: Span;
}

/** The same with the protocol's places. */
function located<T extends Placed>(
  { declared, named, ...rest }: T,
  lines: LineTable,
): Omit<T, keyof Placed> & { declared?: PlainRange; named?: PlainRange } {
  return {
    ...rest,
    ...(declared === undefined ? {} : { declared: rangeOf(declared, lines) }),
    ...(named === undefined ? {} : { named: rangeOf(named, lines) }),
  };
}
