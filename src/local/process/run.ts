import { mkdirSync } from 'node:fs';
import type { KeyPair } from '../http/authenticate.ts';
import { keptCredentials } from './credentials.ts';
import { DataLock } from './dataLock.ts';
import { watchEndings, type Endings } from './endings.ts';
import { LeaseRefused, takeLease } from './lease.ts';
import { parseOptions, USAGE, UsageError, type Options } from './options.ts';
import { findRunning, lastAnnounced, type Running } from './running.ts';
import { serve } from './serve.ts';

/** ms that a service which holds the data folder has to answer. */
const ANSWER_LIMIT = 10_000;

const OK = 0;
const FAILED = 1;
const USAGE_ERROR = 2;
/** The data folder is in use by a service that cannot be shared. */
const IN_USE = 3;

/**
 * The process. It prints a line of JSON with the address and the keys, and another one whenever those have changed.
 *
 * A data folder has one service. Whoever is started on a folder that has one prints its line, with `alreadyRunning`,
 * and holds on to it until it is told to end; when the service goes before that, one of its holders takes its place,
 * at the same address where that is possible. A service that was started with `--exit-with-parent` outlives its
 * parent as long as somebody holds on to it. So any number of windows can share a service, and each only has to look
 * after the process it has started.
 *
 * @param args the command line without the program
 * @returns the exit code
 */
export async function runService(args: readonly string[]): Promise<number> {
  try {
    const options = parseOptions(args, process.env);
    if (options.help) {
      process.stdout.write(USAGE);
      return OK;
    }
    mkdirSync(options.dataFolder, { recursive: true, mode: 0o700 });
    return await takePart(options, watchEndings(options.exitWithParent));
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${USAGE}`);
      return USAGE_ERROR;
    }
    console.error(error instanceof Error ? error.message : error);
    return error instanceof LeaseRefused ? IN_USE : FAILED;
  }
}

/** Only to be called where a service has the data folder: of several that start at once, one alone may make the keys. */
function keysOf({ accessKeyId, accessKeySecret, dataFolder }: Options): KeyPair {
  if (accessKeyId !== undefined && accessKeySecret !== undefined) return { accessKeyId, accessKeySecret };
  return keptCredentials(dataFolder);
}

/** Serves, or holds on to who serves, until it is told to end. */
async function takePart(options: Options, endings: Endings): Promise<number> {
  const over = AbortSignal.any([endings.interrupted, endings.orphaned]);
  const print = linePrinter();
  let address: string | undefined;
  while (!over.aborted) {
    const lock = DataLock.take(options.dataFolder);
    if (lock) {
      const again = address ?? lastAnnounced(options.dataFolder)?.url;
      await serve({ options, keys: keysOf(options), endings, lock, preferredPort: portOf(again), print });
      return OK;
    }
    const running = await findRunning(options.dataFolder, ANSWER_LIMIT);
    if (!running) {
      // Its holder may have ended just now: then the lock is free. If not, it is stuck.
      const freed = DataLock.take(options.dataFolder);
      freed?.release();
      if (freed) continue;
      const { pid, url } = lastAnnounced(options.dataFolder) ?? {};
      console.error(
        `${options.dataFolder} is in use by a service that does not answer (pid ${pid}, ${url}).`,
      );
      return IN_USE;
    }
    address = running.url;
    const keys = keysOf(options);
    const lease = await takeLease(running.url, keys, over);
    if (!lease) continue;
    console.error(`A local service is already running at ${running.url} (pid ${running.pid}); sharing it.`);
    print({ ...running, ...keys, alreadyRunning: true });
    await lease.gone;
  }
  return OK;
}

function portOf(url: string | undefined): number | undefined {
  return url === undefined ? undefined : Number(new URL(url).port);
}

export interface Line extends Running, KeyPair {
  readonly alreadyRunning?: boolean;
}

/** Prints where the service is, unless that is what was printed last. */
function linePrinter(): (line: Line) => void {
  let last: string | undefined;
  return ({ url, regionId, accessKeyId, accessKeySecret, alreadyRunning, pid }) => {
    if (url === last) return;
    last = url;
    const shared = alreadyRunning ? { alreadyRunning, pid } : {};
    console.log(JSON.stringify({ url, regionId, accessKeyId, accessKeySecret, ...shared }));
  };
}
