import { ApiError } from '../errors.ts';
import type { Aggregate } from '../engines/engine.ts';

/** A query document of GetInstanceMetric: blink-openapi.json `metricJsonGrammar`, notes section 11. */
export interface MetricDocument {
  /** Epoch ms. */
  readonly start: number;
  readonly end: number;
  /** How many series may come back. */
  readonly limit: number;
  readonly queries: readonly MetricQuery[];
}

export interface MetricQuery {
  /** The full name, `blink.<project>.<job>.<metric>`. */
  readonly metric: string;
  /** ms */
  readonly step: number;
  readonly downsample: Aggregate;
}

/** ms that can be asked for, and that the service looks back. */
const WINDOW = 2 * 60 * 60_000;
/** ms by which a caller's clock may differ before its two hours are refused. */
const TOLERANCE = 60_000;
const DEFAULT_STEP = 20_000;
/** Series are worked out one after the other while every other caller waits; the service has 40 names to ask for. */
const MOST_QUERIES = 100;
/** More points than this per series make the real call time out; here they are refused. */
const MOST_POINTS = 10_000;
const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const LIMIT = /^(?:max|avg|min):(?:bottom|above|sample):(\d{1,6})$/;
const DOWNSAMPLE = /^(?:(\d{1,9})(ms|s|m|h|d)-)?(avg|max|min)$/;
const INTERVAL = /^(\d{1,9})(ms|s|m|h|d)$/;

const invalid = (why: string): ApiError =>
  new ApiError('InvalidMetricJson', 400, `metricJson is not a valid query. ${why}`);

/** @throws ApiError InvalidMetricJson */
export function parseMetricDocument(text: string, now: number): MetricDocument {
  const { start, end, limit = 'avg:sample:50', queries } = objectOf(text);
  if (!isTime(start) || !isTime(end)) throw invalid('start and end are times in ms.');
  if (end < start) throw invalid('end lies before start.');
  if (end - start > WINDOW) throw invalid('At most two hours can be asked for.');
  if (start < now - WINDOW - TOLERANCE) throw invalid('Only the last two hours are kept.');
  const count = typeof limit === 'string' ? LIMIT.exec(limit)?.[1] : undefined;
  if (count === undefined) throw invalid('limit is written like avg:sample:50.');
  if (!Array.isArray(queries) || queries.length === 0)
    throw invalid('queries is an array with at least one query.');
  if (queries.length > MOST_QUERIES) throw invalid(`queries has at most ${MOST_QUERIES} entries.`);
  return {
    start,
    end,
    limit: Number(count),
    queries: queries.map((query: unknown) => queryOf(query, end - start)),
  };
}

function objectOf(text: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw invalid('It is not valid JSON.');
  }
  if (!isObject(value)) throw invalid('It is a JSON object.');
  return value;
}

function queryOf(query: unknown, span: number): MetricQuery {
  if (!isObject(query)) throw invalid('A query is a JSON object.');
  const { metric, downsample = 'avg', granularity, aggregator } = query;
  if (typeof metric !== 'string' || metric === '') throw invalid('A query names a metric.');
  if (aggregator !== undefined && aggregator !== 'max' && aggregator !== 'min' && aggregator !== 'avg') {
    throw invalid('aggregator is max, min or avg.');
  }
  const [, amount, unit, name] = (typeof downsample === 'string' && DOWNSAMPLE.exec(downsample)) || [];
  if (name === undefined) throw invalid('downsample is written like 20s-avg.');
  const step = interval(amount, unit) ?? granularityOf(granularity) ?? DEFAULT_STEP;
  if (step < 1000) throw invalid('Points are at least one second apart.');
  if (span / step > MOST_POINTS) throw invalid('Too many points: take a wider interval.');
  return { metric, step, downsample: name as Aggregate };
}

function granularityOf(value: unknown): number | undefined {
  if (value === undefined) return undefined;
  const [, amount, unit] = (typeof value === 'string' && INTERVAL.exec(value)) || [];
  if (amount === undefined) throw invalid('granularity is written like 20s.');
  return interval(amount, unit);
}

function interval(amount: string | undefined, unit: string | undefined): number | undefined {
  return amount === undefined || unit === undefined ? undefined : Number(amount) * (UNITS[unit] ?? 1);
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
