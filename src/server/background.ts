import { nextTurn } from './slices.ts';

/**
 * Work nobody waits for while typing: colours, outline, folds. One piece at a time, each only when all messages that have
 * arrived are handled, so that no keystroke waits for more than one piece.
 */
export class Background {
  private last: Promise<unknown> = Promise.resolve();

  /** @returns what the work gives, or rejects as it does; what comes behind is done all the same */
  run<Result>(work: () => Result | Promise<Result>): Promise<Result> {
    const result = this.last.then(async () => {
      // Messages are handled one per turn: after two turns none is waiting.
      await nextTurn();
      await nextTurn();
      return work();
    });
    this.last = result.catch(() => undefined);
    return result;
  }
}
