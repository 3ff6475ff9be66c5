/**
 * What the instance panel and its host say to each other. Both sides read what they receive through these shapes.
 * Times are epoch ms; names, errors and tags are hostile text and are only ever shown as text.
 */
import { LANGUAGES } from '../shared/language.ts';
import {
  boolean,
  list,
  messages,
  nullable,
  number,
  object,
  oneOf,
  optional,
  pair,
  text,
  texts,
  type Infer,
} from '../shared/shape.ts';
import { RANGES } from './timeRange.ts';

export const ACTIONS = ['commit', 'start', 'startFrom', 'pause', 'resume', 'stop', 'offline'] as const;
export type Action = (typeof ACTIONS)[number];

/** Where a job stands, as a user thinks of it. */
export const PHASES = [
  'draft',
  'committed',
  'waiting',
  'running',
  'paused',
  'stopped',
  'succeeded',
  'failed',
  'unknown',
] as const;
export type Phase = (typeof PHASES)[number];

export const FAILURE_KINDS = ['denied', 'offline', 'missing', 'busy', 'other'] as const;

const failure = object({
  kind: oneOf(FAILURE_KINDS),
  /** What happened and what to do, in the user's language. */
  message: text(),
  canEditConnection: boolean,
  time: number,
});
export type Failure = Infer<typeof failure>;

const ref = object({ connection: text(500), project: text(500), job: text(500) });

const status = object({
  phase: oneOf(PHASES),
  /** What was asked for; it comes about a little later. */
  expected: optional(oneOf(PHASES)),
  actions: list(oneOf(ACTIONS)),
  isBatch: boolean,
  isDataStream: boolean,
  isSimulated: boolean,
  instanceId: optional(text(100)),
  startTime: optional(number),
  endTime: optional(number),
  starter: optional(text()),
  engineVersion: optional(text()),
  clusterId: optional(text()),
  queueName: optional(text()),
  /** ms */
  delay: optional(number),
  lastError: optional(object({ time: optional(number), message: text() })),
  checkedAt: number,
});
export type Status = Infer<typeof status>;

/** What the user looks at; kept per job. */
const choice = object({ metrics: list(text(200), 100), rangeSeconds: oneOf(RANGES) });
export type Choice = Infer<typeof choice>;
export const choiceShape = choice;

/** What the editor keeps of a panel over a reload of the window. */
export const panelStateShape = object({ ref });
export type PanelState = Infer<typeof panelStateShape>;

const series = object({
  metric: text(200),
  tags: texts,
  points: list(pair(number, nullable(number)), 20_000),
});
export type Series = Infer<typeof series>;

export const toPanel = messages({
  opened: {
    language: oneOf(LANGUAGES),
    ref,
    connectionName: text(),
    /** Names the service knows. */
    metrics: list(text(200), 1000),
    /** The farthest back a chart may look. ms */
    windowMs: number,
    choice,
  },
  status: { status },
  statusFailed: { failure },
  points: { start: number, end: number, step: number, series: list(series, 1000), receivedAt: number },
  pointsFailed: { failure },
  /** An action was handed on and has not been answered. */
  acting: { action: nullable(oneOf(ACTIONS)) },
});
export type ToPanel = Infer<typeof toPanel>;

export const toHost = messages({
  ready: {},
  act: { action: oneOf(ACTIONS) },
  openCode: {},
  choose: { choice },
  /** Whether charts are to be kept up to date. */
  follow: { isFollowing: boolean },
  retry: {},
  copy: { text: text(100_000) },
  showLog: {},
  editConnection: {},
});
export type ToHost = Infer<typeof toHost>;
