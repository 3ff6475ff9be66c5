import { describe, expect, it } from 'vitest';
import { INSTANCE_STATES, type InstanceState, type JobSummary, type RunSummary } from '../services/model.ts';
import { LOOKS } from './look.ts';
import { contextOf, PHASES, statusOf } from './status.ts';

const committed = {
  name: 'j',
  type: 'FLINK_STREAM',
  api: 'SQL',
  isCommitted: true,
  packages: [],
} as unknown as JobSummary;
const draft = { ...committed, isCommitted: false };

function run(actual: InstanceState, expected?: InstanceState): RunSummary {
  return { job: 'j', instanceId: '1', actual, ...(expected && { expected }) } as unknown as RunSummary;
}

describe('statusOf', () => {
  it.each([
    ['UNKNOWN', 'committed'],
    ['WAITING', 'waiting'],
    ['RUNNING', 'running'],
    ['PAUSED', 'paused'],
    ['TERMINATED', 'stopped'],
    ['SUCCESS', 'succeeded'],
    ['FAILED', 'failed'],
  ] as const)('calls a committed job in %s %s', (state, phase) => {
    expect(statusOf(committed, run(state), false).phase).toBe(phase);
  });

  it.each([
    ['RUNNING', 'PAUSED', 'pausing'],
    ['RUNNING', 'TERMINATED', 'stopping'],
    ['WAITING', 'TERMINATED', 'stopping'],
    ['PAUSED', 'TERMINATED', 'stopping'],
    ['PAUSED', 'RUNNING', 'resuming'],
    ['WAITING', 'RUNNING', 'waiting'],
    ['RUNNING', 'RUNNING', 'running'],
    ['FAILED', 'RUNNING', 'failed'],
    ['TERMINATED', 'RUNNING', 'stopped'],
  ] as const)('from %s asked to be %s: %s', (actual, expected, phase) => {
    expect(statusOf(committed, run(actual, expected), false).phase).toBe(phase);
  });

  it('says draft whatever an old instance was', () => {
    expect(statusOf(draft, run('RUNNING'), true)).toEqual({
      publication: 'draft',
      state: undefined,
      phase: 'draft',
    });
  });

  it('says changed where there is no run to tell of, and keeps it beside a run', () => {
    expect(statusOf(committed, undefined, true).phase).toBe('changed');
    expect(statusOf(committed, run('RUNNING'), true)).toMatchObject({
      phase: 'running',
      publication: 'changed',
    });
  });

  it('has a look for each phase, none drawn like another', () => {
    const drawn = PHASES.map(phase => `${LOOKS[phase].icon} ${LOOKS[phase].color ?? ''}`);
    expect(new Set(drawn).size).toBe(PHASES.length);
  });
});

describe('contextOf', () => {
  it.each([
    [committed, 'RUNNING', false, 'job;stream;sql;committed;running'],
    [committed, 'UNKNOWN', true, 'job;stream;sql;changed;none'],
    [draft, 'RUNNING', false, 'job;stream;sql;draft;none'],
    [
      { ...committed, type: 'FLINK_BATCH', api: 'DATASTREAM' },
      'SUCCESS',
      false,
      'job;batch;datastream;committed;success',
    ],
  ] as const)('%#', (job, state, isChanged, context) => {
    expect(contextOf(job, statusOf(job, run(state), isChanged))).toBe(context);
  });

  it('never holds a name: a hostile one cannot open a menu', () => {
    const hostile = { ...committed, name: ';running' } as JobSummary;
    for (const state of INSTANCE_STATES) {
      expect(contextOf(hostile, statusOf(hostile, run(state), false))).toMatch(
        /^job;stream;sql;committed;\w+$/,
      );
    }
  });
});
