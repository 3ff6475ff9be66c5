import { describe, expect, it } from 'vitest';
import { parseScript } from '../../syntax/script.ts';
import { updateScript } from '../../syntax/update.ts';
import { analyze } from '../analyze.ts';
import type { Analysis } from '../analyze.ts';
import { checkScript } from '../check.ts';
import { roomFor } from './room.ts';

const repeated = (count: number, text: (index: number) => string, separator = ''): string =>
  Array.from({ length: count }, (_, i) => text(i)).join(separator);

const table = (columns: number): string =>
  `CREATE TABLE t (${repeated(columns, i => `c${i} INT`, ', ')}) WITH (type = 'random');\n`;

/** Small texts that stand for more columns than fit into the memory of a machine. */
const BOMBS: Readonly<Record<string, string>> = {
  'views that double': `${table(10)}CREATE VIEW v0 AS SELECT * FROM t;\n${repeated(40, i => `CREATE VIEW v${i + 1} AS SELECT * FROM v${i} AS a, v${i} AS b;\n`)}`,
  'a star and a star': `${table(5_000)}CREATE VIEW v AS SELECT ${repeated(5_000, () => '*', ', ')} FROM t;`,
  'a table joined with itself': `${table(2_000)}CREATE VIEW v AS SELECT * FROM ${repeated(5_000, i => `t AS t${i}`, ', ')};`,
  'a union of wide tables': `${table(5_000)}CREATE VIEW v AS ${repeated(5_000, () => 'SELECT * FROM t', ' UNION ALL ')};`,
  'a star in a star': `${table(5_000)}CREATE VIEW v AS ${repeated(60, () => 'SELECT * FROM (')}SELECT * FROM t${repeated(60, i => `) AS q${i}`)};`,
  'many views of a wide table': `${table(5_000)}${repeated(5_000, i => `CREATE VIEW v${i} AS SELECT * FROM t;\n`)}`,
};

/** All columns anything in the script holds. */
function columnsIn({ statements }: Analysis): number {
  const relations = new Set(
    statements.flatMap(({ model }) => [
      ...(model?.selects.map(({ output }) => output) ?? []),
      ...(model?.scopes.flatMap(({ items }) => items.map(({ relation }) => relation)) ?? []),
    ]),
  );
  let count = 0;
  for (const { columns } of relations) count += columns.length;
  return count;
}

describe('stars of many columns', () => {
  it.each(Object.keys(BOMBS))('are cut off, without a false alarm: %s', name => {
    const analysis = analyze(parseScript(BOMBS[name] ?? ''));
    expect(columnsIn(analysis)).toBeLessThan(3_000_000);
    const { findings } = checkScript(analysis);
    expect(findings.filter(({ severity }) => severity === 'error').map(({ id }) => id)).toEqual([]);
    expect(analysis.statements.at(-1)?.model?.declares).toMatchObject({ relation: { open: true } });
  });

  it('leave the columns of real scripts alone', () => {
    const script = `${table(300)}CREATE VIEW v0 AS SELECT * FROM t;\n${repeated(200, i => `CREATE VIEW v${i + 1} AS SELECT * FROM v${i};\n`)}`;
    const { declares } = analyze(parseScript(script)).statements.at(-1)?.model ?? {};
    expect(declares?.kind === 'view' && declares.relation.columns.length).toBe(300);
    expect(declares).toMatchObject({ relation: { open: false } });
  });

  it('get as much room after edits as in a fresh script', () => {
    const few = 'SELECT 1;\n';
    const wide = `${table(10_000)}CREATE VIEW v AS SELECT * FROM t;\nINSERT INTO s SELECT * FROM v;\n`;
    const seen = (analysis: Analysis): unknown =>
      analysis.statements.map(({ model }) => [model?.output?.columns.length, model?.output?.open]);
    expect(roomFor(3)).toBeGreaterThan(10_000);
    expect(roomFor(1_003)).toBeLessThan(10_000);
    let script = parseScript(wide);
    let analysis = analyze(script);
    for (const [start, end, text] of [
      [wide.length, wide.length, few.repeat(1_000)],
      [wide.length, wide.length + few.length * 1_000, ''],
    ] as const) {
      script = updateScript(script, { start, end, text });
      analysis = analyze(script, analysis);
      expect(seen(analysis)).toEqual(seen(analyze(parseScript(script.text))));
    }
  });

  it('and less room for those that had enough redo nothing', () => {
    const before = analyze(parseScript(`${table(100)}CREATE VIEW v AS SELECT * FROM t;\n`));
    const { text } = before.script;
    const more = { start: text.length, end: text.length, text: 'SELECT 1;\n'.repeat(1_000) };
    const after = analyze(updateScript(before.script, more), before);
    expect(after.room).toBeLessThan(before.room);
    expect(after.resolved.slice(0, 2)).toEqual(before.resolved.slice(0, 2));
    expect(after.resolved[1]).toBe(before.resolved[1]);
  });
});
