import { randomBytes } from 'node:crypto';
import { ApiError, invalidParameter } from '../errors.ts';
import { planResource, printPlan } from '../plan/plan.ts';
import { compileJob } from '../sql.ts';
import { findPlanSession, insertPlanSession } from '../store/planSessions.ts';
import type { Handler } from './context.ts';
import { jobOf } from './lookup.ts';
import { optionalOneOf } from './rules.ts';

/** Spelling as in blink-openapi.json, enums.advisorAction. */
const ADVISOR_ACTIONS = ['advancedInfo', 'advisor'] as const;

/** ms a finished session can be asked for. */
const SESSION_LIFE = 60 * 60_000;

/** Code that does not compile makes a session that fails: the caller learns of it where it waits for the plan. */
export const getRawPlanJson: Handler<'GetRawPlanJson'> = (context, request) => {
  const job = jobOf(context, request);
  optionalOneOf('AdvisorAction', request.AdvisorAction, ADVISOR_ACTIONS);
  const { expectedCore, expectedGB } = request;
  if ((expectedCore === undefined) !== (expectedGB === undefined)) {
    throw new ApiError('InvalidExpectedResource', 400, 'expectedCore and expectedGB must be given together.');
  }
  if (expectedCore !== undefined && !(expectedCore > 0)) throw invalidParameter('expectedCore');
  if (expectedGB !== undefined && !(expectedGB > 0)) throw invalidParameter('expectedGB');

  const now = context.clock.now();
  const sessionId = randomBytes(32).toString('hex');
  const result = { planJson: null as string | null, errorMessage: null as string | null };
  try {
    compileJob(job, request.projectName);
    result.planJson = printPlan(job, { expectedCore, expectedGB });
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    result.errorMessage = error.message;
  }
  insertPlanSession(
    context.db,
    {
      sessionId,
      jobKey: job.id,
      readyAt: now + context.settings.planDelayMs,
      expiresAt: now + SESSION_LIFE,
      ...result,
    },
    now,
  );
  return { SessionId: sessionId };
};

export const checkRawPlanJson: Handler<'CheckRawPlanJson'> = (context, request) => {
  const job = jobOf(context, request);
  const now = context.clock.now();
  const session = findPlanSession(context.db, job.id, request.sessionId, now);
  if (!session) {
    throw new ApiError('PlanSessionNotFound', 404, 'The plan session does not exist or has expired.');
  }
  if (now < session.readyAt) return { PlanJsonInfo: { Status: 'Session in run' } };
  if (session.errorMessage !== null) {
    return { PlanJsonInfo: { Status: 'fail', ErrorMessage: session.errorMessage } };
  }
  return { PlanJsonInfo: { Status: 'success', PlanJson: session.planJson } };
};

export const calcPlanJsonResource: Handler<'CalcPlanJsonResource'> = (context, request) => {
  const job = jobOf(context, request);
  const resource = planResource(job.planJson ?? '');
  if (!resource) throw invalidParameter('planJson', 'The job has no plan that can be read; make one first.');
  return { PlanJsonResource: { Cores: resource.cores, MemoryGB: resource.memoryGb } };
};
