import { beforeEach, describe, expect, it } from 'vitest';
import { Lifecycle, type Run } from './lifecycle.ts';
import { settled, TestClock } from './testClock.ts';

class FakeRun implements Run {
  readonly ended: Promise<string>;
  crash: (reason: string) => void = () => undefined;
  isOver = false;

  constructor() {
    this.ended = new Promise(resolve => {
      this.crash = reason => {
        this.isOver = true;
        resolve(reason);
      };
    });
  }

  end(): Promise<void> {
    this.crash('ended');
    return Promise.resolve();
  }

  abandon(): void {
    this.crash('abandoned');
  }
}

let clock: TestClock;
let runs: FakeRun[];
let log: string[];
let launch: () => Promise<FakeRun>;
let lifecycle: Lifecycle<FakeRun>;

const latest = () => runs.at(-1) ?? expect.unreachable('nothing was started');
const started = async () => {
  lifecycle.wake();
  await settled();
};

beforeEach(() => {
  clock = new TestClock();
  runs = [];
  log = [];
  launch = () => {
    const run = new FakeRun();
    runs.push(run);
    return Promise.resolve(run);
  };
  lifecycle = new Lifecycle(
    () => launch(),
    {
      onState: state => log.push(state),
      onCrash: (reason, restartsIn) => log.push(`${reason}: ${restartsIn ?? 'no more'}`),
    },
    clock,
  );
});

it('starts nothing before it is needed, and one thing then', async () => {
  await settled();
  expect(runs).toHaveLength(0);
  lifecycle.wake();
  lifecycle.wake();
  expect(await lifecycle.whenReady()).toBe(runs[0]);
  expect(runs).toHaveLength(1);
  expect(log).toEqual(['starting', 'running']);
});

describe('after a crash', () => {
  it('comes back with growing delays, and stays down after the sixth', async () => {
    await started();
    for (const delay of [500, 1000, 2000, 4000, 8000]) {
      const count = runs.length;
      latest().crash('SIGKILL');
      await clock.pass(delay - 1);
      expect(runs).toHaveLength(count);
      expect(lifecycle.state).toBe('restarting');
      await clock.pass(1);
      expect(runs).toHaveLength(count + 1);
      expect(log.at(-4)).toBe('restarting');
      expect(log.at(-3)).toBe(`SIGKILL: ${delay}`);
      expect(lifecycle.state).toBe('running');
    }
    latest().crash('SIGKILL');
    await clock.pass(600_000);
    expect(log.slice(-2)).toEqual(['down', 'SIGKILL: no more']);
    expect(runs).toHaveLength(6);
    expect(await lifecycle.whenReady()).toBeUndefined();
  });

  it('forgets crashes that are long past', async () => {
    await started();
    for (let crash = 0; crash < 20; crash++) {
      latest().crash('SIGSEGV');
      await clock.pass(180_000);
    }
    expect(log.filter(line => line.startsWith('SIGSEGV'))).toEqual(Array(20).fill('SIGSEGV: 500'));
  });

  it('takes a start that fails for one', async () => {
    launch = () => Promise.reject(new Error('no such file'));
    lifecycle.wake();
    const ready = lifecycle.whenReady();
    await clock.pass(60_000);
    expect(log.filter(line => line.startsWith('no such file'))).toHaveLength(6);
    expect(lifecycle.state).toBe('down');
    expect(await ready).toBeUndefined();
  });

  it('lets those who wait have the one that comes back', async () => {
    await started();
    latest().crash('x');
    await settled();
    const ready = lifecycle.whenReady();
    await clock.pass(500);
    expect(await ready).toBe(runs[1]);
  });
});

describe('a restart', () => {
  it('ends what runs first', async () => {
    await started();
    await lifecycle.restart();
    expect(runs[0]?.isOver).toBe(true);
    expect(lifecycle.current).toBe(runs[1]);
    expect(log).toEqual(['starting', 'running', 'starting', 'running']);
  });

  it('brings back what is down, and forgives', async () => {
    await started();
    for (let crash = 0; crash < 6; crash++) {
      latest().crash('x');
      await clock.pass(10_000);
    }
    expect(lifecycle.state).toBe('down');
    await lifecycle.restart();
    expect(lifecycle.state).toBe('running');
    latest().crash('x');
    await settled();
    expect(log.at(-1)).toBe('x: 500');
  });

  it('does not wait for the delay after a crash, nor starts twice', async () => {
    await started();
    latest().crash('x');
    await settled();
    await lifecycle.restart();
    expect(lifecycle.state).toBe('running');
    await clock.pass(10_000);
    expect(runs).toHaveLength(2);
  });

  it('that overtakes a start ends what that started', async () => {
    let finish: (run: FakeRun) => void = () => undefined;
    const slow = new FakeRun();
    const quick = launch;
    launch = () => new Promise(resolve => (finish = resolve));
    lifecycle.wake();
    launch = quick;
    await lifecycle.restart();
    finish(slow);
    await settled();
    expect(slow.isOver).toBe(true);
    expect(lifecycle.current).toBe(runs[0]);
    expect(lifecycle.state).toBe('running');
  });
});

it('starts nothing any more once it is disposed of', async () => {
  await started();
  lifecycle.dispose();
  expect(latest().isOver).toBe(true);
  lifecycle.wake();
  await lifecycle.restart();
  await clock.pass(60_000);
  expect(runs).toHaveLength(1);
  expect(log).toEqual(['starting', 'running']);
});
