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
  if (outer?.from === undefined || name === undefined) return [];
  const { where } = outer;
  // Parentheses around the condition are no part of its span, and OR binds looser than what would be added.
  if (where?.kind === 'operation' && where.operator === 'OR') return [];
  if (where !== undefined && site.text[where.end] === ')') return [];
  const { end } = where ?? outer.from;
  const text = `${where === undefined ? 'WHERE' : 'AND'} ${name} <= 10`;
  const title = { en: `Add ${text}`, zh: `添加 ${text}` };
  return [{ title, edits: [edit(site, { start: end, end }, ` ${text}`)] }];
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

/** Gives a column of a name that is there already another. */
export function nameColumn(site: FaultSite): Change[] {
  const select = innermostSelect(site)?.select;
  const item = select?.items.find(one => encloses(one, site.range));
  if (select === undefined || item === undefined) return [];
  const { expression, alias } = item;
  if (expression.kind === 'star' || (expression.kind === 'name' && expression.star)) return [];
  const names = select.items.flatMap(one => {
    const own = one.expression.kind === 'name' ? one.expression.parts.at(-1)?.name : undefined;
    return one.alias?.name ?? own ?? [];
  });
  const own = expression.kind === 'name' ? expression.parts.at(-1)?.name : undefined;
  const name = uniqueName(alias?.name ?? own ?? 'col', names);
  const title = { en: `Call it '${name}'`, zh: `命名为“${name}”` };
  const place = alias ?? { start: item.end, end: item.end };
  return [
    { title, edits: [edit(site, place, alias === undefined ? ` AS ${quoteName(name)}` : quoteName(name))] },
  ];
}

/** `TUMBLE(…)` where a value stands is mostly meant to be where its window begins. */
export function windowStart(site: FaultSite): Change[] {
  const call = site.model.calls.find(
    use => use.call.start === site.range.start && use.clause === 'select',
  )?.call;
  if (call === undefined || !/^(?:TUMBLE|HOP|SESSION)$/i.test(call.name)) return [];
  return ['_START', '_END'].map(part => {
    const name = `${call.name}${part}`;
    return { title: { en: `Write ${name}`, zh: `写成 ${name}` }, edits: [edit(site, call.nameSpan, name)] };
  });
}

/** Makes a TopN of a query that is sorted. */
export function addRowLimit(site: FaultSite): Change[] {
  const { node } = site.model;
  if (node.kind !== 'createView' && node.kind !== 'insert') return [];
  const last = node.query.orderBy.at(-1);
  if (last === undefined || last.end < site.range.end || site.text[last.end] === ')') return [];
  const title = { en: 'Add LIMIT 100', zh: '添加 LIMIT 100' };
  return [{ title, edits: [edit(site, { start: last.end, end: last.end }, ' LIMIT 100')] }];
}
