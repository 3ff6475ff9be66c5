import type { Analysis } from '../../analysis/analyze.ts';
import type { Finding } from '../../analysis/check.ts';
import { inLanguage } from '../../catalog/texts.ts';
import type { Language } from '../../catalog/texts.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { statementsWithin } from '../within.ts';
import { inOrder } from './action.ts';
import type { CodeAction, CodeActionKind, Proposal } from './action.ts';
import { findingFixes, fixAll } from './fixes/findings.ts';
import { grammarFixes } from './fixes/grammar.ts';
import { scriptFixes } from './fixes/scriptFixes.ts';
import { REFACTORINGS } from './refactorings/refactorings.ts';
import { siteOf } from './site.ts';

export interface CodeActionOptions {
  readonly language: Language;
  /** Only actions of these kinds and of those below them, as in `refactor`; others are not even looked for. */
  readonly only?: readonly string[];
}

/**
 * What can be done at a range of the script (UTF-16 units; a cursor is an empty range): fixes of findings and of faults
 * of the grammar that touch it, and rewritings of the query around it. Never throws.
 * @param findings all findings of the script, as `checkScript` gives them for this analysis
 */
export function codeActions(
  analysis: Analysis,
  findings: readonly Finding[],
  range: Span,
  { language, only }: CodeActionOptions,
): CodeAction[] {
  const wants = (kind: CodeActionKind): boolean =>
    only === undefined || only.some(item => item === '' || kind === item || kind.startsWith(`${item}.`));
  const found: Proposal[] = [];
  if (wants('quickfix')) for (const entry of quickFixes(analysis, findings, range)) found.push(entry);
  if (wants('refactor.rewrite') || wants('refactor.extract') || wants('refactor.inline')) {
    const site = siteOf(analysis, range);
    if (site !== undefined && !site.model.broken)
      for (const refactoring of REFACTORINGS) for (const entry of refactoring(site)) found.push(entry);
  }
  // Asked for by name only (on save, or from the menu of sources): nobody wants it under every light bulb.
  const all = only?.some(item => item.startsWith('source')) === true ? fixAll(findings) : undefined;
  if (all !== undefined) found.push(all);
  return found.flatMap(proposal => {
    const edits = wants(proposal.kind) ? inOrder(proposal.edits) : undefined;
    return edits === undefined || edits.length === 0 ? [] : [inWords(proposal, edits, language)];
  });
}

function inWords(proposal: Proposal, edits: CodeAction['edits'], language: Language): CodeAction {
  return { ...proposal, edits, title: inLanguage(proposal.title, language) };
}

/** For more findings than these no single fixes are offered. */
const MOST_FINDINGS = 50;

function quickFixes(analysis: Analysis, findings: readonly Finding[], range: Span): Proposal[] {
  const touches = ({ start, end }: Span): boolean => start <= range.end && range.start <= end;
  const touched = findings.filter(touches);
  // A whole script selected: hundreds of fixes nobody could read. The ones that mend all of a kind are found anywhere.
  if (touched.length > MOST_FINDINGS) return [];
  const statements = statementsWithin(analysis.statements, range);
  const holder = (finding: Finding): (typeof statements)[number] | undefined =>
    statements.find(
      ({ offset, statement }) => offset <= finding.start && finding.end <= offset + statement.text.length,
    );
  const found = findingFixes(touched, findings, finding => holder(finding)?.offset ?? 0);
  for (const finding of touched) {
    const item = holder(finding);
    if (item !== undefined) for (const entry of scriptFixes(analysis, item, finding)) found.push(entry);
  }
  const explained = new Set(touched.flatMap(({ explains, covers = [] }) => [explains, ...covers]));
  for (const item of statements)
    for (const problem of item.statement.problems) {
      const place = { start: item.offset + problem.start, end: item.offset + problem.end };
      if (touches(place) && !explained.has(problem))
        for (const entry of grammarFixes(item, problem)) found.push(entry);
    }
  return found;
}
