import { afterAll, beforeAll, expect, it } from 'vitest';
import { callOperation } from '../testing/client.ts';
import { bundleService, startProcess, temporaryFolder, type Started } from '../testing/process.ts';

const ROUNDS = 200;
/** Services, each with a data folder of its own, that are killed side by side. */
const LANES = 2;
/** Few enough that most of them come as far as starting and stopping a job before they are cut off. */
const WRITERS = 3;
/** The process is killed after a random number of acknowledged writes below this, and up to so many ms later. */
const MOST_WRITES = 30;
const LATEST_KILL = 4;

const folder = temporaryFolder();
let file: string;
const running = new Set<Started>();

function start(data: string): Started {
  const one = startProcess(file, ['--data', data]);
  running.add(one);
  void one.ended.then(() => running.delete(one));
  return one;
}

beforeAll(async () => {
  file = await bundleService(folder.path);
});
afterAll(() => {
  for (const { child } of running) child.kill('SIGKILL');
  folder.remove();
});

/** What is known of a job: what was acknowledged, and what was sent last without an answer. */
interface Known {
  code: string | undefined;
  pendingCode: string | undefined;
  committed: boolean;
  pendingCommit: boolean;
  started: boolean;
  pendingStart: boolean;
  stopped: boolean;
  pendingStop: boolean;
  /** Acknowledged writes. */
  writes: number;
}

type Model = Map<string, Known>;

/** How often run control was acknowledged in all. */
const seen = { starts: 0, stops: 0 };

const settings = (text: string): string => `blink.main.class=${text}`;

/** Makes jobs, changes, commits, starts and stops them until the service does not answer any more. */
async function writeUntilDeath(
  url: string,
  projectName: string,
  writer: number,
  model: Model,
  onAcknowledged: () => void,
): Promise<void> {
  const write = async (
    name: 'CreateJob' | 'UpdateJob' | 'CommitJob' | 'StartJob' | 'ModifyInstanceState',
    parameters: object,
  ): Promise<boolean> => {
    try {
      const { status } = await callOperation(url, name, { projectName, ...parameters });
      expect(status).toBe(200);
      onAcknowledged();
      return true;
    } catch (error) {
      if (error instanceof TypeError) return false; // fetch: the connection broke
      throw error;
    }
  };
  for (let n = 0; ; n++) {
    const jobName = `w${writer}_${n}`;
    const known: Known = {
      code: undefined,
      pendingCode: settings('v0'),
      committed: false,
      pendingCommit: false,
      started: false,
      pendingStart: false,
      stopped: false,
      pendingStop: false,
      writes: 0,
    };
    model.set(jobName, known);
    const job = { jobName, jobType: 'FLINK_STREAM', apiType: 'DATASTREAM', code: settings('v0') };
    if (!(await write('CreateJob', job))) return;
    known.code = settings('v0');
    known.writes += 1;
    for (let version = 1; version <= 2; version++) {
      known.pendingCode = settings(`v${version}`);
      if (!(await write('UpdateJob', { jobName, code: known.pendingCode }))) return;
      known.code = known.pendingCode;
      known.writes += 1;
    }
    known.pendingCommit = true;
    if (!(await write('CommitJob', { jobName }))) return;
    known.committed = true;
    known.writes += 1;
    known.pendingStart = true;
    if (!(await write('StartJob', { jobName }))) return;
    known.started = true;
    seen.starts += 1;
    known.writes += 1;
    known.pendingStop = true;
    if (!(await write('ModifyInstanceState', { jobName, instanceId: '-1', expectState: 'TERMINATED' })))
      return;
    known.stopped = true;
    seen.stops += 1;
    known.writes += 1;
  }
}

interface StoredJob {
  readonly JobName: string;
  readonly Code: string;
  readonly IsCommitted: boolean;
}

interface StoredInstance {
  readonly JobName: string;
  readonly ExpectState: string;
}

