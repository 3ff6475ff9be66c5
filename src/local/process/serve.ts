import { join } from 'node:path';
import { DEFAULT_SIMULATION, SimulatedEngine } from '../engines/simulated/simulatedEngine.ts';
import type { KeyPair } from '../http/authenticate.ts';
import { DEFAULT_SETTINGS, PUBLIC_LIMITS } from '../lifecycle/context.ts';
import { openService, type LocalService, type ServiceOptions } from '../service.ts';
import { keepKeys } from './credentials.ts';
import type { DataLock } from './dataLock.ts';
import { aborted, type Endings } from './endings.ts';
import type { Options } from './options.ts';
import { announce } from './running.ts';
import type { Line } from './run.ts';

export interface ServeSettings {
  readonly options: Options;
  readonly keys: KeyPair;
  readonly endings: Endings;
  /** Released in the end. */
  readonly lock: DataLock;
  /** Where the service was before, so that whoever knows that address need not look for a new one. */
  readonly preferredPort: number | undefined;
  readonly print: (line: Line) => void;
}

/** Runs the service until it is interrupted, or its parent has gone and nobody holds on to it. */
export async function serve({
  options,
  keys,
  endings,
  lock,
  preferredPort,
  print,
}: ServeSettings): Promise<void> {
  const freed = new AbortController();
  const service = await openService({
    ...serviceOptions(options, keys),
    onFree: () => {
      if (endings.orphaned.aborted) freed.abort();
    },
    onHealth: () => {
      if (!options.keys) restoreKeys(options.dataFolder, keys);
    },
  });
  const url = await listen(service, options.port, preferredPort);
  const running = { url, pid: process.pid, regionId: options.regionId };
  announce(options.dataFolder, running);
  print({ ...running, ...keys });

  void aborted(endings.orphaned).then(() => {
    if (service.leases.count === 0) freed.abort();
  });
  await Promise.race([aborted(endings.interrupted), aborted(freed.signal)]);
  await service.close();
  lock.release();
}

/** Whoever looks for the service reads its keys next: a file that was deleted meanwhile is made anew. */
function restoreKeys(dataFolder: string, keys: KeyPair): void {
  try {
    keepKeys(dataFolder, keys);
  } catch (error) {
    // The one who reads the file says the same, and the service itself does not need it.
    console.error(error instanceof Error ? error.message : error);
  }
}

/** A port that was asked for is taken or it is an error; the one from before is only tried. @returns the address */
export async function listen(
  service: Pick<LocalService, 'listen'>,
  wanted: number,
  before: number | undefined,
): Promise<string> {
  if (wanted === 0 && before !== undefined) {
    try {
      return await service.listen(before);
    } catch {
      // Taken by somebody else, or by now reserved by the system (Windows does that, and answers EACCES).
    }
  }
  return service.listen(wanted);
}

function serviceOptions(options: Options, keys: KeyPair): ServiceOptions {
  return {
    file: join(options.dataFolder, 'store.sqlite'),
    ...(options.verifySignatures ? { keys, nonceFile: join(options.dataFolder, 'nonces') } : {}),
    settings: {
      regionId: options.regionId,
      missingIs404: options.missingIs404,
      planDelayMs: options.planDelayMs ?? DEFAULT_SETTINGS.planDelayMs,
      ...(options.enforceLimits ? { limits: PUBLIC_LIMITS } : {}),
    },
    policy: {
      ...(options.allow ? { allow: options.allow } : {}),
      ...(options.deny ? { deny: options.deny } : {}),
    },
    seed: options.seed,
    engine: new SimulatedEngine({
      startDelayMs: options.startDelayMs ?? DEFAULT_SIMULATION.startDelayMs,
      endDelayMs: options.endDelayMs ?? DEFAULT_SIMULATION.endDelayMs,
      batchMs: options.batchMs ?? DEFAULT_SIMULATION.batchMs,
    }),
    ...(options.firstInstanceId === undefined ? {} : { firstInstanceId: options.firstInstanceId }),
    onInternalError: (error, operation) => {
      console.error(`${operation} failed:`, error);
    },
  };
}
