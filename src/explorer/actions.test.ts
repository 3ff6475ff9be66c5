import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { INSTANCE_STATES, type InstanceState, type JobSummary, type RunSummary } from '../services/model.ts';
import { JOB_ACTIONS, refusalOf, type JobAction } from './actions.ts';
import { contextOf, statusOf } from './status.ts';

const REST: InstanceState[] = ['UNKNOWN', 'TERMINATED', 'SUCCESS', 'FAILED'];
const LIVE: InstanceState[] = ['WAITING', 'RUNNING', 'PAUSED'];

/** The states of a committed job that each action fits (blink-openapi-notes, section 5), written out by hand. */
const FITTING: Record<JobAction, readonly InstanceState[]> = {
  commit: INSTANCE_STATES,
  start: REST,
  pause: ['RUNNING'],
  resume: ['PAUSED'],
  stop: LIVE,
  offline: REST,
  rename: [],
  delete: [],
};

describe('refusalOf', () => {
  for (const action of JOB_ACTIONS) {
    it(`lets ${action} through exactly where the life cycle does`, () => {
      const fitting = INSTANCE_STATES.filter(state => !refusalOf(action, { isCommitted: true, state }));
      expect(new Set(fitting)).toEqual(new Set(FITTING[action]));
    });
  }

  it('takes a committed job that never ran as one that can be started', () => {
    expect(refusalOf('start', { isCommitted: true, state: undefined })).toBeUndefined();
  });

  it('allows drafts to be committed, renamed and deleted only', () => {
    const allowed = JOB_ACTIONS.filter(
      action => !refusalOf(action, { isCommitted: false, state: 'RUNNING' }),
    );
    expect(allowed).toEqual(['commit', 'rename', 'delete']);
  });
});

interface MenuItem {
  readonly command: string;
  readonly when: string;
  readonly group: string;
}

/** The row's part of a `when` clause, as VS Code reads it. */
function patternsOf(command: string): { pattern: RegExp; group: string }[] {
  const items = manifest.contributes.menus['view/item/context'] as readonly MenuItem[];
  return items
    .filter(item => item.command === command && !item.when.includes(' && listMultiSelection'))
    .map(({ when, group }) => ({
      pattern: new RegExp(/viewItem =~ \/(.+)\//.exec(when)?.[1] ?? '(?!)'),
      group,
    }));
}

const COMMANDS: Record<string, JobAction> = {
  'blink.job.commit': 'commit',
  'blink.job.start': 'start',
  'blink.job.startFrom': 'start',
  'blink.job.pause': 'pause',
  'blink.job.resume': 'resume',
  'blink.job.resumeAsBefore': 'resume',
  'blink.job.stop': 'stop',
  'blink.job.offline': 'offline',
  'blink.job.rename': 'rename',
  'blink.job.delete': 'delete',
};

describe('the menus of a row', () => {
  const jobs = (['FLINK_STREAM', 'FLINK_BATCH'] as const).flatMap(type =>
    (['SQL', 'DATASTREAM'] as const).flatMap(api =>
      [true, false].map(
        isCommitted => ({ name: 'j', type, api, isCommitted, packages: [] }) as unknown as JobSummary,
      ),
    ),
  );

  for (const [command, action] of Object.entries(COMMANDS)) {
    it(`offer ${command} where it fits, and only there`, () => {
      const patterns = patternsOf(command);
      expect(patterns.length).toBeGreaterThan(0);
      const menu = patterns.filter(({ group }) => !group.startsWith('inline'));
      for (const job of jobs) {
        for (const state of INSTANCE_STATES) {
          for (const isChanged of [true, false]) {
            const run = { actual: state } as RunSummary;
            const context = contextOf(job, statusOf(job, run, isChanged));
            const fits = !refusalOf(action, {
              isCommitted: job.isCommitted,
              state: job.isCommitted ? state : undefined,
            });
            expect([context, menu.some(({ pattern }) => pattern.test(context))]).toEqual([context, fits]);
            for (const { pattern } of patterns) if (pattern.test(context)) expect(fits).toBe(true);
          }
        }
      }
    });
  }
});

describe('the menu of several rows', () => {
  const items = manifest.contributes.menus['view/item/context'] as readonly MenuItem[];
  for (const [command, action] of Object.entries(COMMANDS)) {
    if (action === 'commit' || action === 'rename') continue;
    it(`offers ${command} as soon as one of them fits`, () => {
      const multiple = items.filter(
        item => item.command === command && item.when.includes(' && listMultiSelection'),
      );
      expect(multiple.map(({ when }) => when)).toEqual([
        `view == blink.explorer && viewItem =~ /^job;/ && listMultiSelection && blink.selection.${action}`,
      ]);
    });
  }
});
