import { expect, it } from 'vitest';
import { firstStatement } from './firstStatement.ts';

it.each([
  ['SELECT 1', 'SELECT 1'],
  ['\n\t -- a comment; SELECT 2\n/* another\n; */ SELECT 1', 'SELECT 1'],
  ['--x\r\n--y\r\nSELECT 1', 'SELECT 1'],
  ['/* never closed SELECT', '/* never closed SELECT'],
  ['- no comment', '- no comment'],
  ['-- nothing else\n', ''],
  ['', ''],
])('%j begins at %j', (text, statement) => {
  expect(text.slice(firstStatement(text))).toBe(statement);
});
