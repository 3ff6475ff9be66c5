import type { MetricInfo } from './metricCatalog.ts';

/** The metrics whose label (in either language) or name has the words typed. */
export function filterMetrics(all: readonly MetricInfo[], words: string): MetricInfo[] {
  const parts = words.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ name, label }) => {
    const text = `${name} ${label.en} ${label.zh}`.toLowerCase();
    return parts.every(part => text.includes(part));
  });
}
