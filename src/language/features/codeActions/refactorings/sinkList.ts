import { quoteName } from '../../../analysis/checks/text.ts';
import type { Column } from '../../../analysis/model.ts';
import { familyOf, typeText } from '../../../analysis/types.ts';
import type { Insert } from '../../../syntax/tree/statements.ts';
import type { Query, Select } from '../../../syntax/tree/queries.ts';
import type { Proposal } from '../action.ts';
import { beginsLine, indentAt, lineEndOf } from '../layout.ts';
import { edit } from '../site.ts';
import type { Site } from '../site.ts';

/** Brings the select list of an INSERT and the columns of its sink together. */
export function sinkList(site: Site): Proposal[] {
  const { model } = site;
  const { insert, output } = model;
  const target = insert?.target;
  if (insert === undefined || target === undefined || output === undefined) return [];
  if (target.relation.open || output.open) return [];
  const { node } = insert;
  const select = onlySelect(node.query);
  const isHead = site.range.end <= (select?.items.at(-1)?.end ?? node.query.start + 6);
  if (!isHead) return [];
  const sink = target.relation.columns;
  const found: Proposal[] = [];
  if (node.columns.length === 0 && sink.length === output.columns.length)
    for (const entry of columnList(site, node, sink)) found.push(entry);
  if (select !== undefined && node.columns.length === 0) {
    if (sink.length === output.columns.length)
      for (const entry of names(site, select, sink)) found.push(entry);
    for (const entry of byName(site, select, sink)) found.push(entry);
  }
  return found;
}

/** `INSERT INTO t (a, b)` */
function columnList(site: Site, { target }: Insert, sink: readonly Column[]): Proposal[] {
  const list = sink.map(({ name }) => quoteName(name)).join(', ');
  return [
    {
      title: { en: "Write the list of the sink's columns", zh: '写出结果表的列清单' },
      kind: 'refactor.rewrite',
      edits: [edit(site, { start: target.end, end: target.end }, ` (${list})`)],
    },
  ];
}

/** Each item gets the name of the column it goes into. */
function names(site: Site, select: Select, sink: readonly Column[]): Proposal[] {
  const edits = select.items.flatMap((item, i) => {
    const name = sink[i]?.name ?? '';
    const own = item.expression.kind === 'name' ? item.expression.parts.at(-1)?.name : undefined;
    if ((item.alias?.name ?? own) === name) return [];
    const place = { start: item.expression.end, end: item.end };
    return [edit(site, place, ` AS ${quoteName(name)}`)];
  });
  if (edits.length === 0) return [];
  const title = { en: "Name the items as the sink's columns", zh: '按结果表的列名为各项命名' };
  return [{ title, kind: 'refactor.rewrite', edits }];
}

/** The items in the order of the sink's columns, found by their names; what is missing is NULL. */
function byName(site: Site, select: Select, sink: readonly Column[]): Proposal[] {
  const items = new Map<string, string>();
  for (const item of select.items) {
    const name =
      item.alias?.name ?? (item.expression.kind === 'name' ? item.expression.parts.at(-1)?.name : undefined);
    if (name === undefined || items.has(name.toLowerCase())) return [];
    items.set(name.toLowerCase(), site.text.slice(item.start, item.end));
  }
  const [first] = select.items;
  const last = select.items.at(-1);
  if (first === undefined || last === undefined || hasComments(site, first.start, last.end)) return [];
  const wanted = sink.map(({ name }) => name.toLowerCase());
  // Nothing that is selected may get lost.
  if ([...items.keys()].some(name => !wanted.includes(name))) return [];
  const given = [...items.keys()];
  if (given.length === wanted.length && given.every((name, i) => name === wanted[i])) return [];
  const list = sink.map(column => items.get(column.name.toLowerCase()) ?? missing(column));
  const { text, analysis } = site;
  const separator = beginsLine(text, first.start)
    ? `,${lineEndOf(analysis.script)}${indentAt(text, first.start)}`
    : ', ';
  return [
    {
      title: { en: 'Align the select list with the sink', zh: '使 SELECT 列表与结果表对齐' },
      kind: 'refactor.rewrite',
      edits: [edit(site, { start: first.start, end: last.end }, list.join(separator))],
    },
  ];
}

function missing({ name, type }: Column): string {
  const shown = familyOf(type) === 'unknown' || familyOf(type) === 'collection' ? 'VARCHAR' : typeText(type);
  return `CAST(NULL AS ${shown}) AS ${quoteName(name)}`;
}

function hasComments({ model }: Site, start: number, end: number): boolean {
  return model.statement.tokens.comments.some(at => start <= at && at <= end);
}

/** The query as one SELECT without stars. */
export function onlySelect({ body, with: withs }: Query): Select | undefined {
  let inner = body;
  while (inner.kind === 'query' && inner.with.length === 0) inner = inner.body;
  if (inner.kind !== 'select' || (withs.length > 0 && body.kind !== 'select')) return undefined;
  const hasStar = inner.items.some(
    ({ expression }) => expression.kind === 'star' || (expression.kind === 'name' && expression.star),
  );
  return hasStar ? undefined : inner;
}
