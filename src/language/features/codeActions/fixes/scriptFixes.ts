import type { Analysis, AnalyzedStatement } from '../../../analysis/analyze.ts';
import type { Finding } from '../../../analysis/check.ts';
import type { Message, TextEdit } from '../../../analysis/checks/check.ts';
import type { StatementModel } from '../../../analysis/model.ts';
import type { Proposal } from '../action.ts';
import type { Site } from '../site.ts';
import { mendedBy } from './findings.ts';
import { closeText } from './closeText.ts';
import { declareFunction, declareTable, addColumn } from './declare.ts';
import { addKey, addPeriod, joinOnKey } from './dimension.ts';
import { moveView } from './moveView.ts';
import {
  addLimit,
  addRowLimit,
  addToGroup,
  aliasTable,
  fillColumns,
  nameColumn,
  nameViewColumns,
  windowStart,
} from './queries.ts';
import { physicalColumn, removeEmit, removeForeign, removeItem, removeStatement } from './removal.ts';
import { addConnector, castArgument, computeTime, leftJoin, renameDeclaration, widenSink } from './tables.ts';

/** Where a finding is: its statement, with the finding's place in the statement's own offsets. */
export type FaultSite = Site & { readonly finding: Finding };

/** What would mend a finding. */
export interface Change {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  readonly isPreferred?: boolean;
}

/** A fix that needs to know more than the check that found the fault: other statements, or the form of a whole query. */
export type ScriptFix = (site: FaultSite) => Change[];

const FIXES: Readonly<Record<string, readonly ScriptFix[]>> = {
  'unknown-table': [declareTable],
  'unknown-function': [declareFunction],
  'unknown-column': [addColumn],
  'view-order': [moveView],
  'dimension-join': [addPeriod, leftJoin],
  'dimension-key': [addKey, joinOnKey],
  'not-grouped': [addToGroup],
  'top-n': [addLimit],
  'view-columns': [nameViewColumns],
  'insert-columns': [fillColumns, widenSink],
  'duplicate-alias': [aliasTable],
  'sink-columns': [physicalColumn, removeItem],
  'watermark-column': [computeTime, removeItem],
  'connector-missing': [addConnector],
  'duplicate-name': [renameDeclaration],
  'duplicate-column': [nameColumn],
  'argument-type': [castArgument],
  'window-place': [windowStart],
  'stream-order': [addRowLimit],
  'property-role': [removeItem],
  'property-twice': [removeItem],
  'property-unknown': [removeItem],
  'emit-window': [removeEmit],
  'no-effect': [removeStatement],
  unused: [removeStatement],
};

/** Fixes for what need not be a statement that can be read. */
const WITHOUT_TREE: Readonly<
  Record<string, (analysis: Analysis, item: AnalyzedStatement, finding: Finding) => Change[]>
> = {
  'other-dialect': removeForeign,
  'open-quote': closeText,
};

/** The fixes of one finding that look beyond its place. */
export function scriptFixes(
  analysis: Analysis,
  item: AnalyzedStatement & { readonly model?: StatementModel },
  finding: Finding,
): Proposal[] {
  const { offset } = item;
  const mends = mendedBy(finding, offset);
  return changes(analysis, item, finding).map(change => ({ ...change, kind: 'quickfix', mends }));
}

function changes(
  analysis: Analysis,
  item: AnalyzedStatement & { readonly model?: StatementModel },
  finding: Finding,
): Change[] {
  const unread = WITHOUT_TREE[finding.id];
  if (unread !== undefined) return unread(analysis, item, finding);
  const fixes = FIXES[finding.id];
  const { model, offset, statement } = item;
  if (fixes === undefined || model === undefined) return [];
  const range = { start: finding.start - offset, end: finding.end - offset };
  const site: FaultSite = { analysis, item, model, text: statement.text, range, finding };
  return fixes.flatMap(fix => fix(site));
}
