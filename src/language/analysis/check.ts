import { finished } from '../syntax/steps.ts';
import type { Steps } from '../syntax/steps.ts';
import { align } from './align.ts';
import type { Analysis, AnalyzedStatement } from './analyze.ts';
import { weaker } from './checks/check.ts';
import type { Check, Report, Severity, StatementContext } from './checks/check.ts';
import { CHECKS } from './checks/registry.ts';
import { factsOf, holdAll, questioning } from './facts.ts';
import type { Question, ScriptFacts } from './facts.ts';
import type { StatementModel } from './model.ts';
import { swallowedNames } from './swallowed.ts';

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
  /** What the checks asked of the script; as long as the answers are the same, so are the findings. */
  readonly asked: readonly Question[];
  /** Offsets count from the statement's start. */
  readonly findings: readonly Finding[];
  /** The findings where the statement stood the last time, with the settings of then. */
  placed?: {
    readonly offset: number;
    readonly settings: SeveritySettings;
    readonly findings: readonly Finding[];
  };
}

/** The findings of a script; handed to the next run so that only what changed is checked again. */
export interface CheckResult {
  readonly findings: readonly Finding[];
  readonly analysis: Analysis;
  readonly settings: SeveritySettings;
  /** One for each statement. */
  readonly checked: readonly Checked[];
}

/** Runs every check. What depends on one statement only is taken over from `previous` while it is unchanged. */
export function checkScript(
  analysis: Analysis,
  settings?: SeveritySettings,
  previous?: CheckResult,
): CheckResult {
  return finished(checkInSteps(analysis, settings, previous));
}

/** `checkScript` in small steps, a statement each. */
export function* checkInSteps(
  analysis: Analysis,
  settings: SeveritySettings = {},
  previous?: CheckResult,
): Steps<CheckResult> {
  const facts = factsOf(analysis);
  const before = previous?.analysis;
  const isSameScript =
    before?.usages === analysis.usages &&
    before.spellings === analysis.spellings &&
    sameTexts(swallowedNames(before.script.statements), swallowedNames(analysis.script.statements));
  const { from } = align(before?.statements ?? [], analysis.statements);
  const checked: Checked[] = [];
  const { statements } = analysis;
  // By index: an iterator would leave garbage behind for every statement, at every keystroke.
  for (let i = 0; i < statements.length; i++) {
    const item = statements[i];
    if (item === undefined) break;
    const entry = previous?.checked[from[i] ?? -1];
    const isSame = entry?.model === item.model;
    const last = entry !== undefined && isSame ? entry : recalled(item);
    if (last !== undefined && ((isSame && isSameScript) || holdAll(last.asked, facts))) checked.push(last);
    else {
      checked.push(checkStatement(item, facts));
      yield;
    }
  }
  const findings: Finding[] = [];
  for (let i = 0; i < checked.length; i++) {
    const entry = checked[i];
    if (entry === undefined || entry.findings.length === 0) continue;
    const offset = statements[i]?.offset ?? 0;
    for (const finding of placed(entry, offset, settings)) findings.push(finding);
  }
  checkWhole(analysis, (finding, offset) => {
    const set = withSettings(finding, settings);
    if (set !== undefined) findings.push(moved(set, offset));
  });
  findings.sort((a, b) => a.start - b.start || a.end - b.end);
  return { findings, analysis, settings, checked };
}

function checkStatement({ statement, model }: AnalyzedStatement, facts: ScriptFacts): Checked {
  const findings: Finding[] = [];
  const { script, asked } = questioning(facts);
  const declares = model?.declares;
  let running: Check | undefined;
  // One context for all checks: to make one for each takes longer than most of them.
  const context: StatementContext = {
    statement,
    ...(model === undefined ? {} : { model }),
    usage: script.usageOf(declares?.kind === 'table' ? declares : undefined),
    script,
    report(report) {
      if (running !== undefined) findings.push(found(running, report));
    },
  };
  for (const check of CHECKS) {
    running = check;
    check.statement?.(context);
  }
  const checked: Checked = { model, asked, findings };
  if (model !== undefined) known.set(model, checked);
  return checked;
}

/** What was last found in a statement, for one that comes back after it was gone: see `updateScript`. */
const known = new WeakMap<StatementModel, Checked>();

const recalled = ({ model }: AnalyzedStatement): Checked | undefined => model && known.get(model);

/** Runs the checks that look at the script as a whole. They look at little of each statement, and so run each time. */
function checkWhole(analysis: Analysis, add: (finding: Finding, offset: number) => void): void {
  const { usages } = analysis;
  for (const check of CHECKS)
    check.script?.({
      analysis,
      usages,
      report: ({ offset }, report) => {
        add(found(check, report), offset);
      },
    });
}

function found(check: Check, report: Report): Finding {
  return { ...report, id: check.id, severity: weaker(check.severity, report.atMost) };
}

/** The findings of a statement in the script; those of the last time when it did not move. */
function placed(entry: Checked, offset: number, settings: SeveritySettings): readonly Finding[] {
  if (entry.placed?.offset === offset && entry.placed.settings === settings) return entry.placed.findings;
  const findings = entry.findings.flatMap(finding => {
    const set = withSettings(finding, settings);
    return set === undefined ? [] : moved(set, offset);
  });
  entry.placed = { offset, settings, findings };
  return findings;
}

function withSettings(finding: Finding, settings: SeveritySettings): Finding | undefined {
  const severity = settings[finding.id];
  if (severity === undefined) return finding;
  return severity === 'off' ? undefined : { ...finding, severity };
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

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}
