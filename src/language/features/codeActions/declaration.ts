import type { Analysis } from '../../analysis/analyze.ts';
import type { TextEdit } from '../../analysis/checks/check.ts';
import type { TableEntity } from '../../analysis/model.ts';
import { beginsLine, indentAt, lineEndOf } from './layout.ts';

/** Puts something behind the last item of a table's declaration; undefined when the table has no list of columns. */
export function itemEdit(analysis: Analysis, entity: TableEntity, item: string): TextEdit | undefined {
  const placed = analysis.statements.find(({ statement }) => statement === entity.place.statement);
  const node = placed?.statement.node;
  if (placed === undefined || node?.kind !== 'createTable' || placed.statement.problems.length > 0)
    return undefined;
  const { types, ends, starts, text } = placed.statement.tokens;
  const open = types.findIndex((type, i) => type === '(' && (starts[i] ?? 0) >= node.name.end);
  let close = open;
  for (let depth = 0; close < types.length; close++) {
    if (types[close] === '(') depth++;
    else if (types[close] === ')' && --depth === 0) break;
  }
  if (open < 0 || close >= types.length || close === open + 1) return undefined;
  const first = starts[open + 1] ?? 0;
  const end = placed.offset + (ends[close - 1] ?? 0);
  const gap = beginsLine(text, first) ? `${lineEndOf(analysis.script)}${indentAt(text, first)}` : ' ';
  return { start: end, end, text: `,${gap}${item}` };
}

export function periodEdit(analysis: Analysis, entity: TableEntity): TextEdit | undefined {
  return itemEdit(analysis, entity, 'PERIOD FOR SYSTEM_TIME');
}

/** Puts a column behind the last one of a table. */
export function columnEdit(analysis: Analysis, entity: TableEntity, column: string): TextEdit | undefined {
  const placed = analysis.statements.find(({ statement }) => statement === entity.place.statement);
  const node = placed?.statement.node;
  if (placed === undefined || node?.kind !== 'createTable' || placed.statement.problems.length > 0)
    return undefined;
  const last = node.columns.at(-1);
  if (last === undefined) return undefined;
  const { text } = placed.statement;
  const gap = beginsLine(text, last.start)
    ? `${lineEndOf(analysis.script)}${indentAt(text, last.start)}`
    : ' ';
  const end = placed.offset + last.end;
  return { start: end, end, text: `,${gap}${column}` };
}
