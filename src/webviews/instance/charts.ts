import { metricInfo, METRIC_CATALOG, type Unit } from './metricCatalog.ts';

/** One chart: metrics of one unit over one another. */
export interface ChartPlan {
  readonly id: string;
  readonly metrics: readonly string[];
  readonly unit: Unit;
}

/** Input and output belong into one picture: their difference is what matters. */
const RATES = ['tps.rate', 'sink.outTps.rate'] as const;

export const DEFAULT_METRICS: readonly string[] = [...RATES, 'delay', 'lastCheckpointDuration'];

export const RATES_CHART = 'rates';

const ORDER = new Map(
  [...new Set([...DEFAULT_METRICS, ...METRIC_CATALOG.map(({ name }) => name)])].map((name, index) => [
    name,
    index,
  ]),
);

function compare(a: string, b: string): number {
  return (ORDER.get(a) ?? Infinity) - (ORDER.get(b) ?? Infinity) || a.localeCompare(b);
}

/** The charts for the chosen metrics, in an order that does not depend on the order of choosing. */
export function planCharts(metrics: readonly string[]): ChartPlan[] {
  const names = [...new Set(metrics)].sort(compare);
  const rates = names.filter(isRate);
  const single = names
    .filter(name => !isRate(name))
    .map(name => ({ id: name, metrics: [name], unit: metricInfo(name).unit }));
  return rates.length === 0
    ? single
    : [{ id: RATES_CHART, metrics: rates, unit: 'recordsPerSecond' }, ...single];
}

function isRate(name: string): boolean {
  return RATES.some(rate => rate === name);
}
