import { quoteName } from '../../../analysis/checks/text.ts';
import type { TextEdit } from '../../../analysis/checks/check.ts';
import type { Role } from '../../../catalog/connectors.ts';
import type { Span } from '../../../syntax/tree/base.ts';
import { columnEdit } from '../declaration.ts';
import { columnsFor, CONNECTORS, tableText } from '../declared.ts';
import type { NewColumn } from '../declared.ts';
import { lineEndOf, topOf } from '../layout.ts';
import { scopeAround } from '../refactorings/columns.ts';
import { edit } from '../site.ts';
import { guessedType, usedColumns } from '../used.ts';
import type { Change, FaultSite } from './scriptFixes.ts';

const ROLES: Readonly<Record<Role, { en: string; zh: string }>> = {
  sink: { en: 'sink', zh: '结果表' },
  source: { en: 'source', zh: '源表' },
  dim: { en: 'dimension table', zh: '维表' },
};

/** Declares a table a statement reads or writes: with the columns of the query, or with those that are read. */
export function declareTable(site: FaultSite): Change[] {
  const { model, range } = site;
  const isAt = ({ start }: Span): boolean => start === range.start;
  const { insert, output } = model;
  if (insert !== undefined && isAt(insert.node.target)) {
    const { target, columns } = insert.node;
    if (target.parts.length !== 1 || output === undefined || output.open) return [];
    const names = columns.map(name => name.parts.at(-1)?.name ?? '');
    const name = target.parts[0]?.name ?? '';
    return offers(site, name, 'sink', columnsFor(output.columns, names));
  }
  const use = model.tables.find(({ node }) => isAt(node.name));
  const name = use?.node.name.parts.length === 1 ? use.node.name.parts[0]?.name : undefined;
  if (use === undefined || name === undefined) return [];
  const columns = usedColumns(model, use.node);
  if (!use.dimension) return offers(site, name, 'source', columns, watermark(site, columns));
  const keys = keyColumns(site, use.node, columns);
  const items = [...(keys === '' ? [] : [`PRIMARY KEY (${keys})`]), 'PERIOD FOR SYSTEM_TIME'];
  return offers(site, name, 'dim', columns, items);
}

function offers(
  site: FaultSite,
  name: string,
  role: Role,
  columns: readonly NewColumn[],
  items: readonly string[] = [],
): Change[] {
  if (columns.length === 0) return [];
  const { en, zh } = ROLES[role];
  const lineEnd = lineEndOf(site.analysis.script);
  return CONNECTORS[role].map(type => ({
    title: { en: `Declare ${en} '${name}' (${type})`, zh: `声明${zh}“${name}”（${type}）` },
    edits: [before(site, tableText(name, columns, type, role, items, lineEnd))],
  }));
}

/** A statement put before that of the site, with a semicolon and an empty line. */
function before(site: FaultSite, text: string): TextEdit {
  const lineEnd = lineEndOf(site.analysis.script);
  const top = topOf(site.item);
  const isBehind = site.item.offset > 0 && !/[\r\n]/.test(site.text.slice(0, top));
  return edit(site, { start: top, end: top }, `${isBehind ? lineEnd : ''}${text};${lineEnd}${lineEnd}`);
}

/** A column that windows are made of needs one. */
function watermark({ model }: FaultSite, columns: readonly NewColumn[]): string[] {
  const times = new Set(
    model.calls.flatMap(({ call, clause }) => {
      const [first] = call.args;
      return clause === 'groupBy' && first?.kind === 'name'
        ? (first.parts.at(-1)?.name.toLowerCase() ?? [])
        : [];
    }),
  );
  const column = columns.find(({ name, type }) => type === 'TIMESTAMP' && times.has(name.toLowerCase()));
  const name = column === undefined ? undefined : quoteName(column.name);
  return name === undefined ? [] : [`WATERMARK FOR ${name} AS withOffset(${name}, 1000)`];
}

/** The columns ON compares: rows of a dimension are looked up by them. */
function keyColumns({ model }: FaultSite, node: Span, columns: readonly NewColumn[]): string {
  const join = model.joins.find(({ right }) => right.node === node);
  const on = join?.join.on;
  if (on === undefined) return '';
  const words = new Set(
    model.statement.text
      .slice(on.start, on.end)
      .toLowerCase()
      .match(/[\w\u4e00-\u9fff]+/g) ?? [],
  );
  return columns
    .filter(({ name }) => words.has(name.toLowerCase()))
    .map(({ name }) => quoteName(name))
    .join(', ');
}

/** Declares a function by a class, to be given its name. */
export function declareFunction(site: FaultSite): Change[] {
  const name = site.text.slice(site.range.start, site.range.end).replaceAll('`', '');
  if (!/^[A-Za-z]\w*$/.test(name)) return [];
  const words = name.split('_').filter(word => word !== '');
  const className = words.map(word => word.charAt(0).toUpperCase() + word.slice(1)).join('');
  const text = `CREATE FUNCTION ${quoteName(name)} AS 'com.example.${className}'`;
  const title = { en: `Declare function '${name}'`, zh: `声明函数“${name}”` };
  return [{ title, edits: [before(site, text)] }];
}

/** Adds the column to the table it is read from. */
export function addColumn(site: FaultSite): Change[] {
  const { model, range, analysis, text } = site;
  const fault = model.faults.find(({ kind, start }) => kind === 'unknownColumn' && start === range.start);
  const items = scopeAround(model, range)?.items ?? [];
  const qualifier = fault?.qualifier?.toLowerCase();
  const owners = items.filter(({ name }) => qualifier === undefined || name?.toLowerCase() === qualifier);
  const [owner] = owners;
  const entity = owner?.entity;
  if (fault === undefined || owners.length !== 1 || entity?.kind !== 'table') return [];
  if (owner?.relation !== entity.relation || /^\s*\./.test(text.slice(range.end))) return [];
  const change = columnEdit(analysis, entity, `${quoteName(fault.name)} ${guessedType(model, fault.name)}`);
  const title = {
    en: `Add column '${fault.name}' to '${entity.name}'`,
    zh: `在“${entity.name}”中添加列“${fault.name}”`,
  };
  return change === undefined ? [] : [{ title, edits: [change] }];
}
