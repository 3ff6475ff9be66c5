import { describe, expect, it } from 'vitest';
import { coveringFault, type LocalFault } from './merge.ts';

const TEXT = [
  "CREATE TABLE src (a VARCHAR, b BIGINT,) WITH (type = 'random');",
  'INSERT INTO nowhere',
  'SELECT a, missing FROM src',
  '  WHERE b > 1;',
].join('\n');

function place(words: string): { start: number; end: number } {
  const start = TEXT.indexOf(words);
  if (start < 0) throw new Error(`no "${words}"`);
  return { start, end: start + words.length };
}

const local = (words: string, code: string, severity: LocalFault['severity'] = 'error'): LocalFault => ({
  ...place(words),
  code,
  severity,
});
const service = (words: string, message: string, code = 'SQL-00120002') => ({
  ...place(words),
  message,
  code,
  severity: 'error' as const,
});
const covers = (fault: ReturnType<typeof service>, ...locals: LocalFault[]) =>
  coveringFault(fault, locals, TEXT);

describe('a fault of the service is the same as a local one', () => {
  it.each([
    [
      'on the same characters',
      service('missing', "Column 'missing' not found"),
      local('missing', 'unknown-column'),
    ],
    ['on a part of them', service('missing FROM', 'x'), local('missing', 'unknown-column')],
    [
      'when the parser blames the token before',
      service(',) WITH'.slice(0, 1), 'Encountered "," at line 1, column 38.', 'PAR-00000001'),
      local(',)', 'syntax'),
    ],
    [
      'side by side, both of the grammar',
      service('BIGINT', 'Encountered "BIGINT" at line 1, column 32.', 'PAR-00000001'),
      local(',)', 'syntax'),
    ],
    [
      'on one line, both of the grammar',
      service('CREATE', 'Encountered "CREATE" at line 1, column 1.', 'PAR-00000001'),
      local(',)', 'syntax'),
    ],
    [
      'on one line, named in brackets',
      service('INSERT', 'Undefined target table [nowhere]', 'PAR-00000001'),
      local('nowhere', 'unknown-table'),
    ],
    [
      'within a whole query that names it',
      service(TEXT.slice(place('SELECT').start, -1), "Column 'MISSING' not found"),
      local('missing', 'unknown-column'),
    ],
  ])('%s', (_, fault, same) => {
    expect(covers(fault, same)).toBe(0);
  });
});

describe('a fault of the service is another one', () => {
  it.each([
    ['when the local one is a warning', service('missing', 'x'), local('missing', 'unused', 'warning')],
    ['elsewhere', service('missing', "Column 'missing' not found"), local('nowhere', 'unknown-table')],
    [
      'on the same line with another meaning',
      service('a, m'.slice(0, 1), 'bad type'),
      local('src\n', 'unknown-table'),
    ],
    [
      'around it, with another meaning',
      service(TEXT.slice(place('SELECT').start, -1), 'Query result and target table do not match'),
      local('missing', 'unknown-column'),
    ],
    [
      'side by side, of another kind',
      service('missing', 'Encountered "missing" at line 3, column 11.', 'PAR-00000001'),
      local('FROM', 'unknown-column'),
    ],
  ])('%s', (_, fault, other) => {
    expect(covers(fault, other)).toBeUndefined();
  });

  it('when there is no local one, or it was edited', () => {
    expect(covers(service('missing', 'x'))).toBeUndefined();
    expect(coveringFault(service('missing', 'x'), [undefined], TEXT)).toBeUndefined();
  });
});

it('takes the nearest of several', () => {
  const fault = service('missing', 'Encountered "missing" at line 3, column 11.', 'PAR-00000001');
  expect(covers(fault, local('SELECT a', 'syntax'), local('missing', 'syntax'))).toBe(1);
});
