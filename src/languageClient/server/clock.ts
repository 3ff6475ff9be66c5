/** Time as the life of the server sees it; injected so that tests need not wait. */
export interface Clock {
  /** ms, from an arbitrary point. */
  now(): number;
  /** Calls back once after `ms`. @returns a function that calls it off */
  after(ms: number, callback: () => void): () => void;
}

export const REAL_CLOCK: Clock = {
  now: () => performance.now(),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => {
      clearTimeout(timer);
    };
  },
};
