import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScript } from '../../src/language/syntax/script.ts';
import { runCampaign } from './campaign.ts';
import type { Summary } from './campaign.ts';
import { cases, finalText } from './cases.ts';
import { ensureLossless, ensureSound } from './invariants.ts';
import { editOf, MUTATION_KINDS } from './mutations.ts';

const subject = (name: string): string => new URL(`./fixtures/${name}.ts`, import.meta.url).href;
const messages = ({ failures }: Summary): string[] =>
  failures.map(({ message }) => message.split('\n')[0] ?? '');

describe('the language core', () => {
  it('stands any text and any edit, in good time', async () => {
    const summary = await runCampaign({ cases: 2_000, seed: 20_190_409 });
    const { cases: count, characters, seconds, median, p99, slowest, failures } = summary;
    console.log(
      `fuzz: ${count} cases, ${characters} characters in ${seconds.toFixed(1)} s; ` +
        `processor time: median ${median} ms, 99 % below ${p99} ms, slowest ${slowest.toFixed(1)} ms`,
    );
    expect(failures).toEqual([]);
    expect(count).toBe(2_000);
  }, 120_000);
});

describe('the fuzzer', () => {
  it('finds what throws, makes it small, and goes on', async () => {
    const summary = await runCampaign({ cases: 900, batchSize: 300, seed: 1, subject: subject('throwing') });
    expect(messages(summary)).toEqual(['Error: a semicolon']);
    expect(summary.failures[0]?.text).toBe(';');
  });

  it('finds what is slow', async () => {
    const summary = await runCampaign({
      cases: 100,
      batchSize: 100,
      seed: 1,
      mostCpu: 10,
      subject: subject('slow'),
    });
    expect(messages(summary)).toEqual([expect.stringMatching(/took \d+ ms of processor time/)]);
    expect(summary.failures[0]?.text).toContain('`');
  });

  it('finds what hangs, says at which text, and goes on', async () => {
    const plan = { cases: 2_000, batchSize: 1_000, seed: 1, hangAfter: 300, subject: subject('hanging') };
    const summary = await runCampaign(plan);
    expect(messages(summary)).toEqual(['hangs']);
    expect(summary.failures[0]?.text).toContain('UNION');
  });

  it('has the same cases for the same seed, most of them changed, some still without fault', () => {
    const sample = fc.sample(cases(), { seed: 5, numRuns: 500 });
    expect(fc.sample(cases(), { seed: 5, numRuns: 500 })).toEqual(sample);
    expect(sample.filter(item => finalText(item) !== item.text).length).toBeGreaterThan(300);
    const sound = sample.filter(item =>
      parseScript(finalText(item)).statements.some(({ statement }) => statement.problems.length === 0),
    );
    expect(sound.length).toBeGreaterThan(100);
  });

  it('makes every kind of change', () => {
    const text = "SELECT a, (b) FROM t WHERE c = 'x'";
    const made = MUTATION_KINDS.map(kind => editOf(text, { kind, at: 2, other: 7, splinter: '@' }));
    expect(made.map(edit => text.slice(0, edit.start) + edit.text + text.slice(edit.end))).toEqual([
      "SELECT a (b) FROM t WHERE c = 'x'",
      "SELECT a, , (b) FROM t WHERE c = 'x'",
      "SELECT at (b) FROM , WHERE c = 'x'",
      "SELECT a@ , (b) FROM t WHERE c = 'x'",
      "SE@LECT a, (b) FROM t WHERE c = 'x'",
      'SE',
      "SELECT a, (b) FROM t WHERE c = ''x'",
      "SELECT a@ (b) FROM t WHERE c = 'x'",
      "SE (b) FROM t WHERE c = 'x'",
    ]);
  });

  it('knows a tree that lost something', () => {
    const script = parseScript('SELECT a -- why\nFROM t');
    const [placed] = script.statements;
    if (placed === undefined) throw new Error('nothing was parsed');
    const { statement } = placed;
    const { tokens, node } = statement;
    const ends = tokens.ends.map((end, i) => (i === 1 ? end + 1 : end));
    expect(() => ensureLossless({ ...tokens, comments: [] })).toThrow('only blanks');
    expect(() => ensureLossless({ ...tokens, ends })).not.toThrow();
    const with_ = (change: object): void =>
      ensureSound({ ...script, statements: [{ offset: 0, statement: { ...statement, ...change } }] });
    expect(() => with_({})).not.toThrow();
    expect(() => with_({ text: 'SELECT b' })).toThrow('that of the script');
    expect(() => with_({ node: { ...node, end: 3 } })).toThrow('lies inside');
  });
});
