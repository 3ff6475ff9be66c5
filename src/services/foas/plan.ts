import type { CallOptions, PlanRequest } from '../jobService.ts';
import type { JobName, ProjectName } from '../model.ts';
import { ServiceError } from '../serviceError.ts';
import type { FoasClient } from './client.ts';
import { compact } from './mapping/compact.ts';

const POLL_MS = 1_000;
const PLAN_TIMEOUT_MS = 180_000;

/**
 * Asks for a plan and polls its session once a second (blink-openapi-notes.md, section 5).
 * @returns the plan's JSON text
 * @throws ServiceError: `invalid` with the compiler's text when the service cannot make one, `timeout` when it takes
 * longer than the time limit (default 180 s)
 */
export async function generatePlan(
  client: FoasClient,
  projectName: ProjectName,
  jobName: JobName,
  request: PlanRequest,
  options: CallOptions = {},
): Promise<string> {
  const { expectedCore, expectedGb: expectedGB, autoconf: autoconfEnable } = request;
  if ((expectedCore === undefined) !== (expectedGB === undefined)) {
    throw failed('invalid', 'Give both the cores and the memory of the plan, or neither.');
  }
  const { clock } = client;
  const limit = options.timeoutMs ?? PLAN_TIMEOUT_MS;
  const deadline = clock.now() + limit;
  const left = (): CallOptions => ({ ...options, timeoutMs: Math.max(1, deadline - clock.now()) });

  const wishes = compact({ expectedCore, expectedGB, autoconfEnable });
  const begun = await client.call('GetRawPlanJson', { projectName, jobName, ...wishes }, left());
  const sessionId = begun.SessionId;
  if (!sessionId) throw failed('server', 'The service began no plan session.', begun.RequestId);

  for (;;) {
    const reply = await client.call('CheckRawPlanJson', { projectName, jobName, sessionId }, left());
    const info = reply.PlanJsonInfo;
    const status = info?.Status?.trim().toLowerCase();
    if (status === 'success') return info?.PlanJson ?? '';
    if (status === 'fail') {
      throw failed('invalid', info?.ErrorMessage || 'The service could not make a plan.', reply.RequestId);
    }
    // "Session in run", or a word of a newer service: not at its end in either case.
    if (clock.now() + POLL_MS >= deadline) {
      throw failed(
        'timeout',
        `The plan of ${jobName} was not ready within ${limit / 1000} s.`,
        reply.RequestId,
      );
    }
    await clock.sleep(POLL_MS, options.signal).catch(() => {
      throw failed('aborted', 'The call was cancelled.');
    });
  }
}

function failed(
  kind: 'invalid' | 'server' | 'timeout' | 'aborted',
  message: string,
  requestId?: string,
): ServiceError {
  return new ServiceError(message, { operation: 'CheckRawPlanJson', kind, requestId });
}
