import { describe, expect, it } from 'vitest';
import {
  INSTANCE_STATES,
  LIVE,
  PAUSABLE,
  RESUMABLE,
  STARTABLE,
  type Instance,
  type InstanceId,
  type InstanceState,
  type JobName,
  type JobSummary,
  type RunSummary,
} from '../services/model.ts';
import { toPanel } from '../webviews/instance/messages.ts';
import { actionsOf, statusOf } from './status.ts';

const job: JobSummary = {
  name: 'gmv' as JobName,
  type: 'FLINK_STREAM',
  api: 'SQL',
  isCommitted: true,
  engineVersion: 'blink-3.6.0',
  queueName: 'root.q',
  packages: [],
};

function run(actual: InstanceState, expected?: InstanceState, id = '9007199254740993'): RunSummary {
  return {
    job: job.name,
    instanceId: id as InstanceId,
    actual,
    ...(expected && { expected }),
    inputDelay: 12,
  };
}

function instance(actual: InstanceState, id?: string): Instance {
  return {
    ...run(actual, undefined, id),
    type: 'FLINK_STREAM',
    api: 'SQL',
    packages: [],
    starter: 'wang',
    engineVersion: 'blink-3.7.1',
    startTime: 5,
    engineJobHandler: 'simulated_1',
  };
}

describe('actions', () => {
  it('of a draft are to commit it, whatever runs', () => {
    expect(actionsOf(false, undefined)).toEqual(['commit']);
  });

  it.each(INSTANCE_STATES)('of a job in state %s are those the life cycle allows', state => {
    expect(actionsOf(true, run(state, state))).toEqual([
      ...(STARTABLE.has(state) ? ['start', 'startFrom'] : []),
      ...(PAUSABLE.has(state) ? ['pause'] : []),
      ...(RESUMABLE.has(state) ? ['resume'] : []),
      ...(LIVE.has(state) ? ['stop'] : []),
      ...(LIVE.has(state) ? [] : ['offline']),
    ]);
  });

  it.each<[InstanceState, InstanceState, string[]]>([
    ['RUNNING', 'PAUSED', ['stop']],
    ['RUNNING', 'TERMINATED', []],
    ['PAUSED', 'RUNNING', ['stop']],
    ['PAUSED', 'TERMINATED', []],
    ['WAITING', 'RUNNING', ['stop']],
  ])('of a job that is %s and becomes %s are not those already asked for', (actual, expected, actions) => {
    expect(actionsOf(true, run(actual, expected))).toEqual(actions);
  });
});

describe('status', () => {
  it('of a draft has no expected state, and is valid for the panel', () => {
    const status = statusOf({
      job: { ...job, isCommitted: false },
      run: undefined,
      instance: undefined,
      checkedAt: 1,
    });
    expect(status).toMatchObject({ phase: 'draft', actions: ['commit'], isSimulated: false });
    expect('expected' in status).toBe(false);
    expect(toPanel.read({ type: 'status', status }, '')).toEqual({ type: 'status', status });
  });

  it('of a job that never ran is committed', () => {
    const status = statusOf({ job, run: run('UNKNOWN', undefined, '-1'), instance: undefined, checkedAt: 1 });
    expect(status).toMatchObject({ phase: 'committed', actions: ['start', 'startFrom', 'offline'] });
    expect(status.instanceId).toBeUndefined();
  });

  it('of a running instance has its details, rather than the job’s', () => {
    const status = statusOf({ job, run: run('RUNNING'), instance: instance('RUNNING'), checkedAt: 1 });
    expect(status).toMatchObject({
      phase: 'running',
      instanceId: '9007199254740993',
      starter: 'wang',
      engineVersion: 'blink-3.7.1',
      queueName: 'root.q',
      startTime: 5,
      delay: 12,
      isSimulated: true,
    });
  });

  it('does not mix two instances: resuming makes a new one', () => {
    const status = statusOf({
      job,
      run: run('WAITING', 'RUNNING', '2'),
      instance: instance('PAUSED', '1'),
      checkedAt: 1,
    });
    expect(status).toMatchObject({
      phase: 'waiting',
      expected: 'running',
      instanceId: '2',
      engineVersion: 'blink-3.6.0',
    });
    expect(status.starter).toBeUndefined();
    expect(status.startTime).toBeUndefined();
  });

  it('shows a delay only while it runs, and an error with or without its time', () => {
    const failed = { ...run('FAILED'), lastErrorMessage: '<b>boom</b>' };
    const status = statusOf({ job, run: failed, instance: undefined, checkedAt: 1 });
    expect(status.delay).toBeUndefined();
    expect(status.lastError).toEqual({ message: '<b>boom</b>' });
    expect(
      statusOf({ job, run: { ...failed, lastErrorTime: 9 }, instance: undefined, checkedAt: 1 }).lastError,
    ).toEqual({ message: '<b>boom</b>', time: 9 });
    expect(
      statusOf({ job, run: { ...failed, lastErrorMessage: '' }, instance: undefined, checkedAt: 1 })
        .lastError,
    ).toBeUndefined();
  });
});
