import type { Analysis, AnalyzedStatement } from '../../analysis/analyze.ts';
import type { TextEdit } from '../../analysis/checks/check.ts';
import type { SelectUse, StatementModel } from '../../analysis/model.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { statementsWithin } from '../within.ts';

/** Where actions are asked for: a statement of the script, with the range in its own offsets. */
export interface Site {
  readonly analysis: Analysis;
  readonly item: AnalyzedStatement;
  readonly model: StatementModel;
  /** The statement's text; spans of its tree are slices of it. */
  readonly text: string;
  /** From the statement's start. */
  readonly range: Span;
}

/** The statement a range lies in; undefined when it spans several, or the statement cannot be read. */
export function siteOf(analysis: Analysis, range: Span): Site | undefined {
  const touched = statementsWithin(analysis.statements, range);
  const item = touched.length > 1 ? touched.find(one => holds(one, range)) : touched[0];
  if (item?.model === undefined || !holds(item, range)) return undefined;
  const { offset, statement, model } = item;
  const local = { start: range.start - offset, end: range.end - offset };
  return { analysis, item, model, text: statement.text, range: local };
}

const holds = ({ offset, statement }: AnalyzedStatement, { start, end }: Span): boolean =>
  offset <= start && end <= offset + statement.text.length;

/** What words and names are made of. */
const WORD = /[\w$`\u0080-\uffff]/;

/** An edit of the statement at a site, in offsets of the script. Words stay apart from the words beside them. */
export function edit(
  { item, text }: Pick<Site, 'item' | 'text'>,
  { start, end }: Span,
  put: string,
): TextEdit {
  const isGlued = (left: string | undefined, right: string | undefined): boolean =>
    WORD.test(left ?? '') && WORD.test(right ?? '');
  const left = isGlued(text[start - 1], put[0]) ? ' ' : '';
  const right =
    isGlued(put.at(-1), text[end]) || (put === '' && isGlued(text[start - 1], text[end])) ? ' ' : '';
  return { start: item.offset + start, end: item.offset + end, text: left + put + right };
}

/** Whether a span holds a place or range. */
export const encloses = (outer: Span, inner: Span): boolean =>
  outer.start <= inner.start && inner.end <= outer.end;

/** The innermost SELECT around the range. */
export function innermostSelect({ model, range }: Site): SelectUse | undefined {
  let best: SelectUse | undefined;
  for (const use of model.selects) {
    if (!encloses(use.select, range)) continue;
    if (best === undefined || encloses(best.select, use.select)) best = use;
  }
  return best;
}

/** The text of a span of the statement. */
export const textOf = ({ text }: Pick<Site, 'text'>, { start, end }: Span): string => text.slice(start, end);
