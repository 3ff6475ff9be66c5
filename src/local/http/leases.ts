import type { ServerResponse } from 'node:http';

/** ms between signs of life, so that a holder learns of a service that hangs. */
const HEARTBEAT = 10_000;

/**
 * The holds that others have on this service: each is a response that is not ended as long as the holder keeps its
 * connection. A holder that dies drops its hold without having to do anything.
 */
export class Leases {
  readonly #open = new Set<ServerResponse>();
  readonly #onFree: () => void;

  /** @param onFree called when the last hold was dropped */
  constructor(onFree: () => void) {
    this.#onFree = onFree;
  }

  get count(): number {
    return this.#open.size;
  }

  hold(response: ServerResponse): void {
    this.#open.add(response);
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
    response.write('held\n');
    const heartbeat = setInterval(() => response.write('\n'), HEARTBEAT);
    response.once('close', () => {
      clearInterval(heartbeat);
      if (this.#open.delete(response) && this.#open.size === 0) this.#onFree();
    });
  }

  /** Tells every holder that the service ends. */
  endAll(): void {
    for (const response of this.#open) response.end();
  }
}
