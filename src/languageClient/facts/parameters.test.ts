import { expect, it } from 'vitest';
import { parametersOf } from './parameters.ts';

it('reads the lines of a job’s properties', () => {
  const text = [
    '# comment=1',
    '  ! another=2',
    'table = orders ',
    'filter=a=b#c',
    'blink.state.ttl.ms=3600000\r',
    'empty=',
    'colon: yes',
    'no sign here',
    '=nameless',
    'table=orders_2',
  ].join('\n');
  expect(parametersOf(text)).toEqual({
    table: 'orders_2',
    filter: 'a=b#c',
    'blink.state.ttl.ms': '3600000',
    empty: '',
    colon: 'yes',
  });
});

it('takes names that objects have by themselves for names', () => {
  expect(Object.entries(parametersOf('__proto__=1\nconstructor=2'))).toEqual([
    ['__proto__', '1'],
    ['constructor', '2'],
  ]);
});
