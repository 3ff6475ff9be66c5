import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ConnectionId, JobName, ProjectName } from '../services/model.ts';
import { Journal, type JournalFiles } from './journal.ts';
import { encodeSegment, keptName, parseKeptName } from './journalNames.ts';

class MemoryFiles implements JournalFiles {
  readonly files = new Map<string, Uint8Array>();
  write(path: readonly string[], content: Uint8Array) {
    if (this.files.has(path.join('/'))) throw new Error('names are unique');
    this.files.set(path.join('/'), content);
    return Promise.resolve();
  }
  read(path: readonly string[]) {
    const found = this.files.get(path.join('/'));
    return found ? Promise.resolve(found) : Promise.reject(new Error('no such file'));
  }
  list(path: readonly string[]) {
    const prefix = `${path.join('/')}/`;
    return Promise.resolve(
      [...this.files.keys()].filter(key => key.startsWith(prefix)).map(key => key.slice(prefix.length)),
    );
  }
  async size(path: readonly string[]) {
    return (await this.read(path)).byteLength;
  }
  delete(path: readonly string[]) {
    this.files.delete(path.join('/'));
    return Promise.resolve();
  }
}

const ref = {
  connection: 'local' as ConnectionId,
  project: 'demo' as ProjectName,
  job: '订单/../x' as JobName,
};
const code = { ...ref, kind: 'code', role: 'written' } as const;

async function texts(journal: Journal): Promise<string[]> {
  return Promise.all((await journal.list(ref)).map(kept => journal.read(kept)));
}

describe('journal', () => {
  it('gives back what it kept, newest first, byte by byte', async () => {
    let now = Date.UTC(2026, 0, 2, 3, 4, 5, 6);
    const journal = new Journal(new MemoryFiles(), () => now);
    await journal.keep({ ...code, text: '\uFEFFSELECT 1\r\n' });
    now++;
    await journal.keep({ ...code, role: 'replaced', who: '王芳-x', text: 'SELECT 2' });
    expect(await texts(journal)).toEqual(['SELECT 2', '\uFEFFSELECT 1\r\n']);
    expect((await journal.list(ref))[0]).toMatchObject({
      time: Date.UTC(2026, 0, 2, 3, 4, 5, 7),
      role: 'replaced',
      kind: 'code',
      who: '王芳-x',
    });
    expect(await journal.list(ref, 'plan')).toEqual([]);
  });

  it('keeps several texts of one ms, and does not keep a text again that it has just kept', async () => {
    const journal = new Journal(new MemoryFiles(), () => 1_700_000_000_000);
    for (const text of ['a', 'b', 'b', 'c', 'b', 'c']) await journal.keep({ ...code, text });
    expect((await texts(journal)).sort()).toEqual(['a', 'b', 'c']);
  });

  it('is bounded by number, size and age, and never drops the newest', async () => {
    let now = 1_700_000_000_000;
    const limits = { entriesPerJob: 60, bytesPerJob: 1000, ageMs: 10_000 };
    const kept = async (text: (i: number) => string, step: number) => {
      const journal = new Journal(new MemoryFiles(), () => now, limits);
      for (let i = 0; i < 201; i++, now += step) await journal.keep({ ...code, text: text(i) });
      return texts(journal);
    };
    expect(await kept(i => `${i}`, 1)).toHaveLength(60);
    expect((await kept(i => `${i}`.padEnd(100, '.'), 1)).length).toBe(10);
    expect((await kept(i => `${i}`, 1000)).length).toBe(11);
    expect(await kept(i => `${i}`.padEnd(5000, '.'), 1)).toEqual(['200'.padEnd(5000, '.')]);
  });

  it('leaves strange files alone', async () => {
    const files = new MemoryFiles();
    const journal = new Journal(files);
    await journal.keep({ ...code, text: 'a' });
    const folder = [...files.files.keys()][0]!.split('/').slice(0, -1);
    await files.write([...folder, 'notes.txt'], new Uint8Array());
    expect(await texts(journal)).toEqual(['a']);
  });
});

describe('names of kept texts', () => {
  it('reads back every name', () => {
    fc.assert(
      fc.property(
        fc.record({
          time: fc.integer({ min: 0, max: 4e12 }),
          role: fc.constantFrom('replaced', 'written', 'discarded', 'deleted'),
          kind: fc.constantFrom('code', 'properties', 'plan'),
        }),
        fc.stringMatching(/^[\p{L}\p{N}@.\- ]{1,40}$/u),
        (name, who) => {
          const full = { ...name, who };
          expect(parseKeptName(keptName(full, 'k3'))).toEqual(full);
        },
      ),
    );
  });

  it('makes one plain segment of any name, different ones of different names', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), name => {
        expect(encodeSegment(name)).toMatch(/^[a-z0-9_%\p{Script=Han}]+$/u);
      }),
    );
    const names = ['..', '.', 'a/b', 'a%2fb', 'A', 'a', 'con', 'a b', '订单', 'C:\\x'];
    const encoded = names.map(encodeSegment);
    expect(new Set(encoded.map(name => name.toLowerCase())).size).toBe(names.length);
  });
});
