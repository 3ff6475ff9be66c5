import type { InstanceState } from '../../../services/model.ts';
import type { OperatorGraph } from '../../plan/graph.ts';
import type { Run, WatchedRun } from '../engine.ts';
import { momentAt } from './load.ts';
import { profileOf } from './profile.ts';
import { hex } from './random.ts';
import { endOf, parseTimeline, phaseAt, runningStretches } from './timeline.ts';

/** blink-openapi.json, enums.flinkVertexState and enums.flinkJobState. */
const VERTEX_STATES = [
  'CREATED',
  'SCHEDULED',
  'DEPLOYING',
  'RUNNING',
  'FINISHED',
  'CANCELING',
  'CANCELED',
  'FAILED',
  'RECONCILING',
] as const;
const JOB_STATES = [
  'CREATED',
  'RUNNING',
  'RECONCILING',
  'FAILING',
  'FINISHED',
  'CANCELLING',
  'RESTARTING',
  'SUSPENDING',
  'SUSPENDED',
  'FAILED',
  'CANCELED',
] as const;

/** What a vertex is in when its instance is in a state; the job carries the same word. */
const FLINK_STATE = {
  UNKNOWN: 'CREATED',
  WAITING: 'CREATED',
  RUNNING: 'RUNNING',
  PAUSED: 'CANCELED',
  TERMINATED: 'CANCELED',
  SUCCESS: 'FINISHED',
  FAILED: 'FAILED',
} as const satisfies Record<InstanceState, (typeof VERTEX_STATES)[number] & (typeof JOB_STATES)[number]>;

/** The id of a run inside the engine, 32 hexadecimal digits. */
export function jobIdOf(run: WatchedRun): string {
  return hex(32, `${run.project}/${run.job}/${run.id}`);
}

/** Flink's overview of a job: blink-openapi.json, embeddedJson.Detail; blink-runtime-json.md, section 3. */
export function printDetail(run: Run, { operators, links }: OperatorGraph, now: number): string {
  const timeline = parseTimeline(run.memory);
  const state = FLINK_STATE[phaseAt(timeline, now).state];
  const stretches = runningStretches(timeline, now);
  const started = stretches[0]?.from;
  const ended = endOf(timeline, now) ?? -1;
  const duration = started === undefined ? 0 : (ended < 0 ? now : ended) - started;
  const moment = momentAt(profileOf(run), stretches, now);
  const id = jobIdOf(run);
  const vertexId = (operator: number): string => hex(32, `${run.project}/${run.job}#${operator}`);
  const records = Math.round((profileOf(run).rate * duration) / 1000);

  return JSON.stringify({
    jid: id,
    name: run.job,
    isStoppable: false,
    state,
    'start-time': started ?? -1,
    'end-time': ended,
    duration,
    now,
    timestamps: counts(JOB_STATES, name =>
      name === 'CREATED'
        ? run.startTime
        : name === 'RUNNING'
          ? (started ?? 0)
          : name === state
            ? Math.max(ended, 0)
            : 0,
    ),
    vertices: operators.map(({ id: number, name, role }) => {
      const tps = moment ? (role === 'Sink' ? moment.outRate : moment.inRate) : -1;
      return {
        id: vertexId(number),
        'topology-id': number,
        name,
        parallelism: 1,
        status: state,
        'start-time': started ?? -1,
        'end-time': ended,
        duration,
        tasks: counts(VERTEX_STATES, item => (item === state ? 1 : 0)),
        metrics: {
          ...complete('read-bytes', role === 'Source' ? 0 : records * 180),
          ...complete('write-bytes', role === 'Sink' ? 0 : records * 180),
          ...complete('read-records', role === 'Source' ? 0 : records),
          ...complete('write-records', role === 'Sink' ? 0 : records),
          ...complete('buffers-in-pool-usage-max', moment ? share(moment.utilisation - 0.3) : 0),
          ...complete('buffers-out-pool-usage-max', moment ? share(moment.utilisation - 0.4) : 0),
          ...complete('tps', Math.round(tps * 10) / 10),
          ...complete('delay', moment ? Math.round(moment.delay) : -1),
        },
      };
    }),
    'status-counts': counts(VERTEX_STATES, item => (item === state ? operators.length : 0)),
    plan: {
      jid: id,
      name: run.job,
      nodes: operators.map(({ id: number, name }) => {
        const inputs = links.filter(({ target }) => target === number);
        return {
          id: vertexId(number),
          parallelism: 1,
          operator: '',
          operator_strategy: '',
          description: escapeHtml(name),
          ...(inputs.length > 0
            ? {
                inputs: inputs.map(({ source, ship }, num) => ({
                  num,
                  id: vertexId(source),
                  ship_strategy: ship,
                  exchange: 'pipelined_bounded',
                })),
              }
            : {}),
          optimizer_properties: {},
        };
      }),
    },
  });
}

function counts<Name extends string>(names: readonly Name[], value: (name: Name) => number) {
  return Object.fromEntries(names.map(name => [name, value(name)]));
}

function complete(name: string, value: number) {
  return { [name]: value, [`${name}-complete`]: true };
}

function share(value: number): number {
  return Math.round(Math.max(0, Math.min(1, value)) * 1000) / 1000;
}

/** Flink escapes descriptions for HTML even inside JSON. */
function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
