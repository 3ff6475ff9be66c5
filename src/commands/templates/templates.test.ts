import { describe, expect, it } from 'vitest';
import { validateJobCode } from '../../language/service/validate.ts';
import { dataStream, dataStreamProperties } from './dataStream.ts';
import { datahubToRds } from './datahubToRds.ts';
import { deduplicate } from './deduplicate.ts';
import { dimensionJoin } from './dimensionJoin.ts';
import { empty } from './empty.ts';
import { kafkaToHbase } from './kafkaToHbase.ts';
import { kafkaToPrint } from './kafkaToPrint.ts';
import { patternMatch } from './patternMatch.ts';
import { slsToAds } from './slsToAds.ts';
import { templateCode } from './template.ts';
import { topN } from './topN.ts';
import { tumbleWindow } from './tumbleWindow.ts';

const SQL = {
  datahubToRds,
  deduplicate,
  dimensionJoin,
  empty,
  kafkaToHbase,
  kafkaToPrint,
  patternMatch,
  slsToAds,
  topN,
  tumbleWindow,
};
const CHINESE = /\p{Script=Han}/u;

describe.each(Object.entries(SQL))('the template %s', (_name, text) => {
  it.each(['en', 'zh-cn'])('is valid in %s, with a source and a sink', language => {
    const outcome = validateJobCode(templateCode(text, language), { workspace: 'p' });
    expect(outcome).toMatchObject({ ok: true });
    if (!outcome.ok) return;
    expect(outcome.inputs.length).toBeGreaterThan(0);
    expect(outcome.outputs.length).toBeGreaterThan(0);
  });

  it('speaks the language it is asked in', () => {
    expect(templateCode(text, 'en')).not.toMatch(CHINESE);
    expect(templateCode(text, 'zh-cn')).toMatch(CHINESE);
    expect(templateCode(text, 'zh-cn')).not.toMatch(/-- en:|-- zh:/);
  });

  it('has no apostrophe or semicolon in a comment: the service splits statements there', () => {
    for (const line of text.split('\n')) if (line.startsWith('--')) expect(line).not.toMatch(/[';]/);
  });

  it('holds no key: they come from variables', () => {
    for (const [, value] of text.matchAll(/(?:accessId|accessKey|userName|username|password) = '([^']*)'/g)) {
      expect(value).toMatch(/^\$\{\w+\}$/);
    }
  });
});

it('looks up the products of the dimension join as a dimension table', () => {
  const outcome = validateJobCode(templateCode(dimensionJoin, 'en'), { workspace: 'p' });
  expect(outcome).toMatchObject({ dims: [{ alias: 'products', type: 'rds' }] });
});

describe('templateCode', () => {
  it('keeps what is marked for no language, and indentation', () => {
    expect(templateCode('\n-- plain\n  -- en: yes\n  -- zh: 是\nSELECT 1', 'fr')).toBe(
      '-- plain\n  -- yes\nSELECT 1',
    );
  });

  it('reads the marks of properties and of a DataStream job', () => {
    expect(templateCode(dataStreamProperties, 'zh-cn')).toContain('# 两次 checkpoint');
    expect(templateCode(dataStream, 'en')).toContain('blink.main.class=');
    expect(templateCode(dataStream, 'en')).not.toMatch(CHINESE);
  });
});
