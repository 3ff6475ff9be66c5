import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { METRIC_CATALOG, metricInfo, type Unit } from '../../src/webviews/instance/metricCatalog.ts';

interface Spec {
  readonly metrics: readonly { readonly name: string; readonly unit: string | null }[];
}

/** The service's metric list. */
const { metrics } = JSON.parse(readFileSync('../shared/api/blink-openapi.json', 'utf8')) as Spec;

it('has every metric of the service once, and no other', () => {
  expect(METRIC_CATALOG.map(({ name }) => name).sort()).toEqual(metrics.map(({ name }) => name).sort());
});

it('agrees with the service where that prints a unit', () => {
  const printed: Readonly<Record<string, readonly Unit[]>> = {
    ms: ['ms'],
    ns: ['ns'],
    byte: ['bytes', 'bytesPerSecond'],
    kb: ['kilobytes'],
  };
  for (const { name, unit } of metrics) {
    if (unit !== null) expect(printed[unit], name).toContain(metricInfo(name).unit);
  }
});
