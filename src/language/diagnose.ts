import { openText } from './analysis/openText.ts';
import { analyze } from './analysis/analyze.ts';
import { checkScript } from './analysis/check.ts';
import type { Finding } from './analysis/check.ts';
import type { Language } from './features/diagnostics/language.ts';
import { problemText } from './features/diagnostics/problemText.ts';
import { splitterWarnings } from './features/diagnostics/splitterWarnings.ts';
import type { Problem } from './syntax/problems.ts';
import { parseScript } from './syntax/script.ts';
import type { PlacedStatement, Script } from './syntax/script.ts';
import type { Span } from './syntax/tree/base.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A fault or a hint at its place in the script; offsets in UTF-16 units. */
export interface Diagnostic extends Span {
  readonly severity: Severity;
  /** `syntax` for all the service's parser refuses, checks of CREATE TABLE included; otherwise the id of a check. */
  readonly code: string;
  readonly message: string;
  /** The text has no use and may be shown faded. */
  readonly unnecessary?: boolean;
}

export interface DiagnoseOptions {
  readonly language: Language;
}

export interface Diagnosis {
  readonly script: Script;
  /** In the order of the text. */
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Checks a script: its grammar, the declarations of its tables, how the service splits it, and all that names, types
 * and connectors say. Never throws.
 */
export function diagnose(text: string, { language }: DiagnoseOptions): Diagnosis {
  const script = parseScript(text);
  const { findings } = checkScript(analyze(script));
  return { script, diagnostics: diagnosticsIn(script, findings, language) };
}

/**
 * What is to be said of a script that was parsed and checked, each fault once, in the order of the text.
 * @param findings of the checks on this very script
 */
export function diagnosticsIn(
  script: Script,
  findings: readonly Finding[],
  language: Language,
): Diagnostic[] {
  const explanations = new Map<Problem, Finding>();
  const covered = new Set<Problem>();
  for (const finding of findings) {
    if (finding.explains !== undefined) explanations.set(finding.explains, finding);
    for (const problem of finding.covers ?? []) covered.add(problem);
  }
  const used = new Set<Finding>();
  const lineAt = linesOf(script.text);
  const diagnostics: Diagnostic[] = [];
  for (const { offset, statement } of script.statements)
    for (const problem of statement.problems) {
      if (covered.has(problem)) continue;
      const place = { start: problem.start + offset, end: problem.end + offset };
      // What the grammar refuses stays a fault of syntax, though a check may have better words for it.
      const better = explanations.get(problem);
      const isHere = better !== undefined && better.start <= place.end && place.start <= better.end;
      if (isHere) used.add(better);
      const message = isHere
        ? better.message[language]
        : problemText(problem, language) + openTextHint({ offset, statement }, problem, lineAt, language);
      diagnostics.push({ severity: 'error', code: 'syntax', message, ...place });
    }
  for (const finding of findings) {
    if (used.has(finding)) continue;
    const { severity, id, message, start, end, unnecessary } = finding;
    const faded = unnecessary === true ? { unnecessary } : {};
    diagnostics.push({ severity, code: id, message: message[language], start, end, ...faded });
  }
  for (const warning of splitterWarnings(script, language))
    diagnostics.push({ severity: 'warning', ...warning });
  return diagnostics.sort((a, b) => a.start - b.start);
}

/** Where to look when a fault comes from a text that was never closed, far above it. */
function openTextHint(
  { offset, statement }: PlacedStatement,
  problem: Problem,
  lineAt: (offset: number) => number,
  language: Language,
): string {
  const found = openText(statement);
  if (found?.noticed !== problem) return '';
  const line = lineAt(offset + found.start);
  return language === 'zh'
    ? `。第 ${line} 行开始的字符串可能缺少结尾的 '`
    : `. The text that begins in line ${line} may lack its closing '`;
}

/** Tells the lines of offsets that are asked in rising order; lines count from 1. */
function linesOf(text: string): (offset: number) => number {
  let line = 1;
  let from = 0;
  return offset => {
    line += text.slice(from, offset).match(/\r\n|[\r\n]/g)?.length ?? 0;
    from = offset;
    return line;
  };
}
