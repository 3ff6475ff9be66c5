import type { Sample } from './messages.ts';
import type { Operation } from '../adapters/adapter.ts';
import type { Worker } from './workerProcess.ts';

/** One of the things that are measured in turn. */
export interface Contestant {
  readonly worker: Worker;
  readonly operation: Operation;
  readonly texts: readonly string[];
}

export interface Plan {
  readonly rounds: number;
  /** Of each sample, in ms of processor time: as long as to contain collections of garbage, which belong to the price. */
  readonly sample: number;
  /** Before the first sample that counts, in ms of processor time for each contestant. */
  readonly warmUp: number;
}

/** Samples of each contestant, taken in turn: all in the first round, all in the second, ... */
export async function alternate(contestants: readonly Contestant[], plan: Plan): Promise<Sample[][]> {
  const take = ({ worker, operation, texts }: Contestant, atLeast: number) =>
    worker.ask({ kind: 'sample', operation, texts, atLeast });
  for (const contestant of contestants) await take(contestant, plan.warmUp);
  const samples: Sample[][] = contestants.map(() => []);
  for (let round = 0; round < plan.rounds; round += 1) {
    for (const [index, contestant] of contestants.entries()) {
      samples[index]?.push(await take(contestant, plan.sample));
    }
  }
  return samples;
}
