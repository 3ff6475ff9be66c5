/** How a process is told to end. */
export interface Endings {
  /** Aborted by SIGINT or SIGTERM. */
  readonly interrupted: AbortSignal;
  /** Aborted when the process that started this one has gone; never where nobody asked for that. */
  readonly orphaned: AbortSignal;
}

/** @param withParent whether the end of the parent matters: its IPC channel closes, or else standard input ends */
export function watchEndings(withParent: boolean): Endings {
  const interrupted = new AbortController();
  const orphaned = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      interrupted.abort();
    });
  }
  if (withParent) {
    const onGone = (): void => {
      orphaned.abort();
    };
    if (process.channel) {
      process.once('disconnect', onGone);
      if (!process.connected) onGone();
    } else {
      process.stdin.once('end', onGone).once('close', onGone).once('error', onGone).resume();
    }
    // Whoever read what we print has gone too: that must not end us as long as others hold on.
    process.stdout.on('error', () => undefined);
    process.stderr.on('error', () => undefined);
  }
  return { interrupted: interrupted.signal, orphaned: orphaned.signal };
}

/** Resolves when the signal is aborted. */
export function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise(resolve => {
    signal.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
