import { expect, it } from 'vitest';
import type { JobRef } from '../connections/api.ts';
import type { Job } from '../services/model.ts';
import { CommitRecords } from './commitRecords.ts';

const ref = { connection: 'c', project: 'p', job: 'j' } as unknown as JobRef;
const job = {
  name: 'j',
  isCommitted: true,
  modifyTime: 100,
  code: "select 1 -- password='hunter22'",
  properties: '',
  plan: '',
  packages: [],
} as unknown as Job;

function memory() {
  const values = new Map<string, unknown>();
  return {
    values,
    get: (key: string) => values.get(key),
    update: (key: string, value: unknown) => {
      values.set(key, value);
      return Promise.resolve();
    },
  };
}

it('says nothing of a job that was committed elsewhere', () => {
  expect(new CommitRecords(memory()).verdict(ref, { ...job, modifyTime: 999 })).toBe('same');
});

it('tells a change of the content from a mere move', async () => {
  const records = new CommitRecords(memory());
  await records.committed(ref, job);
  expect(records.verdict(ref, job)).toBe('same');
  const moved = { ...job, modifyTime: 200, folderId: '7' } as Job;
  expect(records.verdict(ref, moved)).toBe('unsure');
  await records.settle(ref, moved);
  expect(records.verdict(ref, moved)).toBe('same');
  const changed = { ...moved, modifyTime: 300, code: 'select 2' };
  expect(records.verdict(ref, changed)).toBe('unsure');
  await records.settle(ref, changed);
  expect(records.verdict(ref, changed)).toBe('changed');
  await records.committed(ref, changed);
  expect(records.verdict(ref, changed)).toBe('same');
});

it('remembers over a restart, and keeps no text of the job', async () => {
  const storage = memory();
  await new CommitRecords(storage).committed(ref, job);
  expect(new CommitRecords(storage).verdict(ref, { ...job, modifyTime: 101 })).toBe('unsure');
  expect(JSON.stringify([...storage.values])).not.toContain('hunter22');
});

it('is silent about drafts and after forgetting', async () => {
  const records = new CommitRecords(memory());
  await records.committed(ref, job);
  expect(records.verdict(ref, { ...job, modifyTime: 5, isCommitted: false })).toBe('same');
  await records.forget(ref);
  expect(records.verdict(ref, { ...job, modifyTime: 5 })).toBe('same');
});
