import { describe, expect, it } from 'vitest';
import type { JobRef } from '../connections/api.ts';
import type { JobService } from '../services/jobService.ts';
import type { ConnectionId, Job, JobName, ProjectName } from '../services/model.ts';
import { JobReader } from './jobReader.ts';

const ref: JobRef = {
  connection: 'local' as ConnectionId,
  project: 'demo' as ProjectName,
  job: 'orders' as JobName,
};

function setUp() {
  const state = { now: 0, asked: 0, code: 'v1', read: 0, fails: false };
  const service = {
    getJob: () => {
      state.asked++;
      if (state.fails) return Promise.reject(new Error('no network'));
      return Promise.resolve(state.code === '' ? undefined : ({ name: ref.job, code: state.code } as Job));
    },
  } as unknown as JobService;
  const reader = new JobReader(
    () => state.read++,
    () => state.now,
  );
  return { state, reader, read: () => reader.read(service, ref) };
}

describe('job reader', () => {
  it('asks once for questions that come together, and again later', async () => {
    const { state, read } = setUp();
    const [a, b] = await Promise.all([read(), read()]);
    expect(a).toBe(b);
    await read();
    expect(state.asked).toBe(1);
    state.now += 1000;
    state.code = 'v2';
    expect((await read())?.code).toBe('v2');
    expect(state.asked).toBe(2);
  });

  it('asks again after a failure', async () => {
    const { state, read } = setUp();
    state.fails = true;
    await expect(read()).rejects.toThrow('no network');
    state.fails = false;
    expect((await read())?.code).toBe('v1');
  });

  it('takes over what a write found, and asks again when told that the job changed', async () => {
    const { state, reader, read } = setUp();
    reader.note(ref, { name: ref.job, code: 'written' } as Job);
    expect((await read())?.code).toBe('written');
    reader.note(ref, undefined);
    expect((await read())?.code).toBe('v1');
    expect(state.read).toBe(2);
  });

  it('remembers a job that has been deleted', async () => {
    const { state, reader, read } = setUp();
    await read();
    state.now += 1000;
    state.code = '';
    expect(await read()).toBeUndefined();
    expect(reader.last(ref)?.code).toBe('v1');
  });
});
