import { quoteName } from '../../../analysis/checks/text.ts';
import type { JoinUse } from '../../../analysis/model.ts';
import { encloses, edit } from '../site.ts';
import { itemEdit, periodEdit } from '../declaration.ts';
import type { Change, FaultSite } from './scriptFixes.ts';

/** Declares a table that is joined as a dimension as one. */
export function addPeriod({ model, range, analysis }: FaultSite): Change[] {
  const use = model.tables.find(({ node, dimension }) => dimension && node.name.start === range.start);
  const entity = use?.entity;
  if (entity?.node?.kind !== 'createTable' || entity.node.period !== undefined || use?.first === true)
    return [];
  const period = periodEdit(analysis, entity);
  if (period === undefined) return [];
  const title = {
    en: `Declare '${entity.name}' with PERIOD FOR SYSTEM_TIME`,
    zh: `在“${entity.name}”的声明中添加 PERIOD FOR SYSTEM_TIME`,
  };
  return [{ title, edits: [period] }];
}

function joinAt({ model, range }: FaultSite): JoinUse | undefined {
  return model.joins.find(({ join }) => encloses({ start: join.right.start, end: join.end }, range));
}

/** Makes the columns the join compares the key of a table that has none. */
export function addKey(site: FaultSite): Change[] {
  const { model, analysis, range } = site;
  const use = joinAt(site);
  const entity = use?.right.entity;
  if (use?.join.on === undefined || entity?.node?.kind !== 'createTable') return [];
  const { primaryKeys, uniqueKeys, indexes } = entity.node;
  if (primaryKeys.length + uniqueKeys.length + indexes.length > 0 || use.right.node.start > range.start)
    return [];
  const { on } = use.join;
  const compared = model.references.flatMap(({ target, start, end }) =>
    target.kind === 'column' && encloses(on, { start, end }) && entity.relation.columns.includes(target)
      ? [target.name]
      : [],
  );
  const names = [...new Set(compared)].map(quoteName).join(', ');
  const key = names === '' ? undefined : itemEdit(analysis, entity, `PRIMARY KEY (${names})`);
  if (key === undefined) return [];
  const title = {
    en: `Declare '${entity.name}' with PRIMARY KEY (${names})`,
    zh: `在“${entity.name}”的声明中添加 PRIMARY KEY (${names})`,
  };
  return [{ title, edits: [key] }];
}

/** Joins by the columns of the key that are missing, where the other side has some of the same names. */
export function joinOnKey(site: FaultSite): Change[] {
  const use = joinAt(site);
  const on = use?.join.on;
  const entity = use?.right.entity;
  const own = use?.right.name;
  if (use === undefined || on === undefined || own === undefined || entity?.node?.kind !== 'createTable')
    return [];
  if (on.kind === 'operation' && on.operator === 'OR') return [];
  const key = entity.node.primaryKeys.at(-1)?.columns.map(({ name }) => name) ?? [];
  const text = site.text.slice(on.start, on.end).toLowerCase();
  const missing = key.filter(name => !text.includes(name.toLowerCase()));
  const pairs = missing.map(name => {
    const left = use.scope.items
      .slice(0, use.before)
      .find(item => item.relation.find(name, false) !== undefined);
    if (left?.name === undefined) return undefined;
    return `${quoteName(left.name)}.${quoteName(name)} = ${quoteName(own)}.${quoteName(name)}`;
  });
  if (pairs.length === 0 || pairs.includes(undefined)) return [];
  const condition = pairs.join(' AND ');
  const title = { en: `Add ${condition}`, zh: `添加 ${condition}` };
  return [{ title, edits: [edit(site, { start: on.end, end: on.end }, ` AND ${condition}`)] }];
}
