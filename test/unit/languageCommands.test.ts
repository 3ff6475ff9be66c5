import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { command: string; title: string; icon?: unknown }[];
    readonly menus: Readonly<Record<string, readonly { command?: string; when?: string }[]>>;
  };
}

const read = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const { commands, menus } = (read('package.json') as Manifest).contributes;
const own = commands.filter(({ command }) => /^blink\.(?:lineage|language)\./.test(command));

describe('the commands of the language', () => {
  it.each(['package.nls.json', 'package.nls.zh-cn.json'])('have a title in %s', file => {
    const texts = read(file) as Record<string, string>;
    expect(own.length).toBeGreaterThan(0);
    for (const { title } of own) expect(texts[title.replaceAll('%', '')]).toMatch(/\S/);
  });

  it('have an icon where they stand in a title bar', () => {
    const shown = new Set(menus['editor/title']?.map(({ command }) => command));
    for (const { command, icon } of own) if (shown.has(command)) expect(icon).toBeDefined();
  });

  it('ask for a script where they need one', () => {
    const palette = new Map(menus['commandPalette']?.map(({ command, when }) => [command, when]));
    expect(palette.get('blink.lineage.show')).toContain('editorLangId == blink-sql');
  });
});
