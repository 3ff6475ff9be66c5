import { ApiError, invalidParameter } from '../errors.ts';
import { currentInstance, updateAutoScale } from '../store/instances.ts';
import type { JobRow } from '../store/jobs.ts';
import { invalidAutoScale, jsonObject, type AutoScale } from './autoScaleSettings.ts';
import type { Context, Handler } from './context.ts';
import { jobOf } from './lookup.ts';
import { CURRENT, runningInstanceOf } from './runs.ts';

/** These calls know only the current instance of a stream job (notes, section 5). */
function streamJobOf(
  context: Context,
  request: { readonly projectName: string; readonly jobName: string; readonly instanceId: string },
): JobRow {
  const job = jobOf(context, request);
  if (request.instanceId !== CURRENT) throw invalidParameter('instanceId', 'This call takes only -1.');
  if (job.jobType !== 'FLINK_STREAM') throw invalidParameter('instanceId', 'AutoScale is for stream jobs.');
  return job;
}

export const updateAutoScaleConfig: Handler<'UpdateAutoScaleConfig'> = async (context, request) => {
  const job = streamJobOf(context, request);
  const enable = switchOf(request.configJson);
  const instance = await runningInstanceOf(context, job, CURRENT);
  if (instance.autoScale === null) throw invalidAutoScale('The job was committed without AutoScale.');
  const settings = JSON.parse(instance.autoScale) as AutoScale;
  updateAutoScale(context.db, instance.id, JSON.stringify({ ...settings, isOnOff: enable }));
  return {};
};

/** The one key is case-sensitive; its value comes as a boolean or as text. */
function switchOf(configJson: string): boolean {
  const value = jsonObject('configJson', configJson)['autoscale.enable'];
  if (value === true || value === 'true') return true;
  if (value === false || value === 'false') return false;
  throw invalidAutoScale('configJson has one key, autoscale.enable, which is true or false.');
}

interface AutoScalePlan {
  readonly name: string;
  readonly content: string;
}

/** A simulated run keeps the plan it was started with: that is the one plan AutoScale knows of it. */
function planOf({ db }: Context, job: JobRow): AutoScalePlan | undefined {
  const instance = currentInstance(db, job.id);
  if (!instance || instance.autoScale === null || !instance.planJson) return undefined;
  const name = new Date(instance.startTime).toISOString().slice(0, 19).replace('T', ' ');
  return { name, content: instance.planJson };
}

/** Without a plan there is no member PlanJson. */
export const getJobLatestAutoScalePlan: Handler<'GetJobLatestAutoScalePlan'> = (context, request) => ({
  PlanJson: planOf(context, jobOf(context, request))?.content,
});

export const getInstanceHistoryAutoScalePlanList: Handler<'GetInstanceHistoryAutoScalePlanList'> = (
  context,
  request,
) => {
  const plan = planOf(context, streamJobOf(context, request));
  return { PlanList: { Plan: plan ? [plan.name] : [] } };
};

export const getInstanceHistoryAutoScalePlanContent: Handler<'GetInstanceHistoryAutoScalePlanContent'> = (
  context,
  request,
) => {
  const plan = planOf(context, streamJobOf(context, request));
  if (plan?.name === request.planName) return { PlanContent: plan.content };
  throw new ApiError('PlanNotFound', 404, `There is no plan named ${request.planName}.`);
};
