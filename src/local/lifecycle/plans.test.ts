import { describe, expect, it } from 'vitest';
import { INVALID_CODE, J, VALID_CODE, withJob } from '../testing/service.ts';
import { DEFAULT_SETTINGS } from './context.ts';

const { planDelayMs } = DEFAULT_SETTINGS;

interface Plan {
  readonly nodes: readonly { readonly id: number; readonly pact: string; readonly parallelism: number }[];
  readonly links: readonly { readonly source: number; readonly target: number }[];
}

describe('plan sessions', () => {
  it('run for a while and end with a plan that the job can take', async () => {
    const service = await withJob();
    const { SessionId } = await service.call('GetRawPlanJson', J);
    const check = () => service.call('CheckRawPlanJson', { ...J, sessionId: SessionId! });
    expect(await check()).toEqual({ PlanJsonInfo: { Status: 'Session in run' } });
    service.clock.advance(planDelayMs - 1);
    expect((await check()).PlanJsonInfo?.Status).toBe('Session in run');
    service.clock.advance(1);
    const done = (await check()).PlanJsonInfo;
    expect(done?.Status).toBe('success');
    const plan = JSON.parse(done?.PlanJson ?? '') as Plan;
    expect(plan.nodes[0]?.pact).toBe('Source');
    expect(plan.nodes.at(-1)?.pact).toBe('Sink');
    const ids = new Set(plan.nodes.map(node => node.id));
    for (const { source, target } of plan.links) expect(ids.has(source) && ids.has(target)).toBe(true);

    expect(await service.codeOf('CalcPlanJsonResource', J)).toBe('400 InvalidplanJson');
    await service.call('UpdateJob', { ...J, planJson: done!.PlanJson! });
    const { PlanJsonResource } = await service.call('CalcPlanJsonResource', J);
    expect(PlanJsonResource?.Cores).toBe(0.25 * plan.nodes.length);
    expect(PlanJsonResource?.MemoryGB).toBeGreaterThan(0.2 * plan.nodes.length);
  });

  it('end with the text of the compiler for code that does not compile', async () => {
    const service = await withJob({ code: INVALID_CODE }, { commit: false });
    const { SessionId } = await service.call('GetRawPlanJson', J);
    service.clock.advance(planDelayMs);
    const { PlanJsonInfo } = await service.call('CheckRawPlanJson', { ...J, sessionId: SessionId! });
    expect(PlanJsonInfo?.Status).toBe('fail');
    expect(PlanJsonInfo?.ErrorMessage).toContain('ERR_ID');
  });

  it('end so too, as validation and commit do, for chains that no stack suffices for', async () => {
    const [source = '', sink = '', insert = ''] = VALID_CODE.split('\n');
    const views = Array.from({ length: 4_000 }, (_, n) => `CREATE VIEW v${n + 1} AS SELECT * FROM v${n};`);
    const view = 'CREATE VIEW v0 AS SELECT id, name FROM src;';
    const codes = [
      [source, sink, view, ...views, `INSERT INTO snk SELECT id, name FROM v${views.length};`].join('\n'),
      [source, sink, insert.replace(';', '\nUNION ALL SELECT id, name FROM src'.repeat(10_000)), ';'].join(
        '\n',
      ),
    ];
    for (const code of codes) {
      const service = await withJob({ code }, { commit: false });
      const { SessionId } = await service.call('GetRawPlanJson', J);
      service.clock.advance(planDelayMs);
      const { PlanJsonInfo } = await service.call('CheckRawPlanJson', { ...J, sessionId: SessionId! });
      expect(PlanJsonInfo?.ErrorMessage).toContain('java.lang.StackOverflowError');
      expect(await service.codeOf('ValidateJob', J)).toBe('400 JobValidateFailed');
      expect(await service.codeOf('CommitJob', J)).toBe('400 JobValidateFailed');
    }
  });

  it('use the resources they are given, both or neither', async () => {
    const service = await withJob();
    expect(await service.codeOf('GetRawPlanJson', { ...J, expectedCore: 4 })).toBe(
      '400 InvalidExpectedResource',
    );
    expect(await service.codeOf('GetRawPlanJson', { ...J, expectedGB: 4 })).toBe(
      '400 InvalidExpectedResource',
    );
    expect(await service.codeOf('GetRawPlanJson', { ...J, expectedCore: 0, expectedGB: 4 })).toBe(
      '400 InvalidexpectedCore',
    );
    expect(await service.codeOf('GetRawPlanJson', { ...J, AdvisorAction: 'x' })).toBe(
      '400 InvalidAdvisorAction',
    );
    const parallelism = async (request: object): Promise<number | undefined> => {
      const { SessionId } = await service.call('GetRawPlanJson', { ...J, ...request });
      service.clock.advance(planDelayMs);
      const { PlanJsonInfo } = await service.call('CheckRawPlanJson', { ...J, sessionId: SessionId! });
      return (JSON.parse(PlanJsonInfo?.PlanJson ?? '') as Plan).nodes[0]?.parallelism;
    };
    expect(await parallelism({})).toBe(1);
    expect(await parallelism({ expectedCore: 40, expectedGB: 160 })).toBeGreaterThan(4);
  });

  it('are unknown to other jobs and forgotten after an hour', async () => {
    const service = await withJob();
    const { SessionId } = await service.call('GetRawPlanJson', J);
    const sessionId = SessionId!;
    await service.call('CreateJob', {
      ...J,
      jobName: 'job2',
      jobType: 'FLINK_STREAM',
      apiType: 'SQL',
      code: '',
    });
    const notFound = '404 PlanSessionNotFound';
    expect(await service.codeOf('CheckRawPlanJson', { ...J, jobName: 'job2', sessionId })).toBe(notFound);
    expect(await service.codeOf('CheckRawPlanJson', { ...J, sessionId: 'x' })).toBe(notFound);
    service.clock.advance(3_600_000);
    expect(await service.codeOf('CheckRawPlanJson', { ...J, sessionId })).toBe(notFound);
  });
});
