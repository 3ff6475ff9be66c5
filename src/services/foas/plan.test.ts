import { describe, expect, it } from 'vitest';
import { BASE, J, P, queryOf, startService } from '../testing/canned.ts';
import { failureOf } from '../testing/foas.ts';
import type { Received } from '../testing/servers.ts';

describe('plans', () => {
  const begin = `GET ${BASE}/jobs/${J}/planjson`;
  const check = `GET ${BASE}/jobs/${J}/planjson/check`;
  const running = { PlanJsonInfo: { Status: 'Session in run' } };

  it('are asked for and polled once a second', async () => {
    const { service, server, clock } = await startService({
      [begin]: { SessionId: 's-1' },
      [check]: (_request: Received, times: number) =>
        times < 3 ? running : { PlanJsonInfo: { Status: 'SUCCESS', PlanJson: '{"nodes":[]}' } },
    });
    expect(await service.generatePlan(P, J, { expectedCore: 1.5, expectedGb: 6, autoconf: true })).toBe(
      '{"nodes":[]}',
    );
    expect(queryOf(server.received[0])).toEqual({
      expectedCore: '1.5',
      expectedGB: '6',
      autoconfEnable: 'true',
    });
    expect(queryOf(server.received[1])).toEqual({ sessionId: 's-1' });
    expect(clock.waits).toEqual([1000, 1000]);
  });

  it('that fail tell why', async () => {
    const { service } = await startService({
      [begin]: { SessionId: 's' },
      [check]: { PlanJsonInfo: { Status: 'fail', ErrorMessage: 'no sink' } },
    });
    expect(await failureOf(service.generatePlan(P, J, {}))).toMatchObject({
      kind: 'invalid',
      message: 'no sink',
    });
  });

  it('end at their time limit', async () => {
    const { service, server } = await startService({ [begin]: { SessionId: 's' }, [check]: running });
    expect((await failureOf(service.generatePlan(P, J, {}, { timeoutMs: 4_500 }))).kind).toBe('timeout');
    expect(server.received).toHaveLength(1 + 5);
  });

  it('end when the caller gives up', async () => {
    const controller = new AbortController();
    const { service, server } = await startService({
      [begin]: { SessionId: 's' },
      [check]: () => {
        controller.abort();
        return running;
      },
    });
    const call = service.generatePlan(P, J, {}, { signal: controller.signal });
    expect((await failureOf(call)).kind).toBe('aborted');
    expect(server.received).toHaveLength(2);
  });

  it('need cores and memory together', async () => {
    const { service, server } = await startService({});
    expect((await failureOf(service.generatePlan(P, J, { expectedCore: 1 }))).kind).toBe('invalid');
    expect(server.received).toHaveLength(0);
  });
});
