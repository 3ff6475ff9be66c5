import { expect, it } from 'vitest';
import { escapeMarkdown } from './escape.ts';

it.each([
  ['<img src=x>', '\\<img src\\=x\\>'],
  ['[a](command:b)', '\\[a\\]\\(command\\:b\\)'],
  ['https://evil.test', 'https\\:\\/\\/evil\\.test'],
  ['$(trash) **b** `c` &lt;', '\\$\\(trash\\) \\*\\*b\\*\\* \\`c\\` \\&lt\\;'],
  ['a\\b', 'a\\\\b'],
  ['# one\n- two\r\n\n3', '\\# one \\- two 3'],
  ['作业 明细', '作业 明细'],
])('%j', (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});
