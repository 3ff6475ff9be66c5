import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { cli } from './cli.ts';

let folder = '';
const path = (name: string): string => join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'blink-sql-cli-'));
  writeFileSync(path('ugly.sql'), '\ufeffselect a,b from t where c=1;\r\nselect a, from t');
  writeFileSync(path('neat.sql'), 'SELECT 1;\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('format', () => {
  it('writes files in place: mark, line ends, mode and links stay; statements with errors too', async () => {
    chmodSync(path('ugly.sql'), 0o640);
    symlinkSync(path('ugly.sql'), path('link.sql'));
    const { code, out, err } = await cli(['format', 'link.sql', 'neat.sql'], { cwd: folder });
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('link.sql: statements left as they are because of syntax errors: 1; see check.\n');
    expect(readFileSync(path('ugly.sql'), 'utf8')).toBe(
      '\ufeffSELECT a, b\r\nFROM t\r\nWHERE c = 1;\r\nselect a, from t',
    );
    expect(statSync(path('ugly.sql')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder).sort()).toEqual(['link.sql', 'neat.sql', 'ugly.sql']);
  });

  it('lists with --check what is not formatted, and changes nothing', async () => {
    const before = readFileSync(path('ugly.sql'), 'utf8');
    const { code, out } = await cli(['format', '--check', 'neat.sql', 'ugly.sql'], { cwd: folder });
    expect([code, out]).toEqual([1, 'ugly.sql\n']);
    expect(readFileSync(path('ugly.sql'), 'utf8')).toBe(before);
    expect((await cli(['format', '--check', 'neat.sql'], { cwd: folder })).code).toBe(0);
  });

  it('reads standard input and prints, with the options given', async () => {
    const args = [
      '--keyword-case',
      'lower',
      '--commas',
      'leading',
      '--width',
      '20',
      '--indent',
      '4',
      '--semicolon',
    ];
    const { code, out } = await cli(['format', ...args, '-'], {
      input: 'SELECT first_one, second_one FROM t',
    });
    expect([code, out]).toEqual([0, 'select\n    first_one\n    , second_one\nfrom t;\n']);
  });

  it('complains of a file that is not there, and does the others', async () => {
    const { code, err } = await cli(['format', '--check', 'no.sql', 'neat.sql'], { cwd: folder });
    expect([code, err]).toEqual([2, 'no.sql: there is no such file.\n']);
  });
});
