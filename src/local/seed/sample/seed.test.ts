import { describe, expect, it } from 'vitest';
import type { Answer } from '../../lifecycle/context.ts';
import { SimulatedEngine } from '../../engines/simulated/simulatedEngine.ts';
import { temporaryFolder } from '../../testing/process.ts';
import { memoryService } from '../../testing/service.ts';
import { SAMPLE_JOBS, SAMPLE_PROJECT } from './seed.ts';

const project = { projectName: SAMPLE_PROJECT };

describe('the sample project', () => {
  it('has jobs that compile, but for the one that is there to be mended', async () => {
    const made = await memoryService({ seed: 'sample' });
    const invalid: string[] = [];
    for (const { name } of SAMPLE_JOBS) {
      if ((await made.codeOf('ValidateJob', { ...project, jobName: name })) !== undefined) invalid.push(name);
    }
    await made.service.close();
    expect(invalid).toEqual(['click_path_draft']);
  });

  it('shows every state a job can be in', async () => {
    const { call, clock } = await memoryService({ seed: 'sample' });
    const jobNames = SAMPLE_JOBS.map(({ name }) => name).join(',');
    const { RunSummarys } = await call('BatchGetInstanceRunSummary', {
      ...project,
      jobNames,
      jobType: 'FLINK_STREAM',
    });
    const states = new Map(RunSummarys?.RunSummary?.map(row => [row.JobName, row.ActualState]));
    expect(Object.fromEntries(states)).toEqual({
      order_gmv_minute: 'RUNNING',
      order_hot_items: 'RUNNING',
      order_wide_table: 'UNKNOWN',
      page_view_latest: 'PAUSED',
      user_active_hour: 'RUNNING',
      risk_login_pattern: 'RUNNING',
      risk_device_score: 'TERMINATED',
    });
    const jobs = await call('ListJob', { ...project, pageSize: 100 });
    const drafts = jobs.Jobs?.Job?.filter(job => !job.IsCommitted).map(job => job.JobName);
    expect(drafts).toEqual(['click_path_draft', 'hello_print']);
    for (const job of jobs.Jobs?.Job ?? []) expect(job.ModifyTime).toBeLessThanOrEqual(clock.now());
    const batch = await call('ListInstance', { ...project, jobType: 'FLINK_BATCH' });
    expect(batch.Instances?.Instance).toMatchObject([
      { JobName: 'risk_daily_reconcile', ActualState: 'SUCCESS' },
    ]);
  });

  it('has two hours of history to draw', async () => {
    const { call, clock } = await memoryService({ seed: 'sample' });
    const end = clock.now();
    const metric = `blink.${SAMPLE_PROJECT}.order_gmv_minute.tps.rate`;
    const answer: Answer<'GetInstanceMetric'> = await call('GetInstanceMetric', {
      ...project,
      jobName: 'order_gmv_minute',
      metricJson: JSON.stringify({
        start: end - 7_200_000,
        end,
        queries: [{ metric, downsample: '60s-avg' }],
      }),
    });
    expect(Object.keys(answer.Metrics?.Metric?.[0]?.Dps ?? {})).toHaveLength(121);
  });

  it('is made as a whole, once, in a store without projects', async () => {
    const folder = temporaryFolder();
    const file = `${folder.path}/store.sqlite`;
    const open = async (seed: 'none' | 'sample') => {
      const made = await memoryService({ file, seed });
      const { TotalCount } = await made.call('ListProject', {});
      const jobs = await made.codeOf('ListJob', project);
      const clusters = await made.call('ListCluster', {});
      expect(clusters.Clusters?.Cluster).toMatchObject([{ State: 'RUNNING' }]);
      await made.service.close();
      return [TotalCount, jobs];
    };
    expect(await open('none')).toEqual([0, '404 ProjectNotFound']);
    const failing = new SimulatedEngine();
    failing.start = () => Promise.reject(new Error('broken off'));
    await expect(memoryService({ file, seed: 'sample', engine: failing })).rejects.toThrow('broken off');
    expect(await open('none')).toEqual([0, '404 ProjectNotFound']);
    expect(await open('sample')).toEqual([1, undefined]);
    expect(await open('sample')).toEqual([1, undefined]);
    folder.remove();
  });
});
