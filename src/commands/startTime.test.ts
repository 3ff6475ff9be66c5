import { describe, expect, it } from 'vitest';
import { parseStartTime, startOfDay } from './startTime.ts';

const now = new Date(2026, 2, 15, 12, 30, 0).getTime();
const at = (...parts: [number, number, number, number?, number?, number?]) => {
  const [year, month, ...rest] = parts;
  return new Date(year, month - 1, ...rest).getTime();
};

describe('parseStartTime', () => {
  it.each([
    ['2026-03-01 08:00', at(2026, 3, 1, 8)],
    ['2026-03-01 08:00:30', at(2026, 3, 1, 8, 0, 30)],
    [' 2026/3/1 8:00 ', at(2026, 3, 1, 8)],
    ['2026-03-01T08:00', at(2026, 3, 1, 8)],
    ['2026-03-01', at(2026, 3, 1)],
    ['08:15', at(2026, 3, 15, 8, 15)],
    ['2h', now - 7_200_000],
    ['-30m', now - 1_800_000],
    ['1d ago', now - 86_400_000],
    ['1740787200000', 1_740_787_200_000],
    ['1740787200', 1_740_787_200_000],
    ['2026-03-01T08:00:00+08:00', Date.UTC(2026, 2, 1, 0)],
    ['2026-03-01T08:00:00Z', Date.UTC(2026, 2, 1, 8)],
    ['2024-02-29', at(2024, 2, 29)],
  ])('reads %s', (text, time) => {
    expect(parseStartTime(text, now)).toEqual({ time });
  });

  it.each([
    '',
    ' ',
    'yesterday',
    '2026-02-30',
    '2026-02-29',
    '2026-13-01',
    '25:00',
    '12:60',
    '8',
    '2026-03',
    '2h30m',
    '17407872',
  ])('refuses %j', text => {
    expect(parseStartTime(text, now)).toEqual({ problem: 'format' });
  });

  it.each(['12:31', '2026-03-16', '9999999999999'])('refuses the future: %s', text => {
    expect(parseStartTime(text, now)).toEqual({ problem: 'future' });
  });
});

it('finds midnight', () => {
  expect(startOfDay(now)).toBe(at(2026, 3, 15));
});
