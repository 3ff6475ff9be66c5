import type { Request } from '../../services/foas/operations.ts';
import { manualClock } from '../clock.ts';
import { ApiError } from '../errors.ts';
import type { Answer, Context } from '../lifecycle/context.ts';
import { HANDLERS, type ImplementedName } from '../lifecycle/operations.ts';
import { openService, type ServiceOptions } from '../service.ts';

/** A Monday noon. */
export const START = Date.UTC(2026, 0, 5, 12);

export const VALID_CODE = `CREATE TABLE src (id INT, name VARCHAR) WITH (type = 'datahub', topic = 'in');
CREATE TABLE snk (id INT, name VARCHAR) WITH (type = 'print');
INSERT INTO snk SELECT id, name FROM src;
`;

export const INVALID_CODE = 'CREATE TABLE src (id INT name VARCHAR);\n';

/** A service in memory whose clock stands still, driven through its operations without HTTP. */
export async function memoryService(options: Partial<ServiceOptions> = {}) {
  const clock = manualClock(START);
  const service = await openService({ file: ':memory:', clock, ...options });
  async function call<N extends ImplementedName>(name: N, request: Request<N>): Promise<Answer<N>> {
    const handler = HANDLERS[name] as unknown as (
      context: Context,
      request: Request<N>,
    ) => Answer<N> | Promise<Answer<N>>;
    return handler(service.context, request);
  }
  return {
    service,
    clock,
    call,
    /** The code of the error a call ends with, undefined when it succeeds. */
    async codeOf<N extends ImplementedName>(name: N, request: Request<N>): Promise<string | undefined> {
      try {
        await call(name, request);
        return undefined;
      } catch (error) {
        if (error instanceof ApiError) return `${error.status} ${error.code}`;
        throw error;
      }
    },
  };
}

export type MemoryService = Awaited<ReturnType<typeof memoryService>>;

export const P = { projectName: 'demo' } as const;
export const J = { ...P, jobName: 'job1' } as const;
export const CURRENT = { ...J, instanceId: '-1' } as const;

/** A memory service with the project `demo`. */
export async function withProject(options: Partial<ServiceOptions> = {}): Promise<MemoryService> {
  const made = await memoryService(options);
  await made.call('CreateProject', { name: P.projectName, deployType: 'public' });
  return made;
}

export const NEW_JOB = {
  jobName: 'job1',
  jobType: 'FLINK_STREAM',
  apiType: 'SQL',
  code: VALID_CODE,
} as const;

/** A memory service with `job1`, committed unless told otherwise. */
export async function withJob(
  change: Partial<Request<'CreateJob'>> = {},
  options: Partial<ServiceOptions> & { readonly commit?: boolean } = {},
): Promise<MemoryService> {
  const made = await withProject(options);
  await made.call('CreateJob', { ...P, ...NEW_JOB, ...change });
  if (options.commit ?? true) await made.call('CommitJob', J);
  return made;
}
