import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS_SETTING, checkSchemas, checkTexts } from '../../scripts/manifest/checkSettings.ts';
import { CHECKS } from '../../src/language/analysis/checks/registry.ts';
import { DEFAULT_FORMAT_OPTIONS } from '../../src/language/features/format/options.ts';
import { LANGUAGE_SETTINGS } from '../../src/languageClient/settingNames.ts';

interface Setting {
  readonly type: string;
  readonly default: unknown;
  readonly scope: string;
  readonly enum?: readonly string[];
  readonly properties?: unknown;
}

const read = (file: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8'));
const { contributes } = read('package.json') as {
  contributes: { configuration: { title: string; properties: Record<string, Setting> }[] };
};
const section = contributes.configuration.find(({ title }) => title === '%configuration.language%');
const settings = section?.properties ?? {};

describe('the settings of the language', () => {
  it('that the manifest declares are those that are read', () => {
    expect(Object.keys(settings).sort()).toEqual(Object.values(LANGUAGE_SETTINGS).sort());
  });

  it('name every check with what it is about; `node scripts/checkSettings.ts` writes this', () => {
    expect(settings[CHECKS_SETTING]?.properties).toEqual(checkSchemas(CHECKS));
    expect(read('package.nls.json')).toMatchObject(checkTexts(CHECKS, 'en'));
    expect(read('package.nls.zh-cn.json')).toMatchObject(checkTexts(CHECKS, 'zh'));
  });

  it('have the formatter’s own defaults', () => {
    const { keywordCase, commaPlace, lineWidth, semicolon } = DEFAULT_FORMAT_OPTIONS;
    const declared = (name: keyof typeof LANGUAGE_SETTINGS) => settings[LANGUAGE_SETTINGS[name]]?.default;
    expect({
      keywordCase: declared('keywordCase'),
      commaPlace: declared('commaPlace'),
      lineWidth: declared('lineWidth'),
      semicolon: declared('semicolon'),
    }).toEqual({ keywordCase, commaPlace, lineWidth, semicolon });
  });
});
