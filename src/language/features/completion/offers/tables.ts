import type { Analysis } from '../../../analysis/analyze.ts';
import { quoteName } from '../../../analysis/checks/text.ts';
import type { TableEntity } from '../../../analysis/model.ts';
import { roleOf, usageOf } from '../../../analysis/usage.ts';
import { inLanguage } from '../../../catalog/texts.ts';
import { WORDS } from '../../hover/words.ts';
import type { CursorScope } from '../context/scope.ts';
import type { Site } from '../context/site.ts';
import type { Offer } from '../item.ts';

/** Every table and view of the script once; the entities are those names resolve to. */
function entities({ names }: Analysis): TableEntity[] {
  return [...new Set(names.tableNames().flatMap(name => names.table(name) ?? []))];
}

/** Tables and views to read from: items of WITH, then sources and views, then dimensions, sinks last. */
export function readableTables(site: Site, { withs, items }: CursorScope): Offer[] {
  const { analysis, language } = site;
  const usages = analysis.usages;
  const inJoin = site.before === 'JOIN';
  const inView = new Set(items.map(item => item.entity));
  const common = withs.map(({ name }): Offer => ({
    label: name,
    kind: 'view',
    insert: quoteName(name),
    detail: inLanguage(WORDS.with, language),
    rank: 8,
  }));
  const own = entities(analysis).map((entity): Offer => {
    const role = entity.kind === 'table' ? roleOf(entity, usageOf(usages, entity)) : 'view';
    const likely = { view: 10, source: 10, dim: inJoin ? 9 : 11, sink: 14 }[role];
    const name = quoteName(entity.name);
    const dimension = role === 'dim' && inJoin;
    return {
      label: entity.name,
      kind: entity.kind === 'view' ? 'view' : 'table',
      insert: dimension ? `${name} FOR SYSTEM_TIME AS OF PROCTIME()` : name,
      detail: inLanguage(WORDS[role], language),
      rank: inView.has(entity) ? likely + 2 : likely,
    };
  });
  return [...common, ...own];
}

/** Tables to write to: those nothing reads first; no views. */
export function writableTables({ analysis, language }: Site): Offer[] {
  const usages = analysis.usages;
  return entities(analysis).flatMap((entity): Offer[] => {
    if (entity.kind !== 'table') return [];
    const { written, read, joined } = usageOf(usages, entity);
    const role = roleOf(entity, usageOf(usages, entity));
    return [
      {
        label: entity.name,
        kind: 'table',
        insert: quoteName(entity.name),
        ...(written || read || joined ? { detail: inLanguage(WORDS[role], language) } : {}),
        rank: read || joined || role === 'dim' ? 12 : written ? 11 : 10,
      },
    ];
  });
}
