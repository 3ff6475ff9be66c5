/**
 * The process in which one tool is measured, with a heap of its own: no tool pays for the garbage of another. Started
 * by Worker (workerProcess.ts).
 */
import { createRequire } from 'node:module';
import type { Adapter, Operation } from '../adapters/adapter.ts';
import type { Outcome, Replies, Reply, Request, Sample } from './messages.ts';

const require = createRequire(import.meta.url);
let adapter: Adapter = {};

function operationOf(name: Operation): (text: string) => number | string {
  const operation = adapter[name];
  if (operation === undefined) throw new Error(`the tool has no ${name}`);
  return operation;
}

function outcomeOf(operation: (text: string) => number | string, text: string): Outcome {
  try {
    const result = operation(text);
    return typeof result === 'string' ? result.length : result;
  } catch {
    return null;
  }
}

/** What the processors have spent on this process so far, in ms. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}

/** Whole passes until the time is over. Texts on which the tool gives up take their time as well. */
function sample(name: Operation, texts: readonly string[], atLeast: number): Sample {
  const operation = operationOf(name);
  const cpuBefore = processorTime();
  const before = performance.now();
  for (let passes = 1; ; passes += 1) {
    for (const text of texts) outcomeOf(operation, text);
    const cpu = processorTime() - cpuBefore;
    if (cpu >= atLeast) return { wall: (performance.now() - before) / passes, cpu: cpu / passes, passes };
  }
}

function answer(request: Request): Replies[keyof Replies] {
  switch (request.kind) {
    case 'load':
      adapter = require(request.file) as Adapter;
      return null;
    case 'outcomes': {
      const operation = operationOf(request.operation);
      return request.texts.map(text => outcomeOf(operation, text));
    }
    case 'sample':
      return sample(request.operation, request.texts, request.atLeast);
    case 'edits': {
      const opened = adapter.open?.(request.text);
      return request.edits.map(edit => {
        const before = performance.now();
        opened?.edit(edit);
        return performance.now() - before;
      });
    }
  }
}

process.on('message', (request: Request) => {
  let reply: Reply;
  try {
    reply = { value: answer(request) };
  } catch (error) {
    reply = { error: error instanceof Error ? error.message : String(error) };
  }
  process.send?.(reply);
});
