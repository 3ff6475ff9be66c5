import type { Steps } from '../language/syntax/steps.ts';

/** Milliseconds of work before messages are let in. */
const SLICE = 12;

/** Lets the event loop go round once, so that messages that have arrived are handled. */
export function nextTurn(): Promise<void> {
  return new Promise(resolve => setImmediate(resolve));
}

/**
 * Does work in slices, with turns of the event loop between them; what is done within one slice is done at once.
 * @param isNeedless asked after each turn: whether nobody wants the result any more
 * @returns undefined when the work was given up
 */
export async function inSlices<Result>(
  steps: Steps<Result>,
  isNeedless: () => boolean,
): Promise<Result | undefined> {
  for (;;) {
    const end = performance.now() + SLICE;
    do {
      const step = steps.next();
      if (step.done === true) return step.value;
    } while (performance.now() < end);
    await nextTurn();
    if (isNeedless()) return undefined;
  }
}
