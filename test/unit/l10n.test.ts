import { expect, it } from 'vitest';
import { translationProblems, type Translations } from '../../scripts/l10n/check.ts';

const complete: Translations = {
  used: ['Start {0}'],
  bundle: { 'Start {0}': '启动 {0}' },
  manifest: '{ "title": "%start.title%" }',
  english: { 'start.title': 'Start' },
  chinese: { 'start.title': '启动' },
};

it('accepts complete translations', () => {
  expect(translationProblems(complete)).toEqual([]);
});

it.each<[string, Partial<Translations>]>([
  ['a text of the code without Chinese', { used: ['Start {0}', 'Stop'] }],
  ['a Chinese text that the code does not use', { used: [] }],
  ['a lost placeholder', { bundle: { 'Start {0}': '启动' } }],
  ['an unknown key in the manifest', { manifest: '{ "a": "%start.title%", "b": "%stop.title%" }' }],
  ['an unused key of the manifest', { manifest: '{}' }],
  ['a key without Chinese', { chinese: {} }],
  ['a key that is Chinese only', { chinese: { ...complete.chinese, 'stop.title': '停止' } }],
])('finds %s', (_what, fault) => {
  expect(translationProblems({ ...complete, ...fault })).toHaveLength(1);
});
