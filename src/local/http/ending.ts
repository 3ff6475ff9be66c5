import type { FastifyInstance } from 'fastify';
import { ApiError } from '../errors.ts';

/** ms that answers under way may still take, and connections that do not end by themselves. */
const LIMIT = 3_000;
/** Turns of the event loop in which what has come in is read: this one, that of its connection, its own. */
const TURNS = 3;
/** ms that new requests are waited for where they never cease. */
const ARRIVAL_LIMIT = 500;

/**
 * The orderly end of the server: whoever has sent a request gets its answer, and what comes later is refused without
 * being carried out. Made before the routes are added.
 *
 * The server's own end is not enough. It cuts off connections whose requests are in the machine but not read yet, or
 * carried out but waiting for the answers to those before them on the same connection.
 */
export class Ending {
  readonly #server: FastifyInstance;
  /** Connections and requests so far. */
  #arrivals = 0;
  #isRefusing = false;
  #underWay = 0;
  #onIdle: () => void = () => undefined;

  constructor(server: FastifyInstance) {
    this.#server = server;
    server.server.on('connection', () => this.#arrivals++);
    server.addHook('onRequest', (_request, reply, done) => {
      if (this.#isRefusing) {
        void reply.header('connection', 'close');
        done(unavailable());
        return;
      }
      this.#arrivals++;
      this.#underWay++;
      reply.raw.once('close', () => {
        this.#underWay--;
        if (this.#underWay === 0) this.#onIdle();
      });
      done();
    });
  }

  /** Resolves when the server has ended, at the latest a moment after the limit. */
  async close(): Promise<void> {
    const limit = setTimeout(() => {
      this.#server.server.closeAllConnections();
    }, LIMIT);
    await this.#allArrived();
    this.#isRefusing = true;
    await this.#idle();
    await this.#server.close();
    clearTimeout(limit);
  }

  /** Resolves when all requests are under way that have reached this machine: connections are taken one a turn. */
  async #allArrived(): Promise<void> {
    const end = performance.now() + ARRIVAL_LIMIT;
    let known: number;
    do {
      known = this.#arrivals;
      for (let turn = 0; turn < TURNS; turn++) await new Promise(resolve => setImmediate(resolve));
    } while (this.#arrivals > known && performance.now() < end);
  }

  #idle(): Promise<void> {
    if (this.#underWay === 0) return Promise.resolve();
    return new Promise(resolve => (this.#onIdle = resolve));
  }
}

const unavailable = (): ApiError =>
  new ApiError('ServiceUnavailable', 503, 'The request has failed due to a temporary failure of the server.');
