import type { Language } from '../shared/language.ts';
import type { Formats } from '../shared/units.ts';
import type { ChartPlan } from './charts.ts';
import type { Series } from './messages.ts';
import { metricInfo, type Unit } from './metricCatalog.ts';
import { formatValue } from './metricValue.ts';
import type { Columns } from './series.ts';

/** More lines than this cannot be told apart; the service's order decides which are drawn. */
export const MOST_LINES = 12;

export interface ChartLine {
  readonly label: string;
  readonly series: Series;
}

/** The lines of a chart, labelled by what tells them apart: the metric, the tags, or both. */
export function linesOf(plan: ChartPlan, all: readonly Series[], language: Language): ChartLine[] {
  const chosen = plan.metrics.flatMap(metric => all.filter(each => each.metric === metric));
  return chosen.slice(0, MOST_LINES).map(series => {
    const label = metricInfo(series.metric).label[language];
    const isAlone = chosen.every(other => other === series || other.metric !== series.metric);
    const tags = Object.entries(series.tags)
      .map(([key, value]) => `${key}=${value}`)
      .join(', ');
    return {
      series,
      label: isAlone || tags === '' ? label : plan.metrics.length > 1 ? `${label} ${tags}` : tags,
    };
  });
}

/** The number a line shows at a point: its own, or the one before where only another line has a point. */
export function valueAt(columns: Columns, line: number, index: number): number | undefined {
  const column = columns.values[line] ?? [];
  for (let at = index; at >= 0; at--) {
    const value = column[at];
    if (value !== undefined) return value ?? undefined;
  }
  return undefined;
}

/** @param value undefined for "no value" */
export function valueText(value: number | undefined, unit: Unit, formats: Formats): string {
  return value === undefined ? '—' : formatValue(value, unit, formats);
}
