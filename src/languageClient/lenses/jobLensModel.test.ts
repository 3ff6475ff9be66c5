import { expect, it } from 'vitest';
import { statusOf } from '../../explorer/status.ts';
import type { InstanceState, JobSummary, RunSummary } from '../../services/model.ts';
import { lensesOf } from './jobLensModel.ts';

interface Situation {
  readonly isCommitted?: boolean;
  readonly isChanged?: boolean;
  readonly isDirty?: boolean;
  readonly state?: InstanceState;
}

function kinds({ isCommitted = true, isChanged = false, isDirty = false, state }: Situation): string {
  const job = { api: 'SQL', isCommitted } as JobSummary;
  const run = state && ({ actual: state } as RunSummary);
  return lensesOf(job, statusOf(job, run, isChanged), isDirty)
    .map(({ kind }) => kind)
    .join(' ');
}

it.each<[string, Situation, string]>([
  ['a draft', { isCommitted: false }, 'validate commit'],
  ['a committed job', {}, 'validate state start'],
  ['one that is being edited', { isDirty: true }, 'validate commit state start'],
  ['one that was changed since', { isChanged: true }, 'validate commit state start'],
  ['one that runs', { state: 'RUNNING' }, 'validate state pause'],
  ['one that is paused', { state: 'PAUSED' }, 'validate state resume'],
  ['one that waits', { state: 'WAITING' }, 'validate state'],
  ['one that was stopped', { state: 'TERMINATED' }, 'validate state start'],
  ['one that failed', { state: 'FAILED' }, 'validate state start'],
])('%s', (_, situation, lenses) => {
  expect(kinds(situation)).toBe(lenses);
});
