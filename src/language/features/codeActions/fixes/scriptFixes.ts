import type { Analysis, AnalyzedStatement } from '../../../analysis/analyze.ts';
import type { Finding } from '../../../analysis/check.ts';
import type { Proposal } from '../action.ts';

/** A fix that needs to know more of the script than the check that found the fault. */
type ScriptFix = (analysis: Analysis, item: AnalyzedStatement, finding: Finding) => Proposal[];

const FIXES: Readonly<Record<string, ScriptFix>> = {};

export const scriptFixes: ScriptFix = (analysis, item, finding) =>
  FIXES[finding.id]?.(analysis, item, finding) ?? [];
