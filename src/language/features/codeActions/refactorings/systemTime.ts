import type { Analysis } from '../../../analysis/analyze.ts';
import { equalities } from '../../../analysis/checks/equalities.ts';
import type { TableEntity } from '../../../analysis/model.ts';
import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { CreateTable } from '../../../syntax/tree/statements.ts';
import type { Proposal } from '../action.ts';
import { periodEdit } from '../declaration.ts';
import { edit, encloses } from '../site.ts';
import type { Site } from '../site.ts';

const CLAUSE = ' FOR SYSTEM_TIME AS OF PROCTIME()';

/** Joins a table with a key as a dimension: looked up for each row, not read as a stream. */
export function systemTime(site: Site): Proposal[] {
  const { model, range, analysis } = site;
  for (const { join, right } of model.joins) {
    const { node, entity } = right;
    if (node.kind !== 'tableReference' || !encloses(node, range) || node.systemTime !== undefined) continue;
    if ((join.type !== 'INNER' && join.type !== 'LEFT') || join.on === undefined) continue;
    if (entity?.node?.kind !== 'createTable' || entity.node.primaryKeys.length === 0) continue;
    if (entity.node.period !== undefined || !isFixed(entity.node, join.on) || usesOf(analysis, entity) > 1)
      continue;
    const period = periodEdit(analysis, entity);
    if (period === undefined) return [];
    const edits = [edit(site, { start: node.name.end, end: node.name.end }, CLAUSE), period];
    const title = { en: `Join '${entity.name}' as a dimension table`, zh: `将“${entity.name}”作为维表关联` };
    return [{ title, kind: 'refactor.rewrite', edits }];
  }
  return [];
}

/** How often the script reads the table, or writes it: what is a dimension in one place can be no stream in another. */
function usesOf(analysis: Analysis, entity: TableEntity): number {
  let count = 0;
  for (const { model } of analysis.statements) {
    if (model?.insert?.target === entity) count++;
    for (const use of model?.tables ?? []) if (use.entity === entity) count++;
  }
  return count;
}

/** Whether the condition sets every column of the key equal to something. */
function isFixed({ primaryKeys }: CreateTable, on: Expression): boolean {
  const fixed = new Set(
    equalities(on).flatMap(({ operands }) =>
      operands.flatMap(item => (item.kind === 'name' ? (item.parts.at(-1)?.name.toLowerCase() ?? []) : [])),
    ),
  );
  return primaryKeys.at(-1)?.columns.every(({ name }) => fixed.has(name.toLowerCase())) === true;
}
