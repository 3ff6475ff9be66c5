import uPlot from 'uplot';
import type { Formats } from '../shared/units.ts';
import { formatTick, tickSteps } from './metricValue.ts';
import type { Unit } from './metricCatalog.ts';
import type { Columns } from './series.ts';
import { valueRange } from './valueRange.ts';

/** Crosshairs of all charts of the panel move together. */
const SYNC_KEY = 'instance-metrics';

const SERIES_COLORS = ['blue', 'green', 'orange', 'purple', 'red', 'yellow'] as const;

/** A CSS colour for the n-th line. */
export function seriesColor(index: number): string {
  return `var(--vscode-charts-${SERIES_COLORS[index % SERIES_COLORS.length] ?? 'blue'})`;
}

export interface PlotOptions {
  readonly target: HTMLElement;
  readonly unit: Unit;
  readonly formats: Formats;
  readonly lineCount: number;
  /** The point under the crosshair, undefined when there is none. */
  readonly onCursor: (index: number | undefined) => void;
}

export interface Plot {
  /** @param start epoch s @param end epoch s */
  setData(columns: Columns, start: number, end: number): void;
  /** CSS pixels. */
  setSize(width: number, height: number): void;
  /** Draws again with the colours of now. */
  repaint(): void;
  /** Puts the crosshair on a point; undefined takes it away. */
  pointAt(index: number | undefined): void;
  /** Where a point stands, CSS pixels from the left of the drawing area. */
  leftOf(index: number): number;
  readonly over: HTMLElement;
  destroy(): void;
}

/** Reads theme colours at the time of drawing, so that a repaint is enough after the theme changed. */
function themeColors(target: HTMLElement) {
  const style = getComputedStyle(target);
  const variable = (name: string) => style.getPropertyValue(`--vscode-${name}`).trim();
  return {
    line: (index: number) => variable(seriesColor(index).slice('var(--vscode-'.length, -1)) || style.color,
    text: () => variable('descriptionForeground') || style.color,
    grid: () => `color-mix(in srgb, ${style.color} 12%, transparent)`,
    font: () => `11px ${style.fontFamily}`,
  };
}

/** Room for the widest label of the value axis, CSS pixels. */
function labelRoom(chart: uPlot, labels: readonly string[] | null): number {
  const widest = Math.max(0, ...(labels ?? []).map(label => chart.ctx.measureText(label).width));
  return Math.ceil(widest / devicePixelRatio) + 14;
}

export function createPlot({ target, unit, formats, lineCount, onCursor }: PlotOptions): Plot {
  const colors = themeColors(target);
  const time: { range: [number, number] } = { range: [0, 1] };
  const axis = { stroke: colors.text, grid: { stroke: colors.grid, width: 1 }, ticks: { show: false } };
  const lines = Array.from({ length: lineCount }, (_, index): uPlot.Series => ({
    stroke: () => colors.line(index),
    width: 1.5,
    ...(lineCount === 1 && {
      fill: () => `color-mix(in srgb, ${colors.line(index)} 14%, transparent)`,
    }),
  }));
  const chart = new uPlot(
    {
      width: Math.max(1, target.clientWidth),
      height: Math.max(1, target.clientHeight),
      padding: [10, 12, 0, 0],
      legend: { show: false },
      cursor: { sync: { key: SYNC_KEY }, drag: { setScale: false, x: false, y: false }, y: false },
      scales: {
        x: { range: () => time.range },
        y: { range: (_, low, high) => valueRange(low, high) },
      },
      axes: [
        {
          ...axis,
          font: colors.font(),
          space: 64,
          size: 24,
          values: (_, splits, __, ___, step) =>
            splits.map(at => (step < 60 ? formats.time(at * 1000) : formats.hourMinute(at * 1000))),
        },
        {
          ...axis,
          font: colors.font(),
          space: 32,
          incrs: tickSteps(unit),
          size: labelRoom,
          values: (_, splits) => splits.map(value => formatTick(value, unit, formats)),
        },
      ],
      series: [{}, ...lines],
      hooks: { setCursor: [({ cursor }) => onCursor(cursor.idx ?? undefined)] },
    },
    [[], ...lines.map(() => [])],
    target,
  );
  return {
    over: chart.over,
    setData(columns, start, end) {
      time.range = [start, end];
      chart.setData([columns.times, ...columns.values]);
    },
    setSize: (width, height) => chart.setSize({ width, height }),
    repaint: () => chart.redraw(false, true),
    /** As the mouse would do it: only then the other crosshairs come along. */
    pointAt(index) {
      const at = index === undefined ? undefined : chart.data[0][index];
      const { left, top } = chart.over.getBoundingClientRect();
      chart.over.dispatchEvent(
        at === undefined
          ? new MouseEvent('mouseleave')
          : new MouseEvent('mousemove', { clientX: left + chart.valToPos(at, 'x'), clientY: top + 1 }),
      );
    },
    leftOf: index => chart.valToPos(chart.data[0][index] ?? 0, 'x'),
    destroy: () => chart.destroy(),
  };
}
