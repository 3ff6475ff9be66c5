import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { JournalFiles } from '../../../src/documents/journal.ts';

/** A journal on this machine's disk. */
export function diskFiles(root: string): JournalFiles {
  const at = (path: readonly string[]) => join(root, ...path);
  return {
    write: async (path, content) => {
      await mkdir(dirname(at(path)), { recursive: true });
      await writeFile(at(path), content, { flag: 'wx' });
    },
    read: path => readFile(at(path)),
    list: path => readdir(at(path)).catch(() => []),
    size: async path => (await stat(at(path))).size,
    delete: path => rm(at(path)),
  };
}
