import type { Aggregate, Series, SeriesQuery, WatchedRun } from '../engine.ts';
import { momentAt } from './load.ts';
import { METRICS } from './metrics.ts';
import { profileOf } from './profile.ts';
import { parseTimeline, runningStretches } from './timeline.ts';

/** Looks at a step that often, to have something to take the mean or the maximum of. */
const SAMPLES = 3;

/** One series over all runs of a job; where none ran there are no points. */
export function simulatedSeries(runs: readonly WatchedRun[], query: SeriesQuery, now: number): Series[] {
  const current = runs.at(-1);
  const metric = METRICS[query.metric];
  if (!current || !metric) return [];
  const profile = profileOf(current);
  const stretches = runs.flatMap(run => runningStretches(parseTimeline(run.memory), now));
  const points: [number, number][] = [];
  const first = Math.ceil(query.start / query.step) * query.step;
  for (let time = first; time <= query.end; time += query.step) {
    const values: number[] = [];
    for (let sample = 0; sample < SAMPLES; sample++) {
      const at = time - (sample * query.step) / SAMPLES;
      const moment = momentAt(profile, stretches, at);
      if (moment) values.push(metric(moment));
    }
    if (values.length > 0) points.push([time, aggregate(values, query.downsample)]);
  }
  const tags = { project: current.project, job: current.job, engine: 'simulated' };
  return points.length > 0 ? [{ tags, points }] : [];
}

function aggregate(values: readonly number[], how: Aggregate): number {
  if (how === 'max') return Math.max(...values);
  if (how === 'min') return Math.min(...values);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
