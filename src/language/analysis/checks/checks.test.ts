import { describe, expect, it } from 'vitest';
import { checkPageIds, readCheckPage } from '../../../../test/language/checkPages.ts';
import { parseScript } from '../../syntax/script.ts';
import { analyze } from '../analyze.ts';
import { checkScript } from '../check.ts';
import type { Finding } from '../check.ts';
import { checkPage } from './page.ts';
import { CHECKS } from './registry.ts';

/** Findings of other checks an example may have besides: that it is no whole job. */
const INCOMPLETE = new Set(['unused', 'no-insert']);

function findings(sql: string): readonly Finding[] {
  return checkScript(analyze(parseScript(sql))).findings;
}

function applied(sql: string, finding: Finding, index = 0): string {
  const edits = [...(finding.fixes?.[index]?.edits ?? [])].sort((a, b) => b.start - a.start);
  return edits.reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), sql);
}

describe.each(CHECKS)('the check $id', check => {
  it('reports its bad example, and finds its good one good', () => {
    const bad = findings(check.bad).filter(item => item.id === check.id);
    expect(bad.length).toBeGreaterThan(0);
    for (const { start, end, message } of bad) {
      expect(start).toBeLessThan(end);
      expect(end).toBeLessThanOrEqual(check.bad.length);
      expect(message.en).not.toBe('');
      expect(message.zh).toMatch(/[\u4e00-\u9fff]/);
    }
    const good = findings(check.good).filter(item => !INCOMPLETE.has(item.id) || item.id === check.id);
    expect(good.map(item => `${item.id}: ${item.message.en}`)).toEqual([]);
  });

  it('has fixes that put its bad example right', () => {
    for (const finding of findings(check.bad)) {
      if (finding.id !== check.id || finding.fixes === undefined || finding.fixes.length === 0) continue;
      const count = (sql: string): number => findings(sql).filter(item => item.id === check.id).length;
      expect(count(applied(check.bad, finding))).toBeLessThan(count(check.bad));
    }
  });

  it('has its page', () => {
    expect(readCheckPage(check.id)).toBe(checkPage(check));
  });
});

describe('all checks', () => {
  it('have ids of their own, and no page stands without a check', () => {
    const ids = CHECKS.map(check => check.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(checkPageIds().sort()).toEqual(ids.sort());
  });

  it('take their severity from the settings', () => {
    const sql = "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT b FROM t;";
    const analysis = analyze(parseScript(sql));
    const severity = (settings: Record<string, 'off' | 'hint'>): string[] =>
      checkScript(analysis, settings)
        .findings.filter(item => item.id === 'unknown-column')
        .map(item => item.severity);
    expect(severity({})).toEqual(['error']);
    expect(severity({ 'unknown-column': 'hint' })).toEqual(['hint']);
    expect(severity({ 'unknown-column': 'off' })).toEqual([]);
  });
});
