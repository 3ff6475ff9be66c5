import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conformanceCases, corpusScripts } from '../../../../test/language/material.ts';
import { analyze } from '../../analysis/analyze.ts';
import type { Analysis } from '../../analysis/analyze.ts';
import { checkScript } from '../../analysis/check.ts';
import type { Finding } from '../../analysis/check.ts';
import { parseScript } from '../../syntax/script.ts';
import { applyEdits } from '../format/format.ts';
import type { CodeAction } from './action.ts';
import { codeActions } from './codeActions.ts';

interface State {
  readonly text: string;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

function stateOf(text: string): State {
  const analysis = analyze(parseScript(text));
  return { text, analysis, findings: checkScript(analysis).findings };
}

const problems = ({ analysis }: State): number =>
  analysis.statements.reduce((sum, { statement }) => sum + statement.problems.length, 0);
const errors = ({ findings }: State): ReadonlySet<string> =>
  new Set(findings.flatMap(({ severity, id }) => (severity === 'error' ? [id] : [])));
const count = ({ findings }: State, id: string): number =>
  findings.filter(finding => finding.id === id).length;
/** Where a place is after an action; the edits stand in order. */
const moved = (place: number, { edits }: CodeAction): number =>
  edits.reduce(
    (sum, { start, end, text }) => (end <= place && start < place ? sum + text.length - (end - start) : sum),
    place,
  );

const VALID = corpusScripts().map(({ text }) => text);
const BROKEN = conformanceCases()
  .filter(({ accept }) => !accept)
  .map(({ sql }) => sql);
const states = new Map<string, State>();
const known = (text: string): State => {
  let state = states.get(text);
  if (state === undefined) states.set(text, (state = stateOf(text)));
  return state;
};

/** What is wrong with an action, in words; undefined when nothing is. */
function faultOf(before: State, action: CodeAction): string | undefined {
  let at = 0;
  for (const { start, end } of action.edits) {
    if (start < at || end < start || end > before.text.length) return 'edits are out of order';
    at = end;
  }
  const after = stateOf(applyEdits(before.text, action.edits));
  const { mends } = action;
  // Behind a fault that is mended by its meaning the next one may come to light; and statements may come apart.
  const uncovers = action.kind === 'source.fixAll' || (mends?.code === 'syntax' && mends.check !== undefined);
  const parts = mends?.check === 'comment-quote';
  if (problems(after) > problems(before) && !uncovers && !parts) return 'it breaks the grammar';
  if (action.kind.startsWith('refactor') && [...errors(after)].some(id => !errors(before).has(id)))
    return 'it makes new errors';
  if (mends === undefined) return undefined;
  if (mends.check === undefined)
    return problems(after) < problems(before) ? undefined : 'the fault is still there';
  // Mended is what is gone: there are fewer of its kind, or none is at its place any more.
  const isGone =
    count(after, mends.check) < count(before, mends.check) ||
    !after.findings.some(({ id, start }) => id === mends.check && start === moved(mends.start, action));
  if (!isGone) return 'the finding is still there';
  return undefined;
}

function check(text: string, range: { start: number; end: number }): void {
  const before = known(text);
  const actions = codeActions(before.analysis, before.findings, range, { language: 'en' });
  const all = codeActions(before.analysis, before.findings, range, { language: 'en', only: ['source'] });
  for (const action of [...actions, ...all])
    expect([action.title, text.slice(range.start - 20, range.end + 20), faultOf(before, action)]).toEqual([
      action.title,
      text.slice(range.start - 20, range.end + 20),
      undefined,
    ]);
}

describe('any action, anywhere', () => {
  it('leaves a real script no worse, and mends what it says', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...VALID),
        fc.nat(),
        fc.nat({ max: 200 }),
        fc.boolean(),
        (text, where, length, isRange) => {
          const start = where % (text.length + 1);
          check(text, { start, end: isRange ? Math.min(text.length, start + length) : start });
        },
      ),
      { numRuns: 1_500 },
    );
  });

  it('leaves a broken script no worse, and mends what it says', () => {
    fc.assert(
      fc.property(fc.constantFrom(...BROKEN), fc.nat(), (text, where) => {
        const start = where % (text.length + 1);
        check(text, { start, end: start });
      }),
      { numRuns: 1_500 },
    );
  });
});
