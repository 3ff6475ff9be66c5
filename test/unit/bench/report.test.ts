import { describe, expect, it } from 'vitest';
import { ms, plain, times } from '../../bench/report/numbers.ts';
import { withResults } from '../../bench/report/page.ts';
import { markdownOf, textOf } from '../../bench/report/render.ts';
import { comparison } from '../../bench/sections/duel.ts';

const section = {
  title: 'Speed',
  about: 'Of a thing.',
  head: ['what', 'ours'],
  rows: [
    ['a|b', '1 ms'],
    ['longer', '10 ms'],
  ],
  goals: [{ text: 'below 5 ms', measured: '10 ms', met: false }],
};

it('writes figures with three digits, large ones whole', () => {
  expect([plain(0.012345), plain(12.345), plain(1_234.5), plain(Number.NaN)]).toEqual([
    '0.0123',
    '12.3',
    '1,235',
    '-',
  ]);
  expect([ms(9.999), times(104.6)]).toEqual(['10 ms', '105 ×']);
});

it('takes the lesser of two ratios: by the clock and by processor time', () => {
  const own = [{ wall: 1, cpu: 2, passes: 1 }];
  const rival = [{ wall: 10, cpu: 10, passes: 1 }];
  const { row, ratio } = comparison('it', [own, rival]);
  expect(ratio).toBe(5);
  expect(row).toEqual(['it', '1 ms', '1 - 1', '10 ms', '10 - 10', '10 ×', '5 ×']);
});

describe('a section', () => {
  it('is a table of equal columns on a terminal, with its goals', () => {
    expect(textOf(section).split('\n').slice(-4)).toEqual([
      'what     ours',
      'a|b      1 ms',
      'longer  10 ms',
      'MISSED below 5 ms: 10 ms',
    ]);
  });

  it('is a table in Markdown, whatever its cells hold', () => {
    expect(markdownOf(section).split('\n').slice(4)).toEqual([
      '| what | ours |',
      '| --- | --: |',
      String.raw`| a\|b | 1 ms |`,
      '| longer | 10 ms |',
    ]);
  });
});

describe('the page', () => {
  const begin = '<!-- results: written by `npm run bench -- --write` -->';
  const end = '<!-- end of results -->';

  it('gets new results between its marks and keeps the rest', () => {
    const page = withResults(`before\n${begin}\nold\n${end}\nbehind\n`, 'new');
    expect(page).toBe(`before\n${begin}\n\nnew\n\n${end}\nbehind\n`);
  });

  it('is left alone without them', () => {
    expect(() => withResults('before\n', 'new')).toThrow('marks');
  });
});
