import type { Clock } from '../../clock.ts';
import type { Context } from '../../lifecycle/context.ts';
import { commitJob } from '../../lifecycle/commit.ts';
import { createFolder, getFolder } from '../../lifecycle/folders.ts';
import { createJob, updateJob } from '../../lifecycle/jobs.ts';
import { createPackage } from '../../lifecycle/packages.ts';
import { createProject } from '../../lifecycle/projects.ts';
import { modifyInstanceState, startJob } from '../../lifecycle/runControl.ts';
import { LOCAL_CLUSTER } from '../base.ts';
import { BEHAVIOUR_JOBS } from './behaviour.ts';
import { ORDER_JOBS } from './orders.ts';
import { SAMPLE_PACKAGES } from './packages.ts';
import { RISK_JOBS } from './risk.ts';
import type { SampleJob } from './sampleJob.ts';

export const SAMPLE_PROJECT = 'retail_demo';
export const SAMPLE_JOBS: readonly SampleJob[] = [...ORDER_JOBS, ...BEHAVIOUR_JOBS, ...RISK_JOBS];

const MINUTE = 60_000;
/** Minutes before now at which everything was set up. */
const SET_UP = 7 * 24 * 60;

interface Step {
  /** Minutes before now. */
  readonly ago: number;
  readonly act: (context: Context) => unknown;
}

/**
 * Fills an empty store with a project to look at and to try things on. It goes the way a user goes, through the
 * service's own operations, only with the clock set back: so the sample obeys every rule, and has a past to show.
 */
export async function seedSample(context: Context): Promise<void> {
  const steps: Step[] = [{ ago: SET_UP, act: setUp }, ...SAMPLE_JOBS.flatMap(stepsOf)].sort(
    (a, b) => b.ago - a.ago,
  );
  const now = context.clock.now();
  for (const { ago, act } of steps) {
    const clock: Clock = { now: () => now - ago * MINUTE };
    await act({ ...context, clock });
  }
}

async function setUp(context: Context): Promise<void> {
  await createProject(context, {
    name: SAMPLE_PROJECT,
    deployType: 'CELL',
    clusterId: LOCAL_CLUSTER,
    description: '零售实时数仓示例（模拟引擎）',
  });
  for (const item of SAMPLE_PACKAGES) {
    await createPackage(context, { projectName: SAMPLE_PROJECT, ...item });
  }
}

const address = (job: SampleJob) => ({ projectName: SAMPLE_PROJECT, jobName: job.name });

function stepsOf(job: SampleJob): Step[] {
  const create: Step = { ago: SET_UP - 1, act: context => createSampleJob(context, job) };
  const commit: Step = { ago: SET_UP - 2, act: context => commitJob(context, address(job)) };
  const start = (ago: number): Step => ({ ago, act: context => startJob(context, address(job)) });
  const end = (ago: number, expectState: string): Step => ({
    ago,
    act: context => modifyInstanceState(context, { ...address(job), instanceId: '-1', expectState }),
  });
  const { story } = job;
  switch (story.kind) {
    case 'draft':
      return [create];
    case 'committed':
      return [create, commit];
    case 'running':
      return [create, commit, start(story.startedAgo)];
    case 'changed':
      return [
        create,
        commit,
        start(story.startedAgo),
        { ago: 20, act: context => changeSampleJob(context, job) },
      ];
    case 'paused':
      return [create, commit, start(story.startedAgo), end(story.endedAgo, 'PAUSED')];
    case 'stopped':
      return [create, commit, start(story.startedAgo), end(story.endedAgo, 'TERMINATED')];
  }
}

async function createSampleJob(context: Context, job: SampleJob): Promise<void> {
  const folderId = await folderFor(context, job.folder);
  await createJob(context, {
    ...address(job),
    jobType: job.type,
    apiType: job.api,
    code: job.code,
    properties: job.properties,
    description: job.description,
    engineVersion: 'blink-3.6.8',
    ...(folderId === undefined ? {} : { folderId }),
    ...(job.packages === undefined ? {} : { packages: job.packages }),
  });
}

/** Makes the folders along a path that are not there yet. */
async function folderFor(context: Context, path: string): Promise<string | undefined> {
  const names = path.split('/').filter(name => name !== '');
  let folderId: string | undefined;
  for (let depth = 1; depth <= names.length; depth++) {
    const at = { projectName: SAMPLE_PROJECT, path: `/${names.slice(0, depth).join('/')}` };
    const found = await getFolder(context, at);
    folderId = found.Folder?.FolderId ?? (await createFolder(context, at)).FolderId ?? undefined;
  }
  return folderId;
}

/** Somebody has gone on working on the draft since it was committed. */
async function changeSampleJob(context: Context, job: SampleJob): Promise<void> {
  await updateJob(context, { ...address(job), code: job.code.replace('<= 10;', '<= 20;') });
}
