import { uptime } from 'node:os';
import { systemClock, type Clock } from './clock.ts';
import type { Engine } from './engines/engine.ts';
import { SimulatedEngine } from './engines/simulated/simulatedEngine.ts';
import { addAdminRoutes } from './http/admin.ts';
import { Authenticator, NONCE_WINDOW, type AuthenticatorOptions, type KeyPair } from './http/authenticate.ts';
import { Faults } from './http/faults.ts';
import { Front } from './http/front.ts';
import { Leases } from './http/leases.ts';
import { NonceFile } from './http/nonceFile.ts';
import { Nonces } from './http/nonces.ts';
import type { Policy } from './http/policy.ts';
import { createServer } from './http/server.ts';
import { DEFAULT_SETTINGS, type Context, type Settings } from './lifecycle/context.ts';
import { prepareStore } from './seed/base.ts';
import { seedSample } from './seed/sample/seed.ts';
import { Database } from './store/database.ts';
import { hasProjects } from './store/projects.ts';

export interface ServiceOptions {
  /** The store's file, or `:memory:`. */
  readonly file: string;
  /** Absent: signatures are not checked. */
  readonly keys?: KeyPair;
  /** Where used nonces are kept, so that a captured request cannot be sent again to the next life of the service. */
  readonly nonceFile?: string;
  readonly settings?: Partial<Settings>;
  readonly policy?: Policy;
  readonly seed?: 'none' | 'sample';
  readonly engine?: Engine;
  readonly clock?: Clock;
  /** Instance ids of a new store begin after this. */
  readonly firstInstanceId?: bigint;
  readonly onInternalError?: (error: unknown, operation: string) => void;
  /** Called when the last of those who held on to the service has let go. */
  readonly onFree?: () => void;
  /** Called before the service says that it is well: somebody looks for it. */
  readonly onHealth?: () => void;
}

/** The local service as a whole, without a process of its own. */
export interface LocalService {
  readonly context: Context;
  readonly front: Front;
  readonly faults: Faults;
  readonly leases: Leases;
  /** Listens on the loopback address. @returns `http://127.0.0.1:<port>` */
  listen(port: number): Promise<string>;
  /** Finishes what is being answered and closes the store. */
  close(): Promise<void>;
}

/** @throws Error when the store cannot be opened */
export async function openService(options: ServiceOptions): Promise<LocalService> {
  const clock = options.clock ?? systemClock;
  const settings = { ...DEFAULT_SETTINGS, ...options.settings };
  const db = new Database(options.file);
  const engine = options.engine ?? new SimulatedEngine();
  const context: Context = { db, clock, engine, settings };
  // All at once: a start that is broken off must not leave half a sample behind.
  await db.transactionOver(async () => {
    prepareStore(context, options.firstInstanceId);
    if (options.seed === 'sample' && !hasProjects(db)) await seedSample(context);
  });
  const faults = new Faults();
  const nonceFile =
    options.nonceFile === undefined ? undefined : new NonceFile(options.nonceFile, NONCE_WINDOW);
  const front = new Front({
    context,
    authenticator: options.keys && new Authenticator(options.keys, clock, memoryOf(nonceFile, clock)),
    policy: options.policy ?? {},
    faults,
    onInternalError: options.onInternalError ?? (() => undefined),
  });
  const leases = new Leases(options.onFree ?? (() => undefined));
  const { server, ending } = createServer(front);
  addAdminRoutes(server, { front, faults, leases, onHealth: options.onHealth ?? (() => undefined) });
  return {
    context,
    front,
    faults,
    leases,
    listen: port => server.listen({ host: '127.0.0.1', port }),
    close: async () => {
      leases.endAll();
      await ending.close();
      nonceFile?.close();
      db.close();
    },
  };
}

function memoryOf(nonceFile: NonceFile | undefined, clock: Clock): AuthenticatorOptions {
  if (!nonceFile) return {};
  // The file is not synced to the disk: a crash of the machine may have lost the end of it.
  const notBefore = clock.now() - uptime() * 1000;
  return { nonces: new Nonces(NONCE_WINDOW, nonceFile), notBefore };
}
