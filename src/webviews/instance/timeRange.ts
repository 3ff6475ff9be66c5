/** How far back charts look. Seconds. */
export const RANGES = [300, 900, 1800, 3600, 7200] as const;
export type RangeSeconds = (typeof RANGES)[number];
export const DEFAULT_RANGE: RangeSeconds = 900;

/** Seconds between points: 60 to 120 points, which is what a chart of 400 pixels can show, whatever the range. */
const STEP: Readonly<Record<RangeSeconds, number>> = { 300: 5, 900: 10, 1800: 20, 3600: 30, 7200: 60 };

export interface TimeWindow {
  /** Epoch ms, both multiples of the step: the same moment lands in the same point at every refresh. */
  readonly start: number;
  readonly end: number;
  /** Seconds. */
  readonly step: number;
}

/**
 * The window of a range that ends now.
 * @param now epoch ms
 * @param limitMs the farthest the service looks back; a window never starts before
 */
export function windowOf(range: RangeSeconds, now: number, limitMs: number): TimeWindow {
  const step = STEP[range];
  const stepMs = step * 1000;
  const end = Math.floor(now / stepMs) * stepMs;
  const earliest = Math.ceil((now - limitMs) / stepMs) * stepMs;
  return { start: Math.max(end - range * 1000, earliest), end, step };
}
