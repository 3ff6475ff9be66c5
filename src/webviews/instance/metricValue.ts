import type { Formats } from '../shared/units.ts';
import type { Unit } from './metricCatalog.ts';

/** One value of a metric, with its unit. */
export function formatValue(value: number, unit: Unit, formats: Formats): string {
  switch (unit) {
    case 'ms':
      return formats.duration(value);
    case 'ns':
      return formats.nanoseconds(value);
    case 'bytes':
      return formats.bytes(value);
    case 'kilobytes':
      return formats.bytes(value * 1024);
    case 'bytesPerSecond':
      return `${formats.bytes(value)}/s`;
    case 'recordsPerSecond':
      return formats.recordsPerSecond(value);
    case 'ratio':
      return formats.percent(value);
    case 'count':
      return formats.count(value);
    case 'number':
      return formats.number(value);
  }
}

/** A value beside an axis, where room is short: zero and rates go without their unit. */
export function formatTick(value: number, unit: Unit, formats: Formats): string {
  if (value === 0) return '0';
  return unit === 'recordsPerSecond' ? formats.count(value) : formatValue(value, unit, formats);
}

const DECIMAL = [1, 2, 5] as const;

function decimalSteps(from: number, to: number): number[] {
  const steps: number[] = [];
  for (let power = from; power <= to; power++) steps.push(...DECIMAL.map(digit => digit * 10 ** power));
  return steps;
}

const binarySteps = Array.from({ length: 50 }, (_, power) => 2 ** power);

/** Whole seconds, minutes and hours above a second. */
const durationSteps = [
  ...decimalSteps(-3, 2),
  ...[1, 2, 5, 10, 15, 30].map(seconds => seconds * 1000),
  ...[1, 2, 5, 10, 15, 30].map(minutes => minutes * 60_000),
  ...[1, 2, 3, 6, 12, 24, 48, 120, 240, 480, 1200].map(hours => hours * 3_600_000),
];

const nanosecondSteps = [
  ...decimalSteps(-2, 8),
  ...durationSteps.filter(ms => ms >= 1000).map(ms => ms * 1e6),
];

/** Distances between ticks that give round labels in the unit's own writing. */
export function tickSteps(unit: Unit): number[] {
  switch (unit) {
    case 'ms':
      return durationSteps;
    case 'ns':
      return nanosecondSteps;
    case 'bytes':
    case 'kilobytes':
    case 'bytesPerSecond':
      return binarySteps;
    case 'count':
      return decimalSteps(0, 15);
    case 'recordsPerSecond':
    case 'ratio':
    case 'number':
      return decimalSteps(-6, 15);
  }
}
