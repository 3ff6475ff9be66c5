import { graphOf } from '../../plan/jobGraph.ts';
import { planResource, printPlan } from '../../plan/plan.ts';
import type { Engine, Observation, ResourceUse, RunnableJob, Run, WatchedRun } from '../engine.ts';
import { printCheckpoints } from './checkpoints.ts';
import { printConfig } from './config.ts';
import { jobIdOf, printDetail } from './detail.ts';
import { lastFailure, printExceptions } from './errors.ts';
import { momentAt } from './load.ts';
import { parseMemory, printMemory, traitsOf } from './memory.ts';
import { METRICS } from './metrics.ts';
import { profileOf } from './profile.ts';
import { between, chance } from './random.ts';
import { simulatedSeries } from './series.ts';
import {
  endOf,
  parseTimeline,
  phaseAt,
  redirect,
  runningStretches,
  type Phase,
  type Timeline,
} from './timeline.ts';

export interface SimulationSettings {
  /** ms from the start of a run until it is RUNNING. */
  readonly startDelayMs: number;
  /** ms until a run that was asked to pause or end has done so. */
  readonly endDelayMs: number;
  /** ms that a batch job runs. */
  readonly batchMs: number;
}

export const DEFAULT_SIMULATION: SimulationSettings = {
  startDelayMs: 1_500,
  endDelayMs: 1_200,
  batchMs: 60_000,
};

/** YARN's words for what has become of a run (blink-openapi.json, enums.yarnFinalState). */
const FINAL_STATES = {
  UNKNOWN: 'UNDEFINED',
  WAITING: 'UNDEFINED',
  RUNNING: 'RUNNING',
  PAUSED: 'KILLED',
  TERMINATED: 'KILLED',
  SUCCESS: 'SUCCEEDED',
  FAILED: 'FAILED',
} as const;

/**
 * Runs nothing and answers as if: everything it tells is computed from the time and from what is remembered of a run,
 * which is the times at which its state changes, those to come included. So nothing has to go on in the background,
 * and a run outlives the service.
 */
export class SimulatedEngine implements Engine {
  readonly name = 'simulated';
  readonly metrics: ReadonlySet<string> = new Set(Object.keys(METRICS));
  readonly #settings: SimulationSettings;

  constructor(settings: SimulationSettings = DEFAULT_SIMULATION) {
    this.#settings = settings;
  }

  start(job: RunnableJob, now: number): Promise<string> {
    const { startDelayMs, batchMs } = this.#settings;
    const running = now + startDelayMs;
    const traits = traitsOf(job);
    const phases: [Phase, ...Phase[]] = [
      { at: now, state: 'WAITING' },
      { at: running, state: 'RUNNING' },
    ];
    if (job.jobType === 'FLINK_BATCH') {
      phases.push({ at: running + batchMs, state: traits.fails ? 'FAILED' : 'SUCCESS' });
    }
    return Promise.resolve(printMemory({ phases, ...traits }));
  }

  end(run: Run, target: 'PAUSED' | 'TERMINATED', now: number): Promise<string> {
    const memory = parseMemory(run.memory);
    // What processes nothing has nothing to bring to an end.
    const isRunning = phaseAt(memory.phases, now).state === 'RUNNING';
    const at = now + (isRunning ? this.#settings.endDelayMs : 0);
    return Promise.resolve(
      printMemory({ ...memory, phases: redirect(memory.phases, now, { at, state: target }) }),
    );
  }

  observe(run: WatchedRun, now: number): Promise<Observation> {
    const timeline = parseTimeline(run.memory);
    const endTime = endOf(timeline, now);
    const moment = momentAt(profileOf(run), runningStretches(timeline, now), now);
    const lastError = lastFailure(run, now);
    return Promise.resolve({
      actual: phaseAt(timeline, now).state,
      ...(endTime === undefined ? {} : { endTime }),
      ...(moment ? { inputDelay: Math.round(moment.delay) } : {}),
      ...(lastError ? { lastError } : {}),
      ...(hasRun(timeline, now) ? { handler: handlerOf(run) } : {}),
    });
  }

  series: Engine['series'] = (runs, query, now) => Promise.resolve(simulatedSeries(runs, query, now));

  checkpoints(run: Run, now: number): Promise<string> {
    return Promise.resolve(printCheckpoints(run, now));
  }

  config(run: Run): Promise<string> {
    return Promise.resolve(printConfig(run));
  }

  detail(run: Run, now: number): Promise<string> {
    return Promise.resolve(printDetail(run, graphOf(run), now));
  }

  exceptions(run: Run, now: number): Promise<string> {
    return Promise.resolve(printExceptions(run, now));
  }

  resource(run: Run, now: number): Promise<ResourceUse> {
    const planned = planResource(run.planJson) ?? planResource(printPlan(run)) ?? { cores: 1, memoryGb: 4 };
    const allocatedMb = Math.ceil(planned.memoryGb * 1024);
    const allocatedVcores = Math.ceil(planned.cores * 100);
    const used = between(0.5, 0.95, run.job, Math.floor(now / 60_000));
    return Promise.resolve({
      totalMb: Math.round(allocatedMb * used),
      allocatedMb,
      totalVcores: Math.round(allocatedVcores * used),
      allocatedVcores,
    });
  }

  finalState(run: Run, now: number): Promise<string> {
    return Promise.resolve(FINAL_STATES[phaseAt(parseTimeline(run.memory), now).state]);
  }
}

function hasRun(timeline: Timeline, now: number): boolean {
  return timeline.some(({ state, at }) => state === 'RUNNING' && at <= now);
}

/** `application_<ts>_<n>|<32 hex>` (blink-openapi.json, embeddedJson.EngineJobHandler), marked as simulated. */
function handlerOf(run: WatchedRun): string {
  const number = Math.floor(chance(run.job, run.startTime) * 9000) + 1000;
  return `simulated_application_${run.startTime}_${number}|${jobIdOf(run)}`;
}
