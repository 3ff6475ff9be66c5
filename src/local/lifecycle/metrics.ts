import { watchedRunsOfJob } from '../store/instances.ts';
import type { Handler } from './context.ts';
import { jobHeadOf } from './lookup.ts';
import { parseMetricDocument } from './metricQuery.ts';
import { CURRENT, ifRunning, pickRun, watchedRunOf } from './runs.ts';

/** Decimals that are worth sending. */
const DIGITS = 6;

/**
 * Series of a running job. The names carry project and job but no instance, so a series goes on through pauses and
 * restarts, with a gap where nothing ran. A name that is not known yields no series.
 */
export const getInstanceMetric: Handler<'GetInstanceMetric'> = async (context, request) => {
  const { clock, db, engine } = context;
  const job = jobHeadOf(context, request);
  const now = clock.now();
  const document = parseMetricDocument(request.metricJson, now);
  const rows = watchedRunsOfJob(db, job.id);
  await ifRunning(context, pickRun(job, rows, request.instanceId ?? CURRENT));
  const runs = rows.map(watchedRunOf);
  // Project and job may contain dots: the name is matched as a whole, not split.
  const prefix = `blink.${request.projectName}.${request.jobName}.`;
  const found = await Promise.all(
    document.queries.map(async ({ metric, step, downsample }) => {
      const name = metric.startsWith(prefix) ? metric.slice(prefix.length) : '';
      if (!engine.metrics.has(name)) return [];
      const { start } = document;
      const end = Math.min(document.end, now);
      const series = await engine.series(runs, { metric: name, start, end, step, downsample }, now);
      return series.map(({ tags, points }) => ({
        MetricName: metric,
        Tags: tags,
        Summary: mean(points.map(([, value]) => value)),
        Dps: Object.fromEntries(
          points.map(([time, value]) => [String(Math.floor(time / 1000)), print(value)]),
        ),
      }));
    }),
  );
  return { Metrics: { Metric: found.flat().slice(0, document.limit) } };
};

/** Values come as text, as in the sample of the job call (notes, section 11). */
function print(value: number): string {
  return String(Number(value.toPrecision(DIGITS)));
}

function mean(values: readonly number[]): number {
  const total = values.reduce((sum, value) => sum + value, 0);
  return values.length === 0 ? 0 : Number((total / values.length).toPrecision(DIGITS));
}
