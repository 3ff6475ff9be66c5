import type { JobService } from '../../jobService.ts';
import { isServiceError, type ErrorKind } from '../../serviceError.ts';
import type { FoasClient } from '../client.ts';
import { readProject, readQueue } from '../mapping/project.ts';
import { allPages, readPage } from '../paging.ts';
import { orUndefined, present } from './shared.ts';

type ProjectCalls = Pick<JobService, 'listProjects' | 'getProject' | 'listQueues' | 'listEngineVersions'>;

/** Refusals of the call with resources that leave the plain list worth asking for. */
const NO_RESOURCES: ReadonlySet<ErrorKind> = new Set(['denied', 'invalid', 'not-found']);

export function projectCalls(client: FoasClient): ProjectCalls {
  return {
    listProjects: options =>
      allPages(
        async page => {
          const reply = await client.call('ListProject', page, options);
          return readPage(reply, present((reply.Projects?.Project ?? []).map(readProject)), page);
        },
        project => project.name,
      ),

    async getProject(projectName, options) {
      const reply = await orUndefined(client.call('GetProject', { projectName }, options));
      return readProject(reply?.Project);
    },

    async listQueues(projectName, options) {
      try {
        const reply = await client.call('ListProjectBindQueueResource', { projectName }, options);
        return present((reply.Queues?.Queue ?? []).map(readQueue));
      } catch (error) {
        if (!isServiceError(error) || !NO_RESOURCES.has(error.kind)) throw error;
        const reply = await client.call('ListProjectBindQueue', { projectName }, options);
        return present((reply.Queues?.Queue ?? []).map(readQueue));
      }
    },

    async listEngineVersions(clusterId, options) {
      const reply = await client.call('GetClusterEngineVersions', { clusterId }, options);
      return reply.EngineVersions?.EngineVersion ?? [];
    },
  };
}
