import { quoteName } from '../../../analysis/checks/text.ts';
import { familyOf } from '../../../analysis/types.ts';
import { columnEdit } from '../declaration.ts';
import { columnsFor } from '../declared.ts';
import { beginsLine, indentAt, lineEndOf, uniqueName } from '../layout.ts';
import { edit, encloses } from '../site.ts';
import type { Change, FaultSite } from './scriptFixes.ts';

/** Names the simplest connector: `print` for what is written, `random` for what is read. */
export function addConnector(site: FaultSite): Change[] {
  const { model, analysis, text } = site;
  const { node, declares } = model;
  if (node.kind !== 'createTable' || declares?.kind !== 'table') return [];
  const isWritten = analysis.statements.some(item => item.model?.insert?.target === declares);
  const type = isWritten ? 'print' : 'random';
  const property = `type = '${type}'`;
  const title = { en: `Add ${property}`, zh: `添加 ${property}` };
  const { properties } = node;
  if (properties === undefined)
    return [{ title, edits: [edit(site, { start: node.end, end: node.end }, ` WITH (${property})`)] }];
  const [first] = properties.items;
  if (first === undefined) return [];
  const { start } = first;
  const gap = beginsLine(text, start) ? `${lineEndOf(analysis.script)}${indentAt(text, start)}` : ' ';
  return [{ title, edits: [edit(site, { start, end: start }, `${property},${gap}`)] }];
}

/** Computes a time of the column, and puts the watermark on it. */
export function computeTime(site: FaultSite): Change[] {
  const { model, range, text, analysis } = site;
  const { node, declares } = model;
  if (node.kind !== 'createTable' || declares?.kind !== 'table') return [];
  const mark = node.watermarks.find(item => encloses(item, range) && item.column.start === range.start);
  const column = declares.relation.find(mark?.column.name ?? '', false);
  const last = node.columns.at(-1);
  const [field] = mark?.call.args ?? [];
  if (mark === undefined || column === undefined || last === undefined || field?.kind !== 'name') return [];
  if (!['BIGINT', 'VARCHAR'].includes(column.type.name) || last.end > mark.start) return [];
  const name = quoteName(
    uniqueName(
      'rowtime',
      declares.relation.columns.map(item => item.name),
    ),
  );
  const gap = beginsLine(text, last.start)
    ? `${lineEndOf(analysis.script)}${indentAt(text, last.start)}`
    : ' ';
  const written = `${name} AS TO_TIMESTAMP(${quoteName(column.name)})`;
  const title = { en: `Put it on ${written}`, zh: `改用 ${written}` };
  const edits = [
    edit(site, { start: last.end, end: last.end }, `,${gap}${written}`),
    edit(site, mark.column, name),
    edit(site, field, name),
  ];
  return [{ title, edits }];
}

/** Declares the columns the query gives, and the sink has not. */
export function widenSink(site: FaultSite): Change[] {
  const { model, analysis } = site;
  const { insert, output } = model;
  const target = insert?.target;
  if (target === undefined || output === undefined || target.kind !== 'table') return [];
  if (insert === undefined || insert.node.columns.length > 0 || target.relation.open || output.open)
    return [];
  const own = target.relation.columns.map(({ name }) => name);
  const extra = columnsFor(output.columns).slice(own.length);
  const taken = [...own];
  const items = extra.map(({ name, type }) => {
    const column = uniqueName(name, taken);
    taken.push(column);
    return `${quoteName(column)} ${type}`;
  });
  const change = items.length === 0 ? undefined : columnEdit(analysis, target, items.join(', '));
  const title = {
    en: `Add ${items.join(', ')} to '${target.name}'`,
    zh: `在“${target.name}”中添加 ${items.join('、')}`,
  };
  return change === undefined ? [] : [{ title, edits: [change] }];
}

/** Declares it under another name; what reads the name goes on to read the first. */
export function renameDeclaration(site: FaultSite): Change[] {
  const { analysis, model, range } = site;
  const { declares } = model;
  if (declares === undefined || declares.place.start !== range.start) return [];
  const taken = declares.kind === 'function' ? analysis.names.functionNames() : analysis.names.tableNames();
  const name = uniqueName(declares.name, taken);
  const title = { en: `Call it '${name}'`, zh: `命名为“${name}”` };
  return [{ title, edits: [edit(site, range, quoteName(name))] }];
}

/** A dimension takes part in INNER and LEFT JOIN only. */
export function leftJoin(site: FaultSite): Change[] {
  const { model, range } = site;
  const use = model.joins.find(({ right }) => encloses(right.node, range));
  if (use?.join.type !== 'RIGHT' && use?.join.type !== 'FULL') return [];
  const { types, starts, ends } = model.statement.tokens;
  const at = types.lastIndexOf(use.join.type, starts.indexOf(use.join.right.start));
  if (at < 0) return [];
  const title = { en: 'Write LEFT JOIN', zh: '写成 LEFT JOIN' };
  return [{ title, edits: [edit(site, { start: starts[at] ?? 0, end: ends[at] ?? 0 }, 'LEFT')] }];
}

/** Converts an argument to the one type the function takes at its place. */
export function castArgument(site: FaultSite): Change[] {
  const use = site.model.calls.find(({ call }) =>
    call.args.some(arg => arg.start === site.range.start && arg.end === site.range.end),
  );
  const index = use?.call.args.findIndex(arg => arg.start === site.range.start) ?? -1;
  const wanted = new Set(
    (use?.builtIn?.signatures ?? [])
      .filter(({ parameters }) => parameters.length === use?.call.args.length)
      .map(({ parameters }) => parameters[index]?.type),
  );
  const [type] = wanted;
  if (
    wanted.size !== 1 ||
    type === undefined ||
    !/^[A-Z]+$/.test(type) ||
    familyOf({ name: type }) === 'unknown'
  )
    return [];
  const text = `CAST(${site.text.slice(site.range.start, site.range.end)} AS ${type})`;
  return [{ title: { en: `Write ${text}`, zh: `写成 ${text}` }, edits: [edit(site, site.range, text)] }];
}
