import type { Worker } from '../measure/workerProcess.ts';

/** Those of the texts in which a tool finds no error. */
export async function acceptedBy(worker: Worker, texts: readonly string[]): Promise<Set<string>> {
  const outcomes = await worker.ask({ kind: 'outcomes', operation: 'parse', texts });
  return new Set(texts.filter((_, index) => outcomes[index] === 0));
}
