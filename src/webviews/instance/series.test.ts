import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, MOST_LINES, valueAt } from './chartLines.ts';
import type { Series } from './messages.ts';
import { alignLines, latest, pointCount, type Line } from './series.ts';
import { RANGES, windowOf } from './timeRange.ts';

const T = 1_700_000_000_000;
const line = (...points: [number, number | null][]): Line => ({
  points: points.map(([seconds, value]) => [T + seconds * 1000, value]),
});

describe('alignLines', () => {
  it('marks missing points as a gap and late ones not', () => {
    const { times, values } = alignLines([line([0, 1], [10, 2], [20, 3], [42, 4], [80, 5], [90, 6])], 10_000);
    expect(times.map(time => time - T / 1000)).toEqual([0, 10, 20, 42, 52, 80, 90]);
    expect(values).toEqual([[1, 2, 3, 4, null, 5, 6]]);
  });

  it('takes a line that comes less often than asked for as whole', () => {
    expect(alignLines([line([0, 1], [60, 2], [120, 3])], 5000).values).toEqual([[1, 2, 3]]);
  });

  it('tells another line’s times from gaps', () => {
    const { values } = alignLines([line([0, 1], [20, 2]), line([10, 7], [20, null])], 20_000);
    expect(values).toEqual([
      [1, undefined, 2],
      [undefined, 7, null],
    ]);
  });

  it('loses no number and keeps times ascending, whatever comes', () => {
    const anyLine = fc
      .uniqueArray(fc.tuple(fc.integer({ min: 0, max: 7200 }), fc.option(fc.double({ noNaN: true }))), {
        selector: ([time]) => time,
        maxLength: 40,
      })
      .map(points => line(...points.sort(([a], [b]) => a - b)));
    fc.assert(
      fc.property(fc.array(anyLine, { maxLength: 4 }), lines => {
        const { times, values } = alignLines(lines, 10_000);
        expect(times).toEqual([...new Set(times)].sort((a, b) => a - b));
        lines.forEach((each, index) => {
          const column = values[index] ?? [];
          expect(column).toHaveLength(times.length);
          expect(column.filter(value => value !== null && value !== undefined)).toEqual(
            each.points.map(([, value]) => value).filter(value => value !== null),
          );
        });
      }),
    );
  });

  it('knows the newest number and how many there are', () => {
    expect(latest(line([0, 1], [10, 2], [20, null]))).toBe(2);
    expect(latest(line([0, 0]))).toBe(0);
    expect(latest(line())).toBeUndefined();
    expect(pointCount(line([0, 1], [10, null], [20, 0]))).toBe(2);
  });
});

describe('lines of a chart', () => {
  const series = (metric: string, tags: Record<string, string> = {}): Series => ({
    metric,
    tags,
    points: [],
  });
  const plan = { id: 'delay', metrics: ['delay'], unit: 'ms' } as const;

  it('are labelled by the metric, or by the tags where one metric has several', () => {
    expect(
      linesOf(plan, [series('delay', { source: 'a' }), series('tps.rate')], 'en').map(({ label }) => label),
    ).toEqual(['Business delay']);
    expect(
      linesOf(plan, [series('delay', { source: 'a' }), series('delay', { source: 'b' })], 'en').map(
        ({ label }) => label,
      ),
    ).toEqual(['source=a', 'source=b']);
    const rates = {
      id: 'rates',
      metrics: ['tps.rate', 'sink.outTps.rate'],
      unit: 'recordsPerSecond',
    } as const;
    const all = [series('sink.outTps.rate'), series('tps.rate', { t: '1' }), series('tps.rate', { t: '2' })];
    expect(linesOf(rates, all, 'zh').map(({ label }) => label)).toEqual([
      'Source 输入 t=1',
      'Source 输入 t=2',
      'Sink 输出',
    ]);
  });

  it('are no more than can be told apart', () => {
    const many = Array.from({ length: 50 }, (_, index) => series('delay', { partition: String(index) }));
    expect(linesOf(plan, many, 'en')).toHaveLength(MOST_LINES);
  });

  it('show the value before where only another line has a point, and nothing in a gap', () => {
    const columns = { times: [0, 1, 2, 3], values: [[5, undefined, null, undefined]] };
    expect([0, 1, 2, 3].map(index => valueAt(columns, 0, index))).toEqual([5, 5, undefined, undefined]);
  });
});

describe('windowOf', () => {
  const HOURS = 2 * 3_600_000;

  it.each(RANGES)('of %d s is aligned, ends now, has 60 to 120 points and keeps within the limit', range => {
    const now = T + 12_345;
    const { start, end, step } = windowOf(range, now, HOURS);
    expect(start % (step * 1000)).toBe(0);
    expect(end % (step * 1000)).toBe(0);
    expect(end).toBeLessThanOrEqual(now);
    expect(now - end).toBeLessThan(step * 1000);
    expect(now - start).toBeLessThanOrEqual(HOURS);
    expect((end - start) / 1000 / step).toBeGreaterThanOrEqual(59);
    expect((end - start) / 1000 / step).toBeLessThanOrEqual(120);
  });

  it('never asks for more than the service keeps', () => {
    const { start } = windowOf(7200, T, 600_000);
    expect(T - start).toBeLessThanOrEqual(600_000);
  });

  it('stands still within one step', () => {
    expect(windowOf(300, T, HOURS)).toEqual(windowOf(300, T + 4999, HOURS));
  });
});
