import type { Capabilities, JobService } from '../jobService.ts';
import type { FoasClient } from './client.ts';
import { METRIC_NAMES, METRIC_WINDOW_MS } from './metrics.ts';
import { folderCalls } from './parts/folders.ts';
import { inspectionCalls } from './parts/inspection.ts';
import { instanceCalls } from './parts/instances.ts';
import { jobCalls } from './parts/jobs.ts';
import { packageCalls } from './parts/packages.ts';
import { projectCalls } from './parts/projects.ts';

const CAPABILITIES: Capabilities = {
  folders: true,
  packages: true,
  queues: true,
  validate: true,
  plan: true,
  pause: true,
  renameJob: false,
  metricWindowMs: METRIC_WINDOW_MS,
  metrics: METRIC_NAMES,
};

/** The port over Alibaba's service; the local service speaks the same tongue. */
export function createFoasJobService(client: FoasClient): JobService {
  return {
    capabilities: CAPABILITIES,
    ...projectCalls(client),
    ...folderCalls(client),
    ...jobCalls(client),
    ...instanceCalls(client),
    ...inspectionCalls(client),
    ...packageCalls(client),
  };
}
