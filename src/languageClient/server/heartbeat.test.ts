import { beforeEach, expect, it } from 'vitest';
import { Heartbeat } from './heartbeat.ts';
import { TestClock } from './testClock.ts';

let clock: TestClock;
let pings: number;
let hangs: number;
let answer: () => Promise<unknown>;
let heartbeat: Heartbeat;

beforeEach(() => {
  clock = new TestClock();
  pings = 0;
  hangs = 0;
  answer = () => Promise.resolve();
  heartbeat = new Heartbeat(
    () => {
      pings += 1;
      return answer();
    },
    () => (hangs += 1),
    clock,
  );
});

const never = () => new Promise(() => undefined);

it('asks nothing while nothing is sent, and once for much that is', async () => {
  await clock.pass(600_000);
  expect(pings).toBe(0);
  for (let message = 0; message < 100; message++) heartbeat.sent();
  await clock.pass(600_000);
  expect(pings).toBe(1);
  expect(clock.waiting).toBe(0);
});

it('asks again for what is sent later', async () => {
  heartbeat.sent();
  await clock.pass(10_000);
  heartbeat.sent();
  await clock.pass(10_000);
  expect(pings).toBe(2);
});

it('takes an error for an answer', async () => {
  answer = () => Promise.reject(new Error('unknown method'));
  heartbeat.sent();
  await clock.pass(600_000);
  expect(hangs).toBe(0);
});

it('tells of a server that does not answer for half a minute, once', async () => {
  answer = never;
  heartbeat.sent();
  await clock.pass(34_000);
  expect(hangs).toBe(0);
  await clock.pass(1_000);
  expect(hangs).toBe(1);
  heartbeat.sent();
  await clock.pass(600_000);
  expect(hangs).toBe(1);
});

it('waits for an answer that comes late', async () => {
  answer = () => new Promise(resolve => clock.after(29_500, () => resolve(undefined)));
  heartbeat.sent();
  await clock.pass(600_000);
  expect(hangs).toBe(0);
  expect(clock.waiting).toBe(0);
});

it('does not count the time a computer sleeps', async () => {
  answer = never;
  heartbeat.sent();
  await clock.pass(30_000);
  clock.sleep(3_600_000);
  await clock.pass(25_000);
  expect(hangs).toBe(0);
  await clock.pass(10_000);
  expect(hangs).toBe(1);
});

it('is quiet once it is disposed of', async () => {
  answer = never;
  heartbeat.sent();
  await clock.pass(10_000);
  heartbeat.dispose();
  heartbeat.sent();
  await clock.pass(600_000);
  expect(hangs).toBe(0);
});
