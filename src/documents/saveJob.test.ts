import { describe, expect, it } from 'vitest';
import type { JobService } from '../services/jobService.ts';
import type { Job, JobChange, JobName, ProjectName } from '../services/model.ts';
import { ServiceError, type ErrorKind } from '../services/serviceError.ts';
import { fingerprint } from './fingerprint.ts';
import { saveJob, SaveUncertainError, type KeptText, type SaveRequest } from './saveJob.ts';

const PROJECT = 'demo' as ProjectName;
const JOB = 'orders' as JobName;

/** A service of one job in memory, that writes as the real one does: unconditionally. */
class OneJob {
  job: Job | undefined = {
    name: JOB,
    type: 'FLINK_STREAM',
    api: 'SQL',
    isCommitted: false,
    packages: [],
    modifier: '王芳',
    modifyTime: 1,
    code: 'SELECT 1',
    properties: 'a=1',
    plan: '',
  };
  writes: JobChange[] = [];
  /** Runs in the moment between two calls. */
  beforeUpdate: () => void = () => undefined;
  afterUpdate: () => void = () => undefined;
  beforeGet: () => void = () => undefined;

  put(change: JobChange): void {
    if (this.job) this.job = { ...this.job, ...change, modifyTime: (this.job.modifyTime ?? 0) + 1 };
  }

  readonly service = {
    getJob: () => {
      this.beforeGet();
      return Promise.resolve(this.job);
    },
    updateJob: (_project: ProjectName, _job: JobName, change: JobChange) => {
      this.beforeUpdate();
      this.writes.push(change);
      this.put(change);
      this.afterUpdate();
      return Promise.resolve();
    },
  } as unknown as JobService;
}

function saving(one: OneJob, options: Partial<SaveRequest> = {}) {
  const kept: KeptText[] = [];
  const run = () =>
    saveJob({
      service: one.service,
      journal: { keep: entry => Promise.resolve(void kept.push(entry)) },
      project: PROJECT,
      job: JOB,
      kind: 'code',
      text: 'SELECT mine',
      base: { print: fingerprint('SELECT 1'), modifyTime: 1 },
      ...options,
    });
  return { kept, run };
}

const fail = (kind: ErrorKind) => () => {
  throw new ServiceError('no', { operation: 'UpdateJob', kind });
};

