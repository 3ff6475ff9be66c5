import { expect, it } from 'vitest';
import { manifestText } from './manifestText.ts';

it('reads a text of the manifest in an English and in a translated editor', () => {
  expect(manifestText('Pause Job')).toBe('Pause Job');
  expect(manifestText({ value: '暂停作业', original: 'Pause Job' })).toBe('暂停作业');
});
