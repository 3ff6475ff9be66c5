import fc from 'fast-check';
import { cases, finalText } from './cases.ts';
import type { Case } from './cases.ts';
import { minimize } from './minimize.ts';

/** Does everything to a case, and throws when something is wrong. */
export type Subject = (item: Case) => void;

/** Processor time of a case at most, in milliseconds, unless another is set: some hundred times the usual one. */
export const MOST_CPU_MS = 400;

/** What is tried, and how long a case may take: processor time in milliseconds. */
export interface Trial {
  readonly subject: Subject;
  readonly mostCpu: number;
}

/** A case that went wrong, as small as it could be made. */
export interface Failure {
  readonly seed: number;
  readonly message: string;
  readonly text: string;
  readonly case: Case;
}

/** Figures of some cases. `milliseconds`: processor time of each, by which percentiles are found. */
export interface Batch {
  readonly cases: number;
  readonly characters: number;
  readonly milliseconds: readonly number[];
  readonly failures: readonly Failure[];
}

/** A case took longer than any may. */
class TooSlow extends Error {}

/** Processor time of this thread in milliseconds: other processes and threads do not count. */
function cpu(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
}

function timed(subject: Subject, item: Case): number {
  const before = cpu();
  subject(item);
  return cpu() - before;
}

/** The time of a case; one that seems slow is measured again, since the collector or the compiler may have been at work. */
function measure({ subject, mostCpu }: Trial, item: Case): number {
  const first = timed(subject, item);
  if (first <= mostCpu) return first;
  const least = Math.min(first, timed(subject, item), timed(subject, item));
  if (least > mostCpu) throw new TooSlow(`took ${Math.round(least)} ms of processor time`);
  return least;
}

/**
 * Runs so many cases from a seed, the same ones every time. The first that fails is made smaller; then the batch ends.
 * @param begin called with the text before each case: whoever watches knows what hung
 */
export function runBatch(trial: Trial, seed: number, count: number, begin: (text: string) => void): Batch {
  const milliseconds: number[] = [];
  let characters = 0;
  const property = fc.property(cases(), item => {
    const text = finalText(item);
    begin(text);
    characters += text.length;
    milliseconds.push(measure(trial, item));
  });
  const { failed, counterexample, errorInstance } = fc.check(property, { seed, numRuns: count });
  const failures: Failure[] = [];
  if (failed && counterexample !== null)
    failures.push(smallest(trial, seed, counterexample[0], errorInstance));
  return { cases: milliseconds.length, characters, milliseconds, failures };
}

const messageOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);

/** The words of a failure without its figures and texts: what stays the same while the case gets smaller. */
export const gistOf = (message: string): string =>
  (message.split('\n')[0] ?? '').replace(/…[^]*|\d+/g, '').trim();

function failureOf(trial: Trial, item: Case): unknown {
  try {
    measure(trial, item);
    return undefined;
  } catch (error) {
    return error;
  }
}

/** A fault that shows without edits is shown without them, by the least text; one that is slow only as it was found. */
function smallest(trial: Trial, seed: number, found: Case, error: unknown): Failure {
  const message = messageOf(error);
  const gist = gistOf(message);
  const whole = (text: string): Case => ({ text, edits: [], cursor: found.cursor });
  const fails = (text: string): boolean => {
    const failure = failureOf(trial, whole(text));
    return failure !== undefined && gistOf(messageOf(failure)) === gist;
  };
  const text = finalText(found);
  const isSlow = error instanceof TooSlow;
  const item = !isSlow && fails(text) ? whole(minimize(text, fails)) : found;
  return { seed, message, text: finalText(item), case: item };
}
