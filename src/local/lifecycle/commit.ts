import { LIVE } from '../../services/model.ts';
import { jobHasRunningInstance, jobNotCommitted } from '../errors.ts';
import { compileJob } from '../sql.ts';
import { currentInstance } from '../store/instances.ts';
import { publishJob, withdrawJob } from '../store/jobs.ts';
import { autoScaleOf } from './autoScaleSettings.ts';
import type { Handler } from './context.ts';
import { jobOf } from './lookup.ts';
import { observe } from './runs.ts';

/**
 * Publishes the draft as it stands; the draft itself, and with it ModifyTime, stays untouched. A running instance goes
 * on with what it was started with until it is resumed.
 */
export const commitJob: Handler<'CommitJob'> = (context, request) => {
  const job = jobOf(context, request);
  const autoScale = autoScaleOf(request, job.jobType);
  compileJob(job, request.projectName);
  publishJob(
    context.db,
    job.id,
    {
      code: job.code,
      planJson: job.planJson,
      properties: job.properties,
      packages: job.packages,
      engineVersion: job.engineVersion,
      clusterId: job.clusterId,
      queueName: job.queueName,
      autoScale: autoScale === undefined ? null : JSON.stringify(autoScale),
    },
    context.clock.now(),
  );
  return {};
};

export const offlineJob: Handler<'OfflineJob'> = async (context, request) => {
  const job = jobOf(context, request);
  if (!job.isCommitted) throw jobNotCommitted();
  const instance = currentInstance(context.db, job.id);
  if (instance && LIVE.has((await observe(context, instance)).actual)) throw jobHasRunningInstance();
  withdrawJob(context.db, job.id);
  return {};
};
