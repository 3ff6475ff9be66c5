import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Keys } from '../keys.ts';

/** Where the local service answers, and what requests to it are signed with. */
export interface LocalAddress extends Keys {
  /** Loopback origin, for example `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly regionId: string;
}

export interface LocalOptions {
  /** The service's bundle. */
  readonly entry: string;
  /** Where it keeps its data. */
  readonly dataDir: string;
  /**
   * What the data folder is to have where it has no keys yet; by default the service makes new ones. Given to the child
   * by its environment: the command line is for every process to read.
   */
  readonly firstKeys?: Keys | undefined;
  /** One line of what the child wrote to standard error. */
  readonly onLine: (line: string) => void;
  /** Default: the program this process runs in, as Node. */
  readonly execPath?: string;
  /** ms until the start counts as failed; default 30 s. */
  readonly timeoutMs?: number;
}

/** How the process ended. */
export interface LocalEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  /** The last lines it wrote to standard error. */
  readonly lastLines: readonly string[];
}

/**
 * The child: it serves, or holds on to the service of another window and takes its place when that goes
 * (src/local/process/run.ts). Which of the two makes no difference here.
 */
export interface LocalProcess {
  /** Where the service is now. */
  readonly address: () => LocalAddress;
  /** Resolves when the child has ended, for whatever reason. */
  readonly ended: Promise<LocalEnd>;
  /** Asks it to end, and makes it after five seconds. */
  readonly stop: () => Promise<void>;
  /** Lets go of it: it ends by itself, once no other window holds on to it. */
  readonly release: () => void;
}

/** The service did not come up. `end` is absent when it is the time limit that passed. */
export class LocalStartError extends Error {
  override readonly name = 'LocalStartError';
  readonly end: LocalEnd | undefined;

  constructor(message: string, end?: LocalEnd) {
    super(message);
    this.end = end;
  }
}

const START_LIMIT = 30_000;
const STOP_LIMIT = 5_000;
const KEPT_LINES = 20;

/**
 * Starts the local service as a child. It ends with this process however that ends, since the channel between them
 * closes then.
 * @throws LocalStartError when it ends, or stays silent, before it has said where it answers
 */
export async function startLocalProcess(options: LocalOptions): Promise<LocalProcess> {
  const child = fork(
    options.entry,
    ['--port', '0', '--data', options.dataDir, '--seed', 'sample', '--exit-with-parent'],
    {
      env: environmentOf(options.firstKeys),
      // Not this process's own flags: a debugger's port would be taken twice.
      execArgv: [],
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      ...(options.execPath === undefined ? {} : { execPath: options.execPath }),
    },
  );
  const ended = endOf(child, options.onLine);
  try {
    const address = await addressOf(child, ended, options.timeoutMs ?? START_LIMIT);
    return { address, ended, stop: () => stop(child, ended), release: () => release(child) };
  } catch (error) {
    await stop(child, ended);
    throw error;
  }
}

function environmentOf(firstKeys: Keys | undefined): NodeJS.ProcessEnv {
  // NODE_OPTIONS and the editor's own variables would change how the child's Node behaves; those of the service are for
  // who starts it by hand, while the windows have to agree.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_OPTIONS|VSCODE_|ELECTRON_|BLINK_LOCAL_)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    // Makes desktop VS Code's program behave as Node; any other Node does not know it.
    ELECTRON_RUN_AS_NODE: '1',
    ...(firstKeys && {
      BLINK_LOCAL_FIRST_ACCESS_KEY_ID: firstKeys.accessKeyId,
      BLINK_LOCAL_FIRST_ACCESS_KEY_SECRET: firstKeys.accessKeySecret,
    }),
  };
}

async function endOf(child: ChildProcess, onLine: (line: string) => void): Promise<LocalEnd> {
  const lastLines: string[] = [];
  const take = (line: string) => {
    lastLines.push(line);
    if (lastLines.length > KEPT_LINES) lastLines.shift();
    onLine(line);
  };
  // Not 'close' of the child: it does not come once the channel has been closed from this side.
  const [{ code, signal }] = await Promise.all([exitOf(child, take), linesOf(child.stderr, take)]);
  return { code, signal, lastLines };
}

function exitOf(child: ChildProcess, onLine: (line: string) => void): Promise<Omit<LocalEnd, 'lastLines'>> {
  return new Promise(resolve => {
    child.once('exit', (code, signal) => {
      resolve({ code, signal });
    });
    child.once('error', error => {
      onLine(error.message);
      // A program that could not be started has no 'exit'.
      if (child.pid === undefined) resolve({ code: null, signal: null });
    });
  });
}

/** Hands on every line; resolves after the last. */
function linesOf(stream: Readable | null, onLine: (line: string) => void): Promise<void> {
  return new Promise(resolve => {
    if (stream) createInterface({ input: stream }).on('line', onLine).once('close', resolve);
    else resolve();
  });
}

/** Waits for the first line with an address, and follows those that come later. */
function addressOf(
  child: ChildProcess,
  ended: Promise<LocalEnd>,
  limit: number,
): Promise<() => LocalAddress> {
  let latest: LocalAddress | undefined;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      reject(new LocalStartError(`no answer within ${limit / 1000} s`));
    }, limit);
    void ended.then(end => {
      clearTimeout(timer);
      reject(new LocalStartError('ended before it answered', end));
    });
    if (!child.stdout) return;
    createInterface({ input: child.stdout }).on('line', line => {
      clearTimeout(timer);
      const read = parseLine(line);
      if (read) {
        latest = read;
        resolve(() => latest ?? read);
      } else {
        reject(new LocalStartError('said something else than its address'));
      }
    });
  });
}

function parseLine(line: string): LocalAddress | undefined {
  try {
    const { url, regionId, accessKeyId, accessKeySecret } = JSON.parse(line) as Record<string, unknown>;
    if (typeof url !== 'string' || typeof regionId !== 'string') return undefined;
    if (typeof accessKeyId !== 'string' || typeof accessKeySecret !== 'string') return undefined;
    return { url, regionId, accessKeyId, accessKeySecret };
  } catch {
    return undefined;
  }
}

function release(child: ChildProcess): void {
  if (child.connected) child.disconnect();
}

async function stop(child: ChildProcess, ended: Promise<LocalEnd>): Promise<void> {
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT);
  await ended;
  clearTimeout(timer);
}
