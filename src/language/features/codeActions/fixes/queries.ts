import { quoteName } from '../../../analysis/checks/text.ts';
import type { Select } from '../../../syntax/tree/queries.ts';
import { declarableType } from '../declared.ts';
import { uniqueName } from '../layout.ts';
import { onlySelect } from '../refactorings/sinkList.ts';
import { edit, encloses, innermostSelect } from '../site.ts';
import type { Change, FaultSite } from './scriptFixes.ts';

/** Groups by a column that is selected as it is. */
export function addToGroup(site: FaultSite): Change[] {
  const select = innermostSelect(site)?.select;
  const last = select?.groupBy.at(-1);
  const written = site.text.slice(site.range.start, site.range.end);
  const found: Change[] = [];
  if (last !== undefined && last.kind !== 'groupingSet')
    found.push({
      title: { en: `Add '${written}' to GROUP BY`, zh: `将“${written}”加入 GROUP BY` },
      edits: [edit(site, { start: last.end, end: last.end }, `, ${written}`)],
    });
  const item = select?.items.find(
    one => one.start === site.range.start && one.expression.end === site.range.end,
  );
  const name = written.split('.').at(-1) ?? written;
  found.push({
    title: { en: `Write MAX(${written})`, zh: `写成 MAX(${written})` },
    edits: [
      edit(
        site,
        site.range,
        `MAX(${written})${item !== undefined && item.alias === undefined ? ` AS ${name}` : ''}`,
      ),
    ],
  });
  return found;
}

/** Limits the row number in the query around it. */
export function addLimit(site: FaultSite): Change[] {
  const { model, range } = site;
  let outer: Select | undefined;
  let name: string | undefined;
  for (const { select } of model.selects) {
    const inner = select.from?.kind === 'derivedTable' ? select.from.query.body : undefined;
    const item = inner?.kind === 'select' ? inner.items.find(one => one.start === range.start) : undefined;
    if (item?.alias === undefined) continue;
    outer = select;
    name = quoteName(item.alias.name);
  }
  if (outer?.from === undefined || name === undefined || outer.where !== undefined) return [];
  const { end } = outer.from;
  const title = { en: `Add WHERE ${name} <= 10`, zh: `添加 WHERE ${name} <= 10` };
  return [{ title, edits: [edit(site, { start: end, end }, ` WHERE ${name} <= 10`)] }];
}

/** Names the columns of a view as its query does. */
export function nameViewColumns(site: FaultSite): Change[] {
  const { node, output } = site.model;
  if (node.kind !== 'createView' || output === undefined || output.open) return [];
  const [first] = node.columns;
  const last = node.columns.at(-1);
  if (first === undefined || last === undefined) return [];
  if (output.columns.length === 0) return [];
  const taken: string[] = [];
  for (const [i, { name }] of output.columns.entries()) {
    const given = node.columns[i]?.name ?? (/^(?:EXPR\$\d+)?$/.test(name) ? `col_${i + 1}` : name);
    taken.push(uniqueName(given, taken));
  }
  const list = taken.map(quoteName).join(', ');
  const title = { en: `Write (${list})`, zh: `写成 (${list})` };
  return [{ title, edits: [edit(site, { start: first.start, end: last.end }, list)] }];
}

/** Gives the sink's last columns NULL, where the query gives too few. */
export function fillColumns(site: FaultSite): Change[] {
  const { insert, output } = site.model;
  const select = insert === undefined ? undefined : onlySelect(insert.node.query);
  const last = select?.items.at(-1);
  if (insert?.target === undefined || output === undefined || last === undefined) return [];
  if (insert.node.columns.length > 0 || insert.target.relation.open) return [];
  const missing = insert.target.relation.columns.slice(output.columns.length);
  if (missing.length === 0) return [];
  const items = missing.map(
    ({ name, type }) => `, CAST(NULL AS ${declarableType(type)}) AS ${quoteName(name)}`,
  );
  const names = missing.map(({ name }) => name).join(', ');
  const title = { en: `Give NULL for ${names}`, zh: `为 ${names} 补 NULL` };
  return [{ title, edits: [edit(site, { start: last.end, end: last.end }, items.join(''))] }];
}

/** Gives the second of two tables of one name another. */
export function aliasTable(site: FaultSite): Change[] {
  const { model, range } = site;
  for (const { items } of model.scopes) {
    const item = items.find(
      ({ node, alias }) =>
        alias === undefined && node.kind === 'tableReference' && encloses(node.name, range),
    );
    if (item?.node.kind !== 'tableReference' || item.name === undefined) continue;
    const name = uniqueName(
      item.name,
      items.flatMap(one => one.name ?? []),
    );
    const { end } = item.node;
    const title = { en: `Call it '${name}'`, zh: `命名为“${name}”` };
    return [{ title, edits: [edit(site, { start: end, end }, ` AS ${quoteName(name)}`)] }];
  }
  return [];
}
