import type { JobService } from '../../jobService.ts';
import type { FoasClient } from '../client.ts';
import { readCheckpoints } from '../embedded/checkpoints.ts';
import { readConfig } from '../embedded/config.ts';
import { readFailures } from '../embedded/failures.ts';
import { readGraph } from '../embedded/graph.ts';
import { metricJson, readMetrics } from '../metrics.ts';

type InspectionCalls = Pick<
  JobService,
  'metrics' | 'checkpoints' | 'graph' | 'failures' | 'instanceConfig' | 'instanceResource'
>;

/** What a look into an instance asks for. */
export function inspectionCalls(client: FoasClient): InspectionCalls {
  return {
    async metrics(projectName, jobName, instanceId, query, options) {
      const document = metricJson(projectName, jobName, query, client.clock.now());
      if (document === undefined) return [];
      const request = { projectName, jobName, instanceId, metricJson: document };
      const reply = await client.call('GetInstanceMetric', request, options);
      return readMetrics(projectName, jobName, reply.Metrics);
    },

    async checkpoints(projectName, jobName, instanceId, options) {
      const reply = await client.call('GetInstanceCheckpoint', { projectName, jobName, instanceId }, options);
      return readCheckpoints(reply.Checkpoints);
    },

    async graph(projectName, jobName, instanceId, options) {
      const reply = await client.call('GetInstanceDetail', { projectName, jobName, instanceId }, options);
      return readGraph(reply.Detail);
    },

    async failures(projectName, jobName, instanceId, options) {
      const reply = await client.call('GetInstanceExceptions', { projectName, jobName, instanceId }, options);
      return readFailures(reply.Exceptions);
    },

    async instanceConfig(projectName, jobName, instanceId, options) {
      const reply = await client.call('GetInstanceConfig', { projectName, jobName, instanceId }, options);
      return readConfig(reply.Config);
    },

    async instanceResource(projectName, jobName, instanceId, options) {
      const reply = await client.call('GetInstanceResource', { projectName, jobName, instanceId }, options);
      const { AllocatedVirtualCores, TotalVirtualCores, AllocatedMB, TotalMB } = reply.Resource ?? {};
      // A sample of the 2021 edition has no totals: then what is allocated is all there is.
      return {
        allocatedVcores: AllocatedVirtualCores ?? 0,
        totalVcores: TotalVirtualCores ?? AllocatedVirtualCores ?? 0,
        allocatedMb: AllocatedMB ?? 0,
        totalMb: TotalMB ?? AllocatedMB ?? 0,
      };
    },
  };
}