describe('saveJob', () => {
  it('writes one text alone and gives back what the service has', async () => {
    const one = new OneJob();
    const { run, kept } = saving(one);
    expect(await run()).toMatchObject({ kind: 'saved', job: { code: 'SELECT mine', properties: 'a=1' } });
    expect(one.writes).toEqual([{ code: 'SELECT mine' }]);
    expect(kept).toMatchObject([
      { role: 'written', text: 'SELECT mine' },
      { role: 'replaced', text: 'SELECT 1', who: '王芳' },
    ]);
  });

  it.each(['properties', 'plan'] as const)('saves %s without touching the code', async kind => {
    const one = new OneJob();
    one.beforeUpdate = () => one.put({ code: 'SELECT theirs' });
    const base = { print: fingerprint(one.job![kind]), modifyTime: 1 };
    await saving(one, { kind, text: 'b=2', base }).run();
    expect(one.job).toMatchObject({ code: 'SELECT theirs', [kind]: 'b=2' });
  });

  it('has kept both texts before it writes', async () => {
    const one = new OneJob();
    const { run, kept } = saving(one);
    one.beforeUpdate = () => expect(kept.map(({ text }) => text)).toEqual(['SELECT mine', 'SELECT 1']);
    await run();
    expect(one.writes).toHaveLength(1);
  });

  it('writes nothing when the journal cannot keep the texts', async () => {
    const one = new OneJob();
    const journal = { keep: () => Promise.reject(new Error('disk full')) };
    await expect(saving(one, { journal }).run()).rejects.toThrow('disk full');
    expect(one.writes).toEqual([]);
  });

  it('writes nothing over another text, even with the time of the base', async () => {
    const one = new OneJob();
    one.job = { ...one.job!, code: 'SELECT 2' };
    expect(await saving(one).run()).toMatchObject({ kind: 'conflict', theirs: { code: 'SELECT 2' } });
    expect(one.writes).toEqual([]);
  });

  it('does not mind a later time when the text is the base', async () => {
    const one = new OneJob();
    one.put({ properties: 'b=2' });
    expect(await saving(one).run()).toMatchObject({ kind: 'saved' });
  });

  it('replaces what the user agreed to replace, and keeps it', async () => {
    const one = new OneJob();
    one.put({ code: 'SELECT theirs' });
    const { run, kept } = saving(one, { mayReplace: text => text === 'SELECT theirs' });
    expect(await run()).toMatchObject({ kind: 'saved' });
    expect(kept.map(({ text }) => text)).toContain('SELECT theirs');
    one.put({ code: 'SELECT newer' });
    expect(await run()).toMatchObject({ kind: 'conflict' });
  });

  it('does not write what is there already', async () => {
    const one = new OneJob();
    one.put({ code: 'SELECT mine' });
    expect(await saving(one).run()).toMatchObject({ kind: 'saved' });
    expect(one.writes).toEqual([]);
  });

  it('says so when somebody writes right after', async () => {
    const one = new OneJob();
    one.afterUpdate = () => one.put({ code: 'SELECT theirs' });
    expect(await saving(one).run()).toMatchObject({ kind: 'overtaken', theirs: { code: 'SELECT theirs' } });
  });

  it('takes unified line ends for ours', async () => {
    const one = new OneJob();
    one.afterUpdate = () => one.put({ code: 'SELECT a\nFROM t' });
    expect(await saving(one, { text: 'SELECT a\r\nFROM t\r\n' }).run()).toMatchObject({ kind: 'saved' });
  });

  it.each([false, true])('says that the job is gone (between compare and verify: %s)', async late => {
    const one = new OneJob();
    if (late) one.afterUpdate = () => (one.job = undefined);
    else one.job = undefined;
    expect(await saving(one).run()).toEqual({ kind: 'gone' });
  });

  it.each(['denied', 'throttled', 'conflict', 'tls'] as const)('passes a refusal on (%s)', async kind => {
    const one = new OneJob();
    one.beforeUpdate = fail(kind);
    await expect(saving(one).run()).rejects.toMatchObject({ name: 'ServiceError', kind });
  });

  describe.each(['timeout', 'network', 'server', 'aborted', 'proxy'] as const)(
    'with a write that ends in %s',
    kind => {
      it('finds that it happened, and does not write again', async () => {
        const one = new OneJob();
        one.afterUpdate = fail(kind);
        expect(await saving(one).run()).toMatchObject({ kind: 'saved', job: { code: 'SELECT mine' } });
        expect(one.writes).toHaveLength(1);
      });

      it('finds that it has not happened, and does not write again', async () => {
        const one = new OneJob();
        one.beforeUpdate = fail(kind);
        await expect(saving(one).run()).rejects.toMatchObject({ seen: 'old' });
        expect(one.writes).toEqual([]);
      });

      it('finds somebody else’s text', async () => {
        const one = new OneJob();
        one.beforeUpdate = () => {
          one.put({ code: 'SELECT theirs' });
          fail(kind)();
        };
        expect(await saving(one).run()).toMatchObject({ kind: 'overtaken' });
      });

      it('cannot find out', async () => {
        const one = new OneJob();
        one.beforeUpdate = () => {
          one.beforeGet = fail('network');
          fail(kind)();
        };
        const error: unknown = await saving(one)
          .run()
          .catch((caught: unknown) => caught);
        expect(error).toBeInstanceOf(SaveUncertainError);
        expect(error).toMatchObject({ seen: 'unknown', cause: { kind } });
      });
    },
  );

  it('counts a write as done when only reading back fails', async () => {
    const one = new OneJob();
    one.afterUpdate = () => (one.beforeGet = fail('network'));
    expect(await saving(one).run()).toMatchObject({ kind: 'saved', job: { code: 'SELECT mine' } });
  });
});
