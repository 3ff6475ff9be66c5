import type { KeyPair } from '../http/authenticate.ts';
import { keepKeys, KeyFileError, readKeys } from './credentials.ts';
import { makeDataFolder } from './dataFolder.ts';
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
/** The key file of the data folder is of no use; src/connections/local/host.ts knows this number. */
const BAD_KEY_FILE = 4;

/**
 * The process. It prints a line of JSON with the address and the keys, and another one whenever those have changed.
 *
 * A data folder has one service. Whoever is started on a folder that has one prints its line, with `alreadyRunning`,
 * and holds on to it until it is told to end; when the service goes before that, one of its holders takes its place,
 * at the same address where that is possible. All of them have the keys from the folder. A service that was started
 * with `--exit-with-parent` outlives its parent as long as somebody holds on to it. So any number of windows can share
 * a service, and each only has to look after the process it has started.
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
    makeDataFolder(options.dataFolder);
    return await takePart(options, watchEndings(options.exitWithParent));
  } catch (error) {
    if (error instanceof UsageError) {
      console.error(`${error.message}\n\n${USAGE}`);
      return USAGE_ERROR;
    }
    console.error(error instanceof Error ? error.message : error);
    if (error instanceof KeyFileError) return BAD_KEY_FILE;
    return error instanceof LeaseRefused ? IN_USE : FAILED;
  }
}

/** Serves, or holds on to who serves, until it is told to end. */
async function takePart(options: Options, endings: Endings): Promise<number> {
  const over = AbortSignal.any([endings.interrupted, endings.orphaned]);
  const print = linePrinter();
  const { dataFolder } = options;
  let address: string | undefined;
  /** What a folder without keys is to have: those that others may be using already come before new ones. */
  let { firstKeys } = options;
  while (!over.aborted) {
    const lock = DataLock.take(dataFolder);
    if (lock) {
      const again = address ?? lastAnnounced(dataFolder)?.url;
      const keys = options.keys ?? keepKeys(dataFolder, firstKeys);
      await serve({ options, keys, endings, lock, preferredPort: portOf(again), print });
      return OK;
    }
    const running = await findRunning(dataFolder, ANSWER_LIMIT);
    if (!running) {
      // Its holder may have ended just now: then the lock is free. If not, it is stuck.
      const freed = DataLock.take(dataFolder);
      freed?.release();
      if (freed) continue;
      const { pid, url } = lastAnnounced(dataFolder) ?? {};
      console.error(`${dataFolder} is in use by a service that does not answer (pid ${pid}, ${url}).`);
      return IN_USE;
    }
    address = running.url;
    // Never made here: only who serves may, or it would not know them.
    const keys = options.keys ?? readKeys(dataFolder) ?? firstKeys;
    if (!keys) throw new LeaseRefused(running.url);
    const lease = await takeLease(running.url, keys, over);
    if (!lease) continue;
    firstKeys = keys;
    // A service of an older version takes its keys from its window, and leaves none in the folder.
    if (!options.keys) keepKeys(dataFolder, keys);
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

/** Prints where the service is and with which keys, unless that is what was printed last. */
function linePrinter(): (line: Line) => void {
  let last: string | undefined;
  return ({ url, regionId, accessKeyId, accessKeySecret, alreadyRunning, pid }) => {
    const said = { url, regionId, accessKeyId, accessKeySecret };
    const text = JSON.stringify(said);
    if (text === last) return;
    last = text;
    console.log(alreadyRunning ? JSON.stringify({ ...said, alreadyRunning, pid }) : text);
  };
}
