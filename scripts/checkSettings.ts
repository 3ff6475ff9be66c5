/** Writes what the manifest says of the setting `blink.language.checks`: `node scripts/checkSettings.ts`. */
import { readFileSync, writeFileSync } from 'node:fs';
import { CHECKS } from '../src/language/analysis/checks/registry.ts';
import { CHECKS_SETTING, checkSchemas, checkTexts, textKey } from './manifest/checkSettings.ts';

type Json = Record<string, unknown>;
interface Manifest {
  readonly contributes: { readonly configuration: readonly { readonly properties: Record<string, Json> }[] };
}

const url = (file: string) => new URL(`../${file}`, import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(url(file), 'utf8'));
const write = (file: string, content: unknown) => {
  writeFileSync(url(file), `${JSON.stringify(content, null, 2)}\n`);
};

const manifest = read('package.json') as Manifest;
for (const { properties } of manifest.contributes.configuration) {
  const setting = properties[CHECKS_SETTING];
  if (setting) setting['properties'] = checkSchemas(CHECKS);
}
write('package.json', manifest);

for (const [file, language] of [
  ['package.nls.json', 'en'],
  ['package.nls.zh-cn.json', 'zh'],
] as const) {
  const kept = Object.entries(read(file) as Record<string, string>).filter(
    ([key]) => !key.startsWith(textKey('')),
  );
  write(file, { ...Object.fromEntries(kept), ...checkTexts(CHECKS, language) });
}
