import { describe, expect, it } from 'vitest';
import type { JobName, ProjectName } from '../model.ts';
import { readSpec } from '../testing/spec.ts';
import { METRIC_NAMES, METRIC_WINDOW_MS, metricJson, readMetrics } from './metrics.ts';

const P = 'my.project' as ProjectName;
const J = 'job.v1.delay' as JobName;
const NOW = 1_600_000_000_000;
const MINUTE = 60_000;

interface Document {
  readonly start: number;
  readonly end: number;
  readonly limit: string;
  readonly queries: readonly {
    readonly metric: string;
    readonly downsample: string;
    readonly granularity: string;
    readonly aggregator: string;
  }[];
}

function document(start: number, end: number, step = 20): Document | undefined {
  const text = metricJson(P, J, { metrics: ['delay', 'tps.rate'], start, end, step }, NOW);
  return text === undefined ? undefined : (JSON.parse(text) as Document);
}

describe('metricJson', () => {
  it('is the document of the grammar', () => {
    expect(document(NOW - 10 * MINUTE, NOW)).toEqual({
      start: NOW - 10 * MINUTE,
      end: NOW,
      limit: 'avg:sample:50',
      queries: ['delay', 'tps.rate'].map(name => ({
        metric: `blink.my.project.job.v1.delay.${name}`,
        downsample: '20s-avg',
        granularity: '20s',
        aggregator: 'max',
      })),
    });
  });

  it('stays within the two hours and the present', () => {
    const clamped = document(NOW - 24 * 60 * MINUTE, NOW + MINUTE);
    expect(clamped?.end).toBe(NOW);
    expect(clamped?.start).toBeGreaterThan(NOW - METRIC_WINDOW_MS);
    expect(clamped?.start).toBeLessThan(NOW - METRIC_WINDOW_MS + MINUTE);
  });

  it('is none when nothing can be asked', () => {
    expect(document(NOW - 5 * 60 * MINUTE, NOW - 3 * 60 * MINUTE)).toBeUndefined();
    expect(metricJson(P, J, { metrics: [], start: NOW - MINUTE, end: NOW, step: 1 }, NOW)).toBeUndefined();
  });

  it('asks for no more points than the service can give', () => {
    expect(document(NOW - METRIC_WINDOW_MS, NOW, 1)?.queries[0]?.downsample).toBe('10s-avg');
    expect(document(NOW - MINUTE, NOW, 0.2)?.queries[0]?.downsample).toBe('1s-avg');
  });

  it('knows the names of the description', () => {
    expect(METRIC_NAMES).toEqual(readSpec().metrics.map(metric => metric.name));
  });
});

describe('readMetrics', () => {
  it('turns seconds into ms, text into numbers, and keeps gaps', () => {
    const Dps = { '1574244640': '4.929E+8', '1574244620': 3, '1574244660': 'NaN', '1574244680': null };
    const Metric = [
      { MetricName: 'blink.my.project.job.v1.delay.tps.rate', Tags: { id: 1 }, Summary: 10.2, Dps },
    ];
    expect(readMetrics(P, J, { Metric })).toEqual([
      {
        metric: 'tps.rate',
        tags: { id: '1' },
        summary: 10.2,
        points: [
          [1_574_244_620_000, 3],
          [1_574_244_640_000, 492_900_000],
          [1_574_244_660_000, null],
          [1_574_244_680_000, null],
        ],
      },
    ]);
  });

  it('leaves a short name and one of another job as they are', () => {
    const Metric = [{ MetricName: 'delay' }, { MetricName: 'blink.my.project.other.delay' }];
    expect(readMetrics(P, J, { Metric }).map(series => series.metric)).toEqual([
      'delay',
      'blink.my.project.other.delay',
    ]);
    expect(readMetrics(P, J, undefined)).toEqual([]);
  });
});
