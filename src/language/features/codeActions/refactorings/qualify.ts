import { quoteName } from '../../../analysis/checks/text.ts';
import type { TextEdit } from '../../../analysis/checks/check.ts';
import type { Proposal } from '../action.ts';
import { edit, innermostSelect } from '../site.ts';
import type { Site } from '../site.ts';
import { bareColumns, ownerOf, scopeAround } from './columns.ts';

/** Writes the table or alias before a column, and before all columns of the query. */
export function qualify(site: Site): Proposal[] {
  const { model, range } = site;
  const select = innermostSelect(site)?.select;
  if (select === undefined) return [];
  const inQuery = bareColumns(model, select);
  const at = inQuery.filter(item => item.start <= range.start && range.end <= item.end);
  const [first] = at;
  const [one] = edits(site, at);
  if (one === undefined || first === undefined) return [];
  const name = site.text.slice(first.start, first.end);
  const written = `${one.text}${name}`;
  // Where it is grouped by, an expression must stay written alike in both places.
  const single: Proposal = {
    title: { en: `Write ${written}`, zh: `写成 ${written}` },
    kind: 'refactor.rewrite',
    edits: select.grouped
      ? edits(
          site,
          inQuery.filter(item => item.target === first.target),
        )
      : [one],
  };
  const all = edits(site, inQuery);
  if (all.length < 2) return [single];
  const title = {
    en: `Write the table before all ${all.length} columns of this query`,
    zh: `为本查询的全部 ${all.length} 个列加上表名`,
  };
  return [single, { title, kind: 'refactor.rewrite', edits: all }];
}

function edits(site: Site, references: ReturnType<typeof bareColumns>): TextEdit[] {
  return references.flatMap(({ start, target }) => {
    const scope = scopeAround(site.model, { start, end: start });
    const owner = ownerOf(scope, target)?.name;
    // What USING or NATURAL made one column belongs to neither table.
    if (owner === undefined || scope?.merged.has(target.name.toLowerCase()) === true) return [];
    return [edit(site, { start, end: start }, `${quoteName(owner)}.`)];
  });
}
