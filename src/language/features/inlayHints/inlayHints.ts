import type { Analysis, AnalyzedStatement } from '../../analysis/analyze.ts';
import type { StatementModel, TimeAttribute } from '../../analysis/model.ts';
import { isKnown, typeText } from '../../analysis/types.ts';
import type { SqlType } from '../../analysis/types.ts';
import type { Texts } from '../../catalog/texts.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { Query, QueryBody, Select, SelectItem } from '../../syntax/tree/queries.ts';
import { statementsWithin } from '../within.ts';

/** A word shown in the text that is not written there. */
export interface InlayHint {
  /** Behind which it stands: UTF-16 units of the script. */
  readonly offset: number;
  /** Such as `: BIGINT`. */
  readonly label: string;
  /** What more there is to know: that the value is a time attribute. */
  readonly tooltip?: Required<Texts>;
}

export interface InlayHintOptions {
  /** Behind the names of computed columns of CREATE TABLE. Default: yes. */
  readonly computedColumns?: boolean;
  /** Behind the items of the select lists that make a view or an INSERT. Default: yes. */
  readonly selectItems?: boolean;
}

const TIMES: Readonly<Record<TimeAttribute, Required<Texts> | undefined>> = {
  row: { en: 'Row time attribute', zh: '事件时间属性（Rowtime）' },
  proc: { en: 'Processing time attribute', zh: '处理时间属性（Proctime）' },
  maybe: undefined,
};

/**
 * The types of values nobody wrote a type for, in a range of the script, in order. Types that are not known, or known
 * only roughly, are not shown: a hint that is wrong is worse than none.
 */
export function inlayHints(analysis: Analysis, range: Span, options: InlayHintOptions = {}): InlayHint[] {
  const { computedColumns = true, selectItems = true } = options;
  const found: InlayHint[] = [];
  for (const item of statementsWithin(analysis.statements, range)) {
    if (item.model === undefined) continue;
    const { kind } = item.model.node;
    const isQuery = kind === 'createView' || kind === 'insert';
    if (isQuery && selectItems) for (const entry of itemHints(item, item.model)) found.push(entry);
    else if (kind === 'createTable' && computedColumns)
      for (const entry of columnHints(item, item.model)) found.push(entry);
  }
  return found
    .filter(({ offset }) => range.start <= offset && offset <= range.end)
    .sort((a, b) => a.offset - b.offset);
}

function columnHints({ offset }: AnalyzedStatement, { node, declares }: StatementModel): InlayHint[] {
  if (node.kind !== 'createTable' || declares?.kind !== 'table') return [];
  return node.columns.flatMap((definition, i) => {
    const column = declares.relation.columns[i];
    if (definition.kind !== 'computedColumn' || column === undefined || isWritten(definition)) return [];
    return hint(offset + definition.name.end, column.type, column.time);
  });
}

function itemHints({ offset }: AnalyzedStatement, model: StatementModel): InlayHint[] {
  const { node, types, times } = model;
  if (node.kind !== 'createView' && node.kind !== 'insert') return [];
  return outerSelects(node.query).flatMap(select =>
    select.items.flatMap(item => {
      const type = types.get(item.expression);
      if (type === undefined || isStar(item) || isWritten(item)) return [];
      return hint(offset + item.end, type, times.get(item.expression));
    }),
  );
}

function hint(offset: number, type: SqlType, time: TimeAttribute | undefined): InlayHint[] {
  if (!isKnown(type) || type.vague === true) return [];
  const tooltip = time === undefined ? undefined : TIMES[time];
  return [{ offset, label: `: ${typeText(type)}`, ...(tooltip === undefined ? {} : { tooltip }) }];
}

/** The queries whose columns become those of the view or go into the sink: all of a union. */
function outerSelects(query: Query): Select[] {
  const found: Select[] = [];
  const open: QueryBody[] = [query];
  for (let body = open.pop(); body !== undefined; body = open.pop()) {
    if (body.kind === 'query') open.push(body.body);
    else if (body.kind === 'setOperation') open.push(body.right, body.left);
    else if (body.kind === 'select') found.push(body);
  }
  return found;
}

const isStar = ({ expression }: SelectItem): boolean =>
  expression.kind === 'star' || (expression.kind === 'name' && expression.star);

/** `CAST(x AS BIGINT)` says its type itself. */
const isWritten = ({ expression }: { readonly expression: SelectItem['expression'] }): boolean =>
  expression.kind === 'cast';
