import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { writePrivate } from './credentials.ts';

/** Where the service of a data folder is to be found. */
export interface Running {
  readonly url: string;
  readonly pid: number;
  readonly regionId: string;
}

const FILE = 'service.json';
/** ms between looks for a service that is just being started. */
const POLL = 50;
const HEALTH_LIMIT = 1_000;

/** The note stays when the service ends: the next one tries to take the same address. */
export function announce(dataFolder: string, running: Running): void {
  writePrivate(join(dataFolder, FILE), JSON.stringify(running));
}

/** What was announced last, whether or not it is still there; undefined when the note is damaged. */
export function lastAnnounced(dataFolder: string): Running | undefined {
  try {
    const { url, pid, regionId } = JSON.parse(
      readFileSync(join(dataFolder, FILE), 'utf8'),
    ) as Partial<Running>;
    const isWhole = url !== undefined && URL.canParse(url) && pid !== undefined && regionId !== undefined;
    return isWhole ? { url, pid, regionId } : undefined;
  } catch {
    return undefined;
  }
}

/**
 * The service that holds the data folder, once it answers.
 * @param limit ms to wait for it
 * @returns undefined when it does not answer in time
 */
export async function findRunning(dataFolder: string, limit: number): Promise<Running | undefined> {
  const end = Date.now() + limit;
  while (Date.now() < end) {
    const running = lastAnnounced(dataFolder);
    if (running && (await isAlive(running))) return running;
    await wait(POLL);
  }
  return undefined;
}

async function isAlive({ url, pid }: Running): Promise<boolean> {
  try {
    const response = await fetch(`${url}/-/health`, { signal: AbortSignal.timeout(HEALTH_LIMIT) });
    const health = (await response.json()) as { readonly pid?: number };
    return health.pid === pid;
  } catch {
    return false;
  }
}
