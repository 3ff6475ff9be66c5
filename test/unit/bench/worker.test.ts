import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { provenWorker } from '../../bench/measure/proof.ts';
import { alternate } from '../../bench/measure/rounds.ts';
import { NoAnswer, Worker } from '../../bench/measure/workerProcess.ts';

/** A tool that counts its calls, refuses "no", hangs on "hang" and dies on "die". */
const TOOL = `
let calls = 0;
exports.parse = text => {
  calls += 1;
  if (text === 'no') throw new Error('refused');
  if (text === 'die') process.exit(3);
  while (text === 'hang');
  return text === 'count' ? calls : 0;
};
exports.format = text => text + text;
exports.open = text => ({ edit: change => { text += change.text; return 0; } });
`;

let folder = '';
let worker: Worker;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'blink-sql-bench-'));
  const file = join(folder, 'tool.cjs');
  writeFileSync(file, TOOL);
  worker = await Worker.of({ name: 'tool', file });
});
afterEach(() => {
  worker.end();
  rmSync(folder, { recursive: true, force: true });
});

const parsed = (...texts: string[]) => worker.ask({ kind: 'outcomes', operation: 'parse', texts });

it('tells of each text whether the tool took it', async () => {
  expect(await parsed('yes', 'no')).toEqual([0, null]);
  expect(await worker.ask({ kind: 'outcomes', operation: 'format', texts: ['ab'] })).toEqual([4]);
});

it('takes a sample of whole passes, a text that is refused among them', async () => {
  const { passes, wall, cpu } = await worker.ask({
    kind: 'sample',
    operation: 'parse',
    texts: ['yes', 'no', 'yes'],
    atLeast: 20,
  });
  expect(cpu * passes).toBeGreaterThanOrEqual(20);
  expect(wall).toBeGreaterThan(0);
  expect(await parsed('count')).toEqual([passes * 3 + 1]);
});

it('takes samples in turn, after a warm-up that does not count', async () => {
  const contestants = [0, 1].map(() => ({ worker, operation: 'parse' as const, texts: ['yes'] }));
  const samples = await alternate(contestants, { rounds: 3, sample: 0, warmUp: 0 });
  expect(samples.map(list => list.map(({ passes }) => passes))).toEqual([
    [1, 1, 1],
    [1, 1, 1],
  ]);
  expect(await parsed('count')).toEqual([2 + 6 + 1]);
});

it('lets only tools compete that do the work', async () => {
  const file = join(folder, 'tool.cjs');
  const tool = { name: 'tool', file };
  await expect(provenWorker(tool, 'parse')).rejects.toThrow('tool does not parse: it answers 0, 0, 0');
  await expect(provenWorker(tool, 'format')).rejects.toThrow('tool does not format');
  writeFileSync(file, "exports.parse = text => (text.includes('> AND') ? 1 : 0);");
  (await provenWorker(tool, 'parse')).end();
});

it('times every edit', async () => {
  const edit = { start: 0, end: 0, text: 'x' };
  const times = await worker.ask({ kind: 'edits', text: '', edits: [edit, edit] });
  expect(times).toHaveLength(2);
  expect(times.every(time => time >= 0)).toBe(true);
});

it('gives up on a tool that hangs or dies, and says what a tool lacks', async () => {
  await expect(worker.ask({ kind: 'outcomes', operation: 'lex', texts: [] })).rejects.toThrow('no lex');
  const hang = { kind: 'outcomes', operation: 'parse', texts: ['hang'] } as const;
  await expect(worker.ask(hang, 100)).rejects.toThrow(new NoAnswer('longer than 0.1 s'));
  const other = await Worker.of({ name: 'tool', file: join(folder, 'tool.cjs') });
  await expect(other.ask({ kind: 'outcomes', operation: 'parse', texts: ['die'] })).rejects.toThrow(
    new NoAnswer('died'),
  );
});