/** What each started job is expected to become, by job name. */
async function expectedStates(url: string, projectName: string): Promise<Map<string, string>> {
  const query = { projectName, jobType: 'FLINK_STREAM', pageSize: 100_000 };
  const answer = await callOperation(url, 'ListInstance', query);
  const { Instances } = answer.json() as { Instances: { Instance: StoredInstance[] } };
  return new Map(Instances.Instance.map(({ JobName, ExpectState }) => [JobName, ExpectState]));
}

/** @returns how many acknowledged writes were found again */
async function compare(url: string, projectName: string, model: Model): Promise<number> {
  const answer = await callOperation(url, 'ListJob', { projectName, pageSize: 100_000 });
  const { Jobs } = answer.json() as { Jobs: { Job: StoredJob[] } };
  const stored = new Map(Jobs.Job.map(job => [job.JobName, job]));
  const states = await expectedStates(url, projectName);
  let acknowledged = 0;
  for (const [name, known] of model) {
    const { code, pendingCode, committed, pendingCommit, writes } = known;
    const job = stored.get(name);
    if (code === undefined && !job) continue;
    expect([code, pendingCode]).toContain(job?.Code);
    if (committed) expect([name, job?.IsCommitted]).toEqual([name, true]);
    if (!pendingCommit) expect([name, job?.IsCommitted]).toEqual([name, false]);
    if (known.started) expect([name, states.has(name)]).toEqual([name, true]);
    if (!known.pendingStart) expect([name, states.has(name)]).toEqual([name, false]);
    if (known.stopped) expect([name, states.get(name)]).toEqual([name, 'TERMINATED']);
    if (known.started && !known.pendingStop) expect([name, states.get(name)]).toEqual([name, 'RUNNING']);
    acknowledged += writes;
  }
  expect([...stored.keys()].filter(name => !model.has(name))).toEqual([]);
  return acknowledged;
}

/** Kills the service of one data folder again and again. @returns the number of acknowledged writes, all found again */
async function lane(data: string, rounds: number): Promise<number> {
  const models = new Map<string, Model>();
  let before: readonly [string, Model] | undefined;
  for (let round = 0; round < rounds; round++) {
    const { child, ended, nextLine } = start(data);
    const { url } = await nextLine();
    if (before) await compare(url, ...before);

    const projectName = `round${round}`;
    const model: Model = new Map();
    const made = await callOperation(url, 'CreateProject', { name: projectName, deployType: 'PUBLIC' });
    expect(made.status).toBe(200);
    let left = Math.floor(Math.random() * MOST_WRITES) + 1;
    const kill = (): void => {
      left -= 1;
      if (left === 0) setTimeout(() => child.kill('SIGKILL'), Math.random() * LATEST_KILL);
    };
    const writers = Array.from({ length: WRITERS }, (_, writer) =>
      writeUntilDeath(url, projectName, writer, model, kill),
    );
    await Promise.all(writers);
    expect(await ended).toBe('SIGKILL');
    before = [projectName, model];
    models.set(...before);
  }

  const { child, ended, nextLine } = start(data);
  const { url } = await nextLine();
  let acknowledged = 0;
  for (const [projectName, model] of models) acknowledged += await compare(url, projectName, model);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  return acknowledged;
}

it(`loses nothing it has acknowledged when it is killed at ${ROUNDS} random moments under load`, async () => {
  const lanes = Array.from({ length: LANES }, (_, n) => lane(`${folder.path}/data${n}`, ROUNDS / LANES));
  const acknowledged = (await Promise.all(lanes)).reduce((sum, writes) => sum + writes, 0);
  console.log(
    `${acknowledged} acknowledged writes in ${ROUNDS} rounds, among them ${seen.starts} starts, ${seen.stops} stops`,
  );
  expect(seen.starts).toBeGreaterThan(ROUNDS / 2);
  expect(seen.stops).toBeGreaterThan(ROUNDS / 2);
  expect(acknowledged).toBeGreaterThan((ROUNDS * MOST_WRITES) / 3);
}, 240_000);
