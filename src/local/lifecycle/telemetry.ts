import type { Run } from '../engines/engine.ts';
import type { Context, Handler } from './context.ts';
import { jobOf } from './lookup.ts';
import { instanceOf, runningInstanceOf, runOf } from './runs.ts';

interface Address {
  readonly projectName: string;
  readonly jobName: string;
  readonly instanceId: string;
}

/** Checkpoints, configuration and resources are there while the instance runs only (notes, section 6). */
async function runningRun(context: Context, request: Address): Promise<Run> {
  return runOf(await runningInstanceOf(context, jobOf(context, request), request.instanceId));
}

/** Graph, failures and final state outlive the run. */
function anyRun(context: Context, request: Address): Run {
  return runOf(instanceOf(context, jobOf(context, request), request.instanceId));
}

export const getInstanceResource: Handler<'GetInstanceResource'> = async (context, request) => {
  const use = await context.engine.resource(await runningRun(context, request), context.clock.now());
  return {
    Resource: {
      TotalMB: use.totalMb,
      AllocatedMB: use.allocatedMb,
      TotalVirtualCores: use.totalVcores,
      AllocatedVirtualCores: use.allocatedVcores,
    },
  };
};

export const getInstanceCheckpoint: Handler<'GetInstanceCheckpoint'> = async (context, request) => ({
  Checkpoints: await context.engine.checkpoints(await runningRun(context, request), context.clock.now()),
});

export const getInstanceConfig: Handler<'GetInstanceConfig'> = async (context, request) => ({
  Config: await context.engine.config(await runningRun(context, request), context.clock.now()),
});

export const getInstanceDetail: Handler<'GetInstanceDetail'> = async (context, request) => ({
  Detail: await context.engine.detail(anyRun(context, request), context.clock.now()),
});

export const getInstanceExceptions: Handler<'GetInstanceExceptions'> = async (context, request) => ({
  Exceptions: await context.engine.exceptions(anyRun(context, request), context.clock.now()),
});

export const getInstanceFinalState: Handler<'GetInstanceFinalState'> = async (context, request) => ({
  Finalstate: await context.engine.finalState(anyRun(context, request), context.clock.now()),
});
