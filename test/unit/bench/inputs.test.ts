import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../src/language/diagnose.ts';
import { JOB_LINES, jobOf60Lines, scriptOf } from '../../bench/inputs/job.ts';
import { EDIT_KINDS, keystrokes } from '../../bench/inputs/keystrokes.ts';

const linesOf = (text: string): number => text.split('\n').length - 1;
const faults = (text: string): string[] =>
  diagnose(text, { language: 'en' })
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ code }) => code);

describe('the scripts of the bench', () => {
  it('are as long as they say, and without a fault', () => {
    expect(linesOf(scriptOf(1_000))).toBe(1_000);
    expect(linesOf(jobOf60Lines())).toBe(60);
    expect(faults(scriptOf(1_000))).toEqual([]);
    expect(faults(jobOf60Lines())).toEqual([]);
  });

  it('carry one mistake per job where they are to', () => {
    const codes = faults(scriptOf(JOB_LINES * 4, true)).filter(code => code === 'syntax');
    expect(codes).toHaveLength(4);
  });
});

describe('keystrokes', () => {
  const script = scriptOf(500);

  it('are the same in every run, of every kind, one character each', () => {
    const typed = keystrokes(script, 200);
    expect(keystrokes(script, 200)).toEqual(typed);
    expect(typed).toHaveLength(200);
    expect(new Set(typed.map(({ kind }) => kind))).toEqual(new Set(EDIT_KINDS));
    expect(typed.every(({ start, end, text }) => end - start + text.length === 1)).toBe(true);
  });

  it('write what a person would, and take it back', () => {
    let text = script;
    for (const { start, end, text: key } of keystrokes(script, 400)) {
      expect(start >= 0 && end <= text.length).toBe(true);
      text = text.slice(0, start) + key + text.slice(end);
    }
    expect(text).toContain("state = 'PAID' OR state='DUE' AND");
    expect(text).toContain('WHERE /* paid */');
    expect(text).toContain('\nSELECT 1;\n');
    expect(text).not.toContain('p.amount_net');
  });
});
