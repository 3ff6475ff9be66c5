import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Gives a workbench a display language without its language pack, which no package registry carries: the list of
 * installed packs (languagepacks.json in the user data folder, which the server reads on every page) names an empty
 * pack. VS Code's own words stay English; every extension sees the language and shows its own translations.
 */
export function installEmptyLanguagePack(dataDir: string, language: string): void {
  mkdirSync(dataDir, { recursive: true });
  const translations = join(dataDir, `language-${language}.json`);
  writeFileSync(translations, JSON.stringify({ version: '1.0.0', contents: {} }));
  const extension = { extensionIdentifier: { id: 'blink-sql-tests.empty-language-pack' }, version: '1.0.0' };
  const pack = {
    hash: 'empty',
    label: language,
    extensions: [extension],
    translations: { vscode: translations },
  };
  writeFileSync(join(dataDir, 'languagepacks.json'), JSON.stringify({ [language]: pack }));
}
