/**
 * Lets at most `limit` calls run at once, the others wait in order: expanding fifty folders must not become fifty
 * requests in the same moment.
 */
export function createGate(limit: number): <T>(call: () => Promise<T>) => Promise<T> {
  let running = 0;
  const waiting: (() => void)[] = [];
  return async call => {
    if (running >= limit) await new Promise<void>(resolve => waiting.push(resolve));
    else running++;
    try {
      return await call();
    } finally {
      const next = waiting.shift();
      // The place is handed over, not given back: nobody may slip in between.
      if (next) next();
      else running--;
    }
  };
}
