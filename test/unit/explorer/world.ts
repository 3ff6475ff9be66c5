import { createFoasClient } from '../../../src/services/foas/client.ts';
import { createFoasJobService } from '../../../src/services/foas/jobService.ts';
import { createHttp } from '../../../src/services/http.ts';
import type { Connection, Connections } from '../../../src/connections/api.ts';
import { openService, type LocalService } from '../../../src/local/service.ts';
import { findJob, insertJob } from '../../../src/local/store/jobs.ts';
import { findProject } from '../../../src/local/store/projects.ts';
import type { JobService } from '../../../src/services/jobService.ts';
import type { ConnectionId, FolderId, JobName, ProjectName } from '../../../src/services/model.ts';

export const CONNECTION = 'c' as ConnectionId;
export const PROJECT = 'tree' as ProjectName;
const KEYS = { accessKeyId: 'testid', accessKeySecret: 'testsecret' };

export interface World {
  readonly service: JobService;
  readonly connections: Connections;
  /** Names of the operations called since the last `forget`. */
  readonly calls: string[];
  /** The most calls that were under way at once since the last `forget`. */
  readonly mostAtOnce: () => number;
  forget(): void;
}

/** A connection to the running service at `url` that counts what is called; `failure` makes it fail instead. */
export function worldOf(url: string, failure?: () => Error | undefined): World {
  const calls: string[] = [];
  let running = 0;
  let most = 0;
  const client = createFoasClient({
    http: createHttp(),
    origin: url,
    credentials: KEYS,
    onCall: ({ operation }) => calls.push(operation),
  });
  const counting = {
    ...client,
    call: async (...args: Parameters<typeof client.call>) => {
      most = Math.max(most, ++running);
      try {
        return await client.call(...args);
      } finally {
        running--;
      }
    },
  } as typeof client;
  const service = createFoasJobService(counting);
  const connection: Connection = { id: CONNECTION, name: 'C', kind: 'foas', regionId: 'r', projects: [] };
  const ready = async () => {
    const error = failure?.();
    if (error !== undefined) throw error;
    return Promise.resolve(service);
  };
  const connections = {
    all: [connection],
    service: ready,
    projects: async () => (await ready()).listProjects(),
  } as unknown as Connections;
  return {
    service,
    connections,
    calls,
    mostAtOnce: () => most,
    forget: () => {
      calls.length = 0;
      most = 0;
    },
  };
}

/** Creates a draft of this name in a folder. */
export async function createJob(service: JobService, folderId: FolderId, name: string): Promise<void> {
  await service.createJob(PROJECT, {
    name: name as JobName,
    type: 'FLINK_STREAM',
    api: 'SQL',
    code: 'INSERT INTO t SELECT 1 FROM s',
    folderId,
  });
}

/** Puts copies of a job straight into the store of the service: thousands of calls would take their time. */
export function copyJob({ context: { db } }: LocalService, name: string, copies: readonly string[]): void {
  const project = findProject(db, PROJECT);
  const row = project && findJob(db, project.id, name);
  if (!row) throw new Error(`There is no job ${name}`);
  db.transaction(() => {
    for (const jobName of copies) {
      insertJob(db, {
        ...row,
        jobName,
        jobId: `${row.jobId}-${jobName}`,
        fileId: `${row.fileId}-${jobName}`,
      });
    }
  });
}

/** The real local service, in this process and in memory, with one empty project. */
export async function startWorld(): Promise<World & { readonly local: LocalService; readonly url: string }> {
  const local = await openService({ file: ':memory:', keys: KEYS });
  const url = await local.listen(0);
  const client = createFoasClient({ http: createHttp(), origin: url, credentials: KEYS });
  await client.call('CreateProject', { name: PROJECT, deployType: 'public' });
  return { ...worldOf(url), local, url };
}
