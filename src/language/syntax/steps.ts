/** Work in small steps: who drives it may do other things between two of them, or give it up. */
export type Steps<Result> = Generator<undefined, Result, undefined>;

/** Does the work in one go. */
export function finished<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}
