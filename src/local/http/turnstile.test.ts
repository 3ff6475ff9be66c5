import { expect, it } from 'vitest';
import { SimulatedEngine } from '../engines/simulated/simulatedEngine.ts';
import { openService } from '../service.ts';
import { callOperation } from '../testing/client.ts';
import { NEW_JOB } from '../testing/service.ts';
import { Turnstile } from './turnstile.ts';

it('lets one through at a time, in order, whatever becomes of those before', async () => {
  const turnstile = new Turnstile();
  const log: string[] = [];
  const work = (name: string, turns: number) =>
    turnstile.pass(async () => {
      log.push(`${name} in`);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      log.push(`${name} out`);
      if (name === 'b') throw new Error('b failed');
      return name;
    });
  const results = await Promise.allSettled([work('a', 5), work('b', 1), work('c', 0)]);
  expect(log).toEqual(['a in', 'a out', 'b in', 'b out', 'c in', 'c out']);
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('starts a job once, however many ask for it at the same time', async () => {
  const engine = new SimulatedEngine();
  const start = engine.start.bind(engine);
  // An engine that takes its time: between the check and the write there is room for another request.
  engine.start = (job, now) => new Promise(resolve => setImmediate(() => resolve(start(job, now))));
  const service = await openService({ file: ':memory:', engine });
  const url = await service.listen(0);
  const job = { projectName: 'p', jobName: 'job1' };
  await callOperation(url, 'CreateProject', { name: 'p', deployType: 'PUBLIC' });
  await callOperation(url, 'CreateJob', { ...NEW_JOB, ...job });
  await callOperation(url, 'CommitJob', job);
  const answers = await Promise.all(Array.from({ length: 10 }, () => callOperation(url, 'StartJob', job)));
  const statuses = answers.map(({ status }) => status).sort();
  expect(statuses).toEqual([200, ...Array.from({ length: 9 }, () => 409)]);
  await service.close();
});
