import type { LineMap } from '../syntax/positions.ts';
import type { PlacedStatement } from '../syntax/script.ts';
import { nameText } from '../syntax/tree/base.ts';
import type { ServiceFault } from './envelope.ts';
import { servicePosition } from './grammarFault.ts';
import type { JobModel } from './jobModel.ts';
import { findUnknownName } from './names/check.ts';
import type { NameFault } from './names/check.ts';
import { namesOf, queryColumns, tableColumns } from './names/relations.ts';
import type { Catalog, Columns } from './names/relations.ts';

const COLUMN_ADVICE =
  'Might use undefined column(s) in sql statement? Please double-check relevant table definitions';

/** `From line l, column c to line l, column c: text`; the end is inclusive. */
function nameFault(lines: LineMap, placed: PlacedStatement, fault: NameFault): ServiceFault {
  const from = servicePosition(lines, placed, fault.start);
  const to = servicePosition(lines, placed, Math.max(fault.start, fault.end - 1));
  const range = `From line ${from.line}, column ${from.column} to line ${to.line}, column ${to.column}`;
  const cause = `SQL validation failed:\n${range}: ${fault.text}`;
  return fault.code === 'SQL-00120002'
    ? { code: fault.code, cause, action: COLUMN_ADVICE }
    : { code: fault.code, cause };
}

/** The first fault in the queries of a job that is certain: views in order, then what INSERTs write. */
export function queryFault(model: JobModel, lines: LineMap): ServiceFault | undefined {
  const relations = new Map<string, Columns>();
  for (const { node } of model.tables) relations.set(nameText(node.name).toLowerCase(), tableColumns(node));
  const catalog: Catalog = { relations };
  for (const { node, placed } of model.views) {
    const fault = findUnknownName(node.query, catalog);
    if (fault !== undefined) return nameFault(lines, placed, fault);
    const columns = queryColumns(node.query, catalog);
    const names = namesOf(node.columns);
    if (names.length > 0 && columns !== undefined && columns.length !== names.length) {
      const cause = `View '${nameText(node.name)}' definition and input fields not match!\n Def Fields: ${names.join(', ')}\n Input Fields: ${columns.join(', ')}`;
      return { code: 'SQL-00020002', cause };
    }
    relations.set(nameText(node.name).toLowerCase(), names.length > 0 ? names : columns);
  }
  return insertFault(model, lines, catalog);
}

function insertFault(model: JobModel, lines: LineMap, catalog: Catalog): ServiceFault | undefined {
  for (const { node, placed } of model.inserts) {
    const unknown = findUnknownName(node.query, catalog);
    if (unknown !== undefined) return nameFault(lines, placed, unknown);
    const target = model.tables.find(table => nameText(table.node.name) === nameText(node.target));
    const all = target === undefined ? undefined : tableColumns(target.node);
    const wanted = node.columns.length > 0 ? node.columns.map(nameText) : all;
    const given = queryColumns(node.query, catalog);
    if (wanted === undefined || given === undefined || wanted.length === given.length) continue;
    const cause =
      `Insert into: Query result and target table '${nameText(node.target)}' field length not match:\n` +
      `Query Result: [${given.join(', ')}]\nTarget Table: [${wanted.join(', ')}]`;
    return { code: 'SQL-00010005', cause };
  }
  return undefined;
}
