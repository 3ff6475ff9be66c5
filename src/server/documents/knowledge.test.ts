import { describe, expect, it } from 'vitest';
import { finished } from '../../language/syntax/steps.ts';
import { Knowledge } from './knowledge.ts';
import { LIMITS } from './limits.ts';

const LINE = "SELECT a FROM t WHERE b = 'x';\n";
const LONG = LINE.repeat(Math.ceil(LIMITS.statement / LINE.length) + 10);
const QUOTE = LONG.indexOf("'x'");

function known(text: string): Knowledge {
  const knowledge = new Knowledge(text);
  finished(knowledge.refresh());
  return knowledge;
}

describe('Knowledge of a script in which a quote glues too much together', () => {
  const type = (knowledge: Knowledge, start: number, text: string, removed = 0): void => {
    knowledge.edit({ start, end: start + removed, text });
  };
  const isSame = (before: Knowledge['analysis'], after: Knowledge['analysis'], index: number): boolean =>
    before !== undefined && before.statements[index]?.model === after?.statements[index]?.model;

  it('is none until the quote is closed; then all that was known of other statements is back', () => {
    const knowledge = known(LONG);
    const before = knowledge.analysis;
    type(knowledge, QUOTE, "'");
    finished(knowledge.refresh());
    expect(knowledge.excess).toEqual({ kind: 'statement', offset: 0 });
    expect(knowledge.analysis).toBeUndefined();
    expect(knowledge.parsed).toBeUndefined();
    type(knowledge, QUOTE + 1, 'y');
    finished(knowledge.refresh());
    expect(knowledge.excess).toBeDefined();
    type(knowledge, QUOTE + 2, "'");
    finished(knowledge.refresh());
    expect(knowledge.excess).toBeUndefined();
    expect(knowledge.parsed?.text).toBe(knowledge.text);
    expect(knowledge.analysis?.statements.length).toBe(before?.statements.length);
    expect(isSame(before, knowledge.analysis, 0)).toBe(false);
    expect(isSame(before, knowledge.analysis, 1)).toBe(true);
  });

  it('holds when the quote was closed, and something else changed, before anybody asked', () => {
    const knowledge = known(LONG);
    const before = knowledge.analysis;
    type(knowledge, QUOTE, "'");
    type(knowledge, LONG.lastIndexOf('b') + 1, 'b');
    type(knowledge, QUOTE, '', 1);
    finished(knowledge.refresh());
    expect(knowledge.excess).toBeUndefined();
    const last = (before?.statements.length ?? 0) - 1;
    expect(isSame(before, knowledge.analysis, 0)).toBe(true);
    expect(knowledge.parsed?.statements[last]?.statement.text).toContain('bb =');
  });
});
