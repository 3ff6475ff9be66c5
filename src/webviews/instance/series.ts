/** A line as it came: ascending times in epoch ms. */
export interface Line {
  readonly points: readonly (readonly [time: number, value: number | null])[];
}

/**
 * Columns of a chart: shared ascending times in epoch seconds, and a column per line. `null` ends a stroke (a gap),
 * `undefined` is only a time that another line brought.
 */
export interface Columns {
  readonly times: number[];
  readonly values: (number | null | undefined)[][];
}

/** A line's own rhythm in ms: the median distance of its points, at least the step asked for. */
function rhythmOf(line: Line, stepMs: number): number {
  const distances = line.points
    .slice(1)
    .map(([time], index) => time - (line.points[index]?.[0] ?? time))
    .sort((a, b) => a - b);
  return Math.max(stepMs, distances[Math.floor(distances.length / 2)] ?? stepMs);
}

/** A pause of more than this many rhythms is a gap rather than a late point. */
const GAP = 2.5;

/** The line with an explicit null where points are missing. */
function withGaps(line: Line, stepMs: number): (readonly [number, number | null])[] {
  const rhythm = rhythmOf(line, stepMs);
  const points: (readonly [number, number | null])[] = [];
  for (const point of line.points) {
    const previous = points.at(-1);
    if (previous && point[0] - previous[0] > GAP * rhythm) points.push([previous[0] + rhythm, null]);
    points.push(point);
  }
  return points;
}

/** @param stepMs the interval that was asked for */
export function alignLines(lines: readonly Line[], stepMs: number): Columns {
  const maps = lines.map(line => new Map(withGaps(line, stepMs)));
  const times = [...new Set(maps.flatMap(map => [...map.keys()]))].sort((a, b) => a - b);
  return {
    times: times.map(time => time / 1000),
    values: maps.map(map => times.map(time => map.get(time))),
  };
}

/** The newest number of a line. */
export function latest(line: Line): number | undefined {
  return line.points.findLast(([, value]) => value !== null)?.[1] ?? undefined;
}

/** How many numbers a line has. */
export function pointCount(line: Line): number {
  return line.points.reduce((count, [, value]) => (value === null ? count : count + 1), 0);
}
