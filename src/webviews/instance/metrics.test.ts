import { describe, expect, it } from 'vitest';
import { createFormats } from '../shared/units.ts';
import { DEFAULT_METRICS, planCharts } from './charts.ts';
import { METRIC_CATALOG, metricInfo, type Unit } from './metricCatalog.ts';
import { filterMetrics } from './metricFilter.ts';
import { formatTick, formatValue, tickSteps } from './metricValue.ts';
import { valueRange } from './valueRange.ts';

describe('the catalogue', () => {
  it('has labels in both languages that can be told apart', () => {
    for (const language of ['en', 'zh'] as const) {
      const labels = METRIC_CATALOG.map(({ label }) => label[language]);
      expect(labels.every(label => label.trim() !== '')).toBe(true);
      expect(new Set(labels).size).toBe(labels.length);
    }
  });

  it('shows a metric it has never heard of under its own name', () => {
    expect(metricInfo('brand.new')).toMatchObject({
      unit: 'number',
      label: { en: 'brand.new', zh: 'brand.new' },
    });
    expect(metricInfo('constructor').label.en).toBe('constructor');
  });
});

describe('filterMetrics', () => {
  const names = (words: string) => filterMetrics(METRIC_CATALOG, words).map(({ name }) => name);

  it('looks in names and in both languages, for all words', () => {
    expect(names('延时')).toContain('delay');
    expect(names('CHECKPOINT size')).toEqual(['lastCheckpointSize']);
    expect(names('rocksdb_get')).toEqual(['rocksdb_get.mean']);
    expect(names('no such thing')).toEqual([]);
    expect(names('  ')).toHaveLength(METRIC_CATALOG.length);
  });
});

describe('planCharts', () => {
  it('puts input and output into one chart, and keeps its order however metrics were chosen', () => {
    const plan = planCharts(['lastCheckpointDuration', 'sink.outTps.rate', 'delay', 'tps.rate', 'delay']);
    expect(plan.map(({ id, metrics }) => [id, metrics])).toEqual([
      ['rates', ['tps.rate', 'sink.outTps.rate']],
      ['delay', ['delay']],
      ['lastCheckpointDuration', ['lastCheckpointDuration']],
    ]);
  });

  it('shows the four curves of the first look by default', () => {
    expect(planCharts(DEFAULT_METRICS).map(({ id }) => id)).toEqual([
      'rates',
      'delay',
      'lastCheckpointDuration',
    ]);
  });

  it('has later metrics after the default ones, unknown ones last', () => {
    expect(planCharts(['zzz', 'numRecordsInPerSecond.rate', 'delay']).map(({ id }) => id)).toEqual([
      'delay',
      'numRecordsInPerSecond.rate',
      'zzz',
    ]);
    expect(planCharts([])).toEqual([]);
  });
});

describe('values', () => {
  const formats = createFormats('en', 'UTC');

  it.each<[number, Unit, string]>([
    [1500, 'ms', '1.5 s'],
    [1500, 'ns', '1.5 µs'],
    [2048, 'bytes', '2 KB'],
    [2048, 'kilobytes', '2 MB'],
    [2048, 'bytesPerSecond', '2 KB/s'],
    [1500, 'recordsPerSecond', '1.5K rec/s'],
    [0.5, 'ratio', '50%'],
    [1500, 'count', '1.5K'],
    [0.0125, 'number', '0.0125'],
  ])('%d %s is %s', (value, unit, text) => {
    expect(formatValue(value, unit, formats)).toBe(text);
  });

  it('leaves the unit of rates and zero away beside an axis', () => {
    expect(formatTick(1500, 'recordsPerSecond', formats)).toBe('1.5K');
    expect(formatTick(0, 'ms', formats)).toBe('0');
  });

  it('has ascending tick distances for every unit', () => {
    for (const unit of ['ms', 'ns', 'bytes', 'recordsPerSecond', 'ratio', 'count', 'number'] as const) {
      const steps = tickSteps(unit);
      expect(steps).toEqual([...steps].sort((a, b) => a - b));
      expect(new Set(steps).size).toBe(steps.length);
    }
    expect(tickSteps('ms')).toContain(30_000);
    expect(tickSteps('bytes')).toContain(1024 ** 2);
  });

  it('ranges from zero with air above, and below only for negative values', () => {
    expect(valueRange(5, 100)[0]).toBe(0);
    expect(valueRange(5, 100)[1]).toBeGreaterThan(100);
    expect(valueRange(-50, 100)[0]).toBeLessThan(-50);
    expect(valueRange(null, null)).toEqual([0, 1]);
    expect(valueRange(0, 0)).toEqual([0, 1]);
  });
});
