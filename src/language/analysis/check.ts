import type { Statement } from '../syntax/script.ts';
import type { Analysis, AnalyzedStatement } from './analyze.ts';
import { weaker } from './checks/check.ts';
import type { Check, Report, Severity } from './checks/check.ts';
import { CHECKS } from './checks/registry.ts';
import type { StatementModel } from './model.ts';
import { usageOf, usagesOf } from './usage.ts';
import type { Usage } from './usage.ts';

/** What a person is told of a place. Offsets, also those of fixes, count from the script's start. */
export interface Finding extends Report {
  readonly id: string;
  readonly severity: Severity;
}

/** The severity of checks by their id, as set by the user; what is not named keeps its own. */
export type SeveritySettings = Readonly<Record<string, Severity | 'off'>>;

/** Findings of one statement, before settings, and what they were made from. */
interface Checked {
  readonly model: StatementModel | undefined;
  readonly usage: string;
  readonly findings: readonly Finding[];
}

/** The findings of a script; handed to the next run so that only what changed is checked again. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly checked: ReadonlyMap<Statement, Checked>;
}

/** Runs every check. What depends on one statement only is taken over from `previous` while it is unchanged. */
export function checkScript(
  analysis: Analysis,
  settings: SeveritySettings = {},
  previous?: CheckResult,
): CheckResult {
  const usages = usagesOf(analysis);
  const checked = new Map<Statement, Checked>();
  const offsets = new Map<Statement, number>();
  const findings: Finding[] = [];
  const add = (finding: Finding, offset: number): void => {
    const severity = settings[finding.id];
    if (severity === 'off') return;
    const placed = moved(finding, offset);
    findings.push(severity === undefined ? placed : { ...placed, severity });
  };
  for (const item of analysis.statements) {
    const { statement, model, offset } = item;
    offsets.set(statement, offset);
    const declares = model?.declares;
    const usage = usageOf(usages, declares?.kind === 'table' ? declares : NOTHING);
    const entry = reusable(previous?.checked.get(statement), model, usage) ?? checkStatement(item, usage);
    checked.set(statement, entry);
    for (const finding of entry.findings) add(finding, offset);
  }
  for (const check of CHECKS)
    check.script?.({
      analysis,
      usages,
      report: (statement, report) => add(found(check, report), offsets.get(statement) ?? 0),
    });
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { findings, checked };
}

const NOTHING = {} as Parameters<typeof usageOf>[1];
const usageKey = ({ written, read, joined }: Readonly<Usage>): string => `${written} ${read} ${joined}`;

function reusable(
  before: Checked | undefined,
  model: StatementModel | undefined,
  usage: Readonly<Usage>,
): Checked | undefined {
  return before !== undefined && before.model === model && before.usage === usageKey(usage)
    ? before
    : undefined;
}

function checkStatement({ statement, model }: AnalyzedStatement, usage: Readonly<Usage>): Checked {
  const findings: Finding[] = [];
  for (const check of CHECKS)
    check.statement?.({
      statement,
      ...(model === undefined ? {} : { model }),
      usage,
      report: report => findings.push(found(check, report)),
    });
  return { model, usage: usageKey(usage), findings };
}

function found(check: Check, report: Report): Finding {
  return { ...report, id: check.id, severity: weaker(check.severity, report.atMost) };
}

function moved(finding: Finding, offset: number): Finding {
  if (offset === 0) return finding;
  const { fixes } = finding;
  return {
    ...finding,
    start: finding.start + offset,
    end: finding.end + offset,
    ...(fixes === undefined
      ? {}
      : {
          fixes: fixes.map(item => ({
            ...item,
            edits: item.edits.map(edit => ({ ...edit, start: edit.start + offset, end: edit.end + offset })),
          })),
        }),
  };
}
