import { describe, expect, it } from 'vitest';
import type { LocalEnd, LocalProcess } from './process.ts';
import { LocalService } from './service.ts';

const END: LocalEnd = { code: 1, signal: null, lastLines: ['boom'] };

/** A service whose children are promises in hand, and whose waits are over at once but written down. */
function serviceOf(launchFails: (launch: number) => boolean = () => false) {
  const log: string[] = [];
  const children: { crash: () => void }[] = [];
  let now = 0;
  let launches = 0;
  const launch = (): Promise<LocalProcess> => {
    launches += 1;
    log.push(`launch ${launches}`);
    if (launchFails(launches)) return Promise.reject(new Error(`launch ${launches} failed`));
    const url = `http://127.0.0.1:${launches}`;
    let resolve: (end: LocalEnd) => void = () => undefined;
    const ended = new Promise<LocalEnd>(done => (resolve = done));
    children.push({ crash: () => resolve(END) });
    return Promise.resolve({
      address: () => ({ url, regionId: 'r', accessKeyId: 'i', accessKeySecret: 's' }),
      ended,
      release: () => log.push(`release ${url}`),
      stop: () => {
        log.push(`stop ${url}`);
        resolve({ code: 0, signal: null, lastLines: [] });
        return Promise.resolve();
      },
    });
  };
  const service = new LocalService(
    launch,
    {
      onState: state => log.push(state),
      onCrash: (end, delay) => log.push(`crash ${end.lastLines.join()} ${delay ?? 'for good'}`),
    },
    {
      now: () => now,
      random: () => 0,
      after: (ms, callback) => {
        const timer = setImmediate(() => {
          now += ms;
          callback();
        });
        return () => clearImmediate(timer);
      },
    },
  );
  return {
    service,
    log,
    pass: (ms: number) => (now += ms),
    crash: async () => {
      children.at(-1)?.crash();
      await new Promise(resolve => setImmediate(resolve));
    },
  };
}

describe('LocalService', () => {
  it('starts when first asked for, once for all who ask', async () => {
    const { service, log } = serviceOf();
    expect(log).toEqual([]);
    const [a, b] = await Promise.all([service.address(), service.address()]);
    expect(a.url).toBe(b.url);
    expect(log).toEqual(['starting', 'launch 1', 'running']);
  });

  it('stops for good until it is asked for again', async () => {
    const { service, log } = serviceOf();
    await service.address();
    await service.stop();
    expect(log.splice(0)).toEqual(['starting', 'launch 1', 'running', 'stopped', 'stop http://127.0.0.1:1']);
    expect((await service.address()).url).toBe('http://127.0.0.1:2');
  });

  it('comes back after a crash, and says so', async () => {
    const { service, log, crash } = serviceOf();
    await service.address();
    await crash();
    expect((await service.address()).url).toBe('http://127.0.0.1:2');
    expect(log.slice(3)).toEqual(['crash boom 1000', 'starting', 'launch 2', 'running']);
  });

  it('waits longer after each crash and gives up after the fifth in five minutes', async () => {
    const { service, log, crash } = serviceOf();
    for (let i = 0; i < 5; i++) {
      await service.address();
      await crash();
    }
    expect(log.filter(line => line.startsWith('crash'))).toEqual([
      'crash boom 1000',
      'crash boom 2000',
      'crash boom 4000',
      'crash boom 8000',
      'crash boom for good',
    ]);
    expect(service.state).toBe('failed');
    expect((await service.address()).url).toBe('http://127.0.0.1:6');
  });

  it('forgets crashes that are long ago', async () => {
    const { service, log, crash, pass } = serviceOf();
    for (let i = 0; i < 6; i++) {
      await service.address();
      await crash();
      pass(10 * 60_000);
    }
    expect(new Set(log.filter(line => line.startsWith('crash')))).toEqual(new Set(['crash boom 1000']));
  });

  it('tells every caller when the start fails, and tries anew for the next', async () => {
    const { service, log } = serviceOf(launch => launch === 1);
    const failed = await Promise.allSettled([service.address(), service.address()]);
    expect(failed.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(log).toEqual(['starting', 'launch 1', 'failed']);
    expect((await service.address()).url).toBe('http://127.0.0.1:2');
  });

  it('is let go of at the end of the window, not stopped: others may hold on to it', async () => {
    const { service, log, crash } = serviceOf();
    await service.address();
    service.release();
    await crash();
    expect(log.slice(3)).toEqual(['release http://127.0.0.1:1']);
  });

  it('does not come back when it is stopped while it waits to', async () => {
    const { service, log, crash } = serviceOf();
    await service.address();
    await crash();
    await service.stop();
    await new Promise(resolve => setImmediate(resolve));
    expect(log.filter(line => line.startsWith('launch'))).toEqual(['launch 1']);
    expect(service.state).toBe('stopped');
  });
});
