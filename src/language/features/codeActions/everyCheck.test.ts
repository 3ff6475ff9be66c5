import { describe, expect, it } from 'vitest';
import { analyze } from '../../analysis/analyze.ts';
import { checkScript } from '../../analysis/check.ts';
import type { Finding } from '../../analysis/check.ts';
import { CHECKS } from '../../analysis/checks/registry.ts';
import { parseScript } from '../../syntax/script.ts';
import { applyEdits } from '../format/format.ts';
import { codeActions } from './codeActions.ts';

/** Checks whose findings nobody but the author can put right: what is meant is in no part of the script. */
const WITHOUT_FIX = [
  ...[
    'argument-count',
    'comparison-type',
    'condition-type',
    'aggregate-place',
    'over-needed',
    'union-columns',
  ],
  ...['table-function-place', 'window-time', 'window-table', 'over-window', 'rank-filter', 'rank-order'],
  ...['join-condition', 'row-time-join', 'system-time', 'write-target', 'sink-read', 'connector-role'],
  ...['property-range', 'no-insert'],
];

const findingsOf = (sql: string): readonly Finding[] => checkScript(analyze(parseScript(sql))).findings;

describe.each(CHECKS)('$id', ({ id, bad }) => {
  it.each(['en', 'zh'] as const)('has fixes that mend its bad example, titled in %s', language => {
    const analysis = analyze(parseScript(bad));
    const { findings } = checkScript(analysis);
    const [first] = findings.filter(finding => finding.id === id);
    expect(first).toBeDefined();
    if (first === undefined) return;
    const actions = codeActions(analysis, findings, first, { language, only: ['quickfix'] }).filter(
      ({ mends }) => mends?.check === id,
    );
    if (!WITHOUT_FIX.includes(id)) expect(actions.length).toBeGreaterThan(0);
    for (const { edits, title } of actions) {
      const left = findingsOf(applyEdits(bad, edits)).filter(finding => finding.id === id);
      expect([title, left.length]).toEqual([title, findings.filter(finding => finding.id === id).length - 1]);
      if (language === 'zh') expect(title).toMatch(/[\u4e00-\u9fff]/);
    }
  });
});
