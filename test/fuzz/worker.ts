/** Runs batches of cases in a thread of its own, which may be ended from outside when a case never does. */
import { parentPort, workerData } from 'node:worker_threads';
import { BlackBox } from './blackBox.ts';
import { runBatch } from './run.ts';
import type { Batch, Subject } from './run.ts';

export interface WorkerInput {
  /** URL of the module whose `exercise` is tried. */
  readonly subject: string;
  /** Processor time of a case at most, in milliseconds. */
  readonly mostCpu: number;
  readonly memory: SharedArrayBuffer;
}

export interface BatchOrder {
  readonly seed: number;
  readonly count: number;
}

const { subject, mostCpu, memory } = workerData as WorkerInput;
const { exercise } = (await import(subject)) as { exercise: Subject };
const box = new BlackBox(memory);

parentPort?.on('message', ({ seed, count }: BatchOrder) => {
  const batch: Batch = runBatch({ subject: exercise, mostCpu }, seed, count, text => box.begin(text));
  parentPort?.postMessage(batch);
});
