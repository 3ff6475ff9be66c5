import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { BlackBox } from './blackBox.ts';
import { gistOf, MOST_CPU_MS } from './run.ts';
import type { Batch, Failure } from './run.ts';
import type { BatchOrder, WorkerInput } from './worker.ts';

export interface Plan {
  readonly cases: number;
  /** The same seed gives the same cases. */
  readonly seed: number;
  /** No batch begins after so many seconds. */
  readonly seconds?: number;
  /** A case that is not done after so much processor time hangs, in milliseconds. */
  readonly hangAfter?: number;
  /** Processor time of a case at most, in milliseconds. */
  readonly mostCpu?: number;
  readonly subject?: string;
  readonly batchSize?: number;
  readonly onBatch?: (summary: Summary) => void;
}

export interface Summary {
  readonly cases: number;
  readonly characters: number;
  readonly seconds: number;
  /** Processor time of cases in milliseconds. */
  readonly median: number;
  readonly p99: number;
  readonly slowest: number;
  /** One of each kind. */
  readonly failures: readonly Failure[];
}

const WATCH_MS = 250;
const SUBJECT = new URL('./subject.ts', import.meta.url).href;

/** Runs a plan batch by batch. A batch that fails or hangs does not keep the next ones from being run. */
export async function runCampaign(plan: Plan): Promise<Summary> {
  const {
    cases,
    seconds = Infinity,
    batchSize = 1_000,
    hangAfter = 20_000,
    mostCpu = MOST_CPU_MS,
    subject = SUBJECT,
  } = plan;
  const began = performance.now();
  const figures = new Figures();
  let runner = new Runner(subject, mostCpu, hangAfter);
  const elapsed = (): number => (performance.now() - began) / 1_000;
  try {
    for (let seed = plan.seed; figures.ordered < cases && elapsed() < seconds; seed++) {
      const count = Math.min(batchSize, cases - figures.ordered);
      const batch = await runner.run({ seed, count });
      figures.add(batch, count);
      plan.onBatch?.(figures.summary(elapsed()));
      if (!runner.isDead) continue;
      runner = new Runner(subject, mostCpu, hangAfter);
    }
  } finally {
    await runner.end();
  }
  return figures.summary(elapsed());
}

/** One worker, watched. */
class Runner {
  isDead = false;
  private readonly box = new BlackBox();
  private readonly worker: Worker;
  private readonly hangAfter: number;

  constructor(subject: string, mostCpu: number, hangAfter: number) {
    this.hangAfter = hangAfter;
    const workerData: WorkerInput = { subject, mostCpu, memory: this.box.memory };
    this.worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData });
  }

  async run(order: BatchOrder): Promise<Batch> {
    const before = this.box.begun;
    const watching = new AbortController();
    try {
      this.worker.postMessage(order);
      const hanging = this.hang(order, before, watching.signal);
      // Once the batch is there nobody waits for this any more.
      hanging.catch(() => undefined);
      return await Promise.race([
        once(this.worker, 'message', watching).then(([batch]) => batch as Batch),
        hanging,
      ]);
    } finally {
      watching.abort();
    }
  }

  async end(): Promise<void> {
    this.isDead = true;
    await this.worker.terminate();
  }

  /** Resolves to a batch of one failure when the worker has worked at one case for too long. */
  private async hang({ seed }: BatchOrder, before: number, signal: AbortSignal): Promise<Batch> {
    const { box, worker, hangAfter } = this;
    let seen = before;
    let since = 0;
    for (;;) {
      await setTimeout(WATCH_MS, undefined, { signal });
      const { begun, text } = box;
      // Before its first case the worker loads what it needs.
      const { user, system } = await worker.cpuUsage();
      const spent = (user + system) / 1_000;
      if (begun !== seen || begun === before) [seen, since] = [begun, spent];
      if (spent - since <= hangAfter) continue;
      await this.end();
      const failure = { seed, message: 'hangs', text, case: { text, edits: [], cursor: 0 } };
      return { cases: begun - before, characters: 0, milliseconds: [], failures: [failure] };
    }
  }
}

/** Steps of the histogram of times, in milliseconds. */
const STEP = 0.25;

/** Sums up batches in little memory: times are counted by steps. */
class Figures {
  /** Cases ordered so far: of a batch that fails only some are run. */
  ordered = 0;
  private cases = 0;
  private characters = 0;
  private slowest = 0;
  private readonly counts: number[] = [];
  private readonly failures = new Map<string, Failure>();

  add(batch: Batch, ordered: number): void {
    this.ordered += ordered;
    this.cases += batch.cases;
    this.characters += batch.characters;
    for (const time of batch.milliseconds) {
      const step = Math.floor(time / STEP);
      this.counts[step] = (this.counts[step] ?? 0) + 1;
      this.slowest = Math.max(this.slowest, time);
    }
    for (const failure of batch.failures) {
      const kind = kindOf(failure.message);
      const known = this.failures.get(kind);
      if (known === undefined || failure.text.length < known.text.length) this.failures.set(kind, failure);
    }
  }

  summary(seconds: number): Summary {
    const { cases, characters, slowest } = this;
    const failures = [...this.failures.values()];
    return {
      cases,
      characters,
      seconds,
      median: this.percentile(0.5),
      p99: this.percentile(0.99),
      slowest,
      failures,
    };
  }

  private percentile(share: number): number {
    const all = this.counts.reduce((sum, count) => sum + count, 0);
    let sum = 0;
    for (let step = 0; step < this.counts.length; step++) {
      sum += this.counts[step] ?? 0;
      if (sum >= all * share) return (step + 1) * STEP;
    }
    return 0;
  }
}

/** Failures with the same words and the same place in the code are one. */
function kindOf(message: string): string {
  const place = message.split('\n').find(line => line.includes('/src/')) ?? '';
  return `${gistOf(message)} ${place.trim()}`;
}
