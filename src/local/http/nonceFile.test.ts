import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../testing/process.ts';
import { NonceFile } from './nonceFile.ts';
import { Nonces } from './nonces.ts';

const WINDOW = 30 * 60_000;
const NOW = Date.UTC(2026, 0, 5, 12);

let folder: ReturnType<typeof temporaryFolder>;
let file: string;
beforeEach(() => {
  folder = temporaryFolder();
  file = join(folder.path, 'nonces');
});
afterEach(() => {
  folder.remove();
});

/** A life of the service. The file is left open on purpose: a process that is killed closes nothing. */
const live = () => new Nonces(WINDOW, new NonceFile(file, WINDOW));

describe('nonces in a file', () => {
  it('are used for the next life too, however the last one ended', () => {
    const first = live();
    expect([first.use('a', NOW), first.use('b', NOW + 1), first.use('a', NOW + 2)]).toEqual([
      true,
      true,
      false,
    ]);
    const second = live();
    expect([second.use('a', NOW + 3), second.use('b', NOW + 3), second.use('c', NOW + 3)]).toEqual([
      false,
      false,
      true,
    ]);
    expect(live().use('c', NOW + 4)).toBe(false);
  });

  it('may be any text', () => {
    const odd = ['', ' ', 'a b', 'a\nb', '\r\n1 x', '中文', '%', '\u0000', '\u2028'];
    const first = live();
    expect(odd.map(nonce => first.use(nonce, NOW))).toEqual(odd.map(() => true));
    const second = live();
    expect(odd.filter(nonce => second.use(nonce, NOW))).toEqual([]);
  });

  it('are forgotten when their time is over', () => {
    live().use('a', NOW);
    expect(live().use('a', NOW + WINDOW - 1)).toBe(false);
    expect(live().use('a', NOW + WINDOW)).toBe(true);
  });

  it('take two windows of disk at most, and are remembered over the change', () => {
    const nonces = live();
    const step = WINDOW / 10;
    for (let n = 0; n < 100; n++) expect(nonces.use(`n${n}`, NOW + n * step)).toBe(true);
    expect(readdirSync(folder.path).sort()).toEqual(['nonces', 'nonces.1']);
    const lines = ['nonces', 'nonces.1'].map(name => readFileSync(join(folder.path, name), 'utf8').trim());
    expect(lines.join('\n').split('\n')).toHaveLength(20);
    const next = live();
    const known = Array.from({ length: 100 }, (_, n) => n).filter(
      n => !next.use(`n${n}`, NOW + 99 * step + 1),
    );
    expect(known).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
  });

  it('that were cut off by a crash of the machine, or spoilt, cost no other entry', () => {
    const first = live();
    first.use('a', NOW);
    first.use('%%%', NOW);
    truncateSync(file, statSync(file).size - 1);
    live().use('b', NOW + 1);
    appendFileSync(file, '\nnonsense\n\u0000\u0000');
    live().use('c', NOW + 2);
    const last = live();
    expect(['a', 'b', 'c'].filter(nonce => last.use(nonce, NOW + 3))).toEqual([]);
  });

  it('are for nobody but their owner', () => {
    live();
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it('that cannot be written down are not let through, now or later', () => {
    const journal = new NonceFile(file, WINDOW);
    const nonces = new Nonces(WINDOW, journal);
    journal.close();
    for (let n = 0; n < 2; n++) expect(() => nonces.use('a', NOW)).toThrow('EBADF');
  });
});
