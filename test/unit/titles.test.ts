import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/bootstrap/paths.mjs';

type Texts = Readonly<Record<string, string>>;
const read = (name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as Texts;
const texts = read('package.nls.json');
const translated = read('package.nls.zh-cn.json');
const titles = Object.keys(texts).filter(key => key.startsWith('command.'));

/** As the editor's own commands: those that go on to ask for something end in three dots; a confirmation does not count. */
const asks = (title: string | undefined) => title?.endsWith('...') ?? false;

describe('the titles of commands', () => {
  it('are marked as the editor marks its own, with three dots and no space before them', () => {
    const all = titles.flatMap(key => [texts[key] ?? '', translated[key] ?? '']);
    expect(all.length).toBeGreaterThan(80);
    expect(all.filter(title => /…|\s\.\.\.$|[^.]\.{1,2}$/.test(title))).toEqual([]);
  });

  it('say in both languages alike whether more is asked for', () => {
    expect(titles.filter(key => asks(texts[key]) !== asks(translated[key]))).toEqual([]);
    expect(
      titles.filter(key => /\.(delete|stop|offline|remove|reset)$/.test(key) && asks(texts[key])),
    ).toEqual([]);
  });
});
