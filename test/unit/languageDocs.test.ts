import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { MAX_DEPTH } from '../../src/language/syntax/parser/limits.ts';
import { LANGUAGE_SETTINGS } from '../../src/languageClient/settingNames.ts';
import { LIMITS } from '../../src/server/documents/limits.ts';

const read = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const page = read('docs/language.md');

interface Manifest {
  readonly contributes: {
    readonly configuration: readonly {
      readonly properties: Readonly<
        Record<string, { readonly default: unknown; readonly enum?: readonly string[] }>
      >;
    }[];
  };
}

/** The rows of the table of settings: name, default, values. */
const rows = new Map(
  page
    .split('\n')
    .filter(line => line.startsWith('| `blink.'))
    .map(line => {
      const [, name = '', standard = '', values = ''] = line.split('|').map(cell => cell.trim());
      return [name.slice(1, -1), { standard: standard.slice(1, -1), values }] as const;
    }),
);

it('lists the settings of the language with their defaults and values, as the manifest has them', () => {
  const { contributes } = JSON.parse(read('package.json')) as Manifest;
  const properties = new Map(contributes.configuration.flatMap(part => Object.entries(part.properties)));
  expect([...rows.keys()].sort()).toEqual(Object.values(LANGUAGE_SETTINGS).sort());
  for (const [name, { standard, values }] of rows) {
    const setting = properties.get(name);
    const found = typeof setting?.default === 'string' ? setting.default : JSON.stringify(setting?.default);
    expect(standard, name).toBe(found);
    if (setting?.enum !== undefined)
      expect(values, name).toBe(setting.enum.map(value => `\`${value}\``).join(', '));
  }
});

it('states the limits there are', () => {
  for (const limit of [...Object.values(LIMITS), MAX_DEPTH])
    expect(page).toMatch(new RegExp(`\\b${limit.toLocaleString('en')}\\b`));
});
