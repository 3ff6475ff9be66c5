import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { build } from 'esbuild';
import { KEYS } from './client.ts';

/** The line the process prints. */
export interface ServiceLine {
  readonly url: string;
  readonly regionId: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  readonly alreadyRunning?: boolean;
  readonly pid?: number;
}

/** A folder that is gone after the test. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'blink-local-'));
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true });
    },
  };
}

/** Bundles the process as it is shipped, since that starts several times faster. @returns the file */
export async function bundleService(folder: string): Promise<string> {
  const outfile = join(folder, 'local-service.mjs');
  await build({
    entryPoints: [join(import.meta.dirname, '../main.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'esm',
    logLevel: 'error',
    banner: {
      js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
    },
  });
  return outfile;
}

export interface Started {
  readonly child: ChildProcess;
  /** The next line of standard output. */
  readonly nextLine: () => Promise<ServiceLine>;
  /** Everything on standard error so far. */
  readonly errors: () => string;
  /** Resolves to the exit code or the signal. */
  readonly ended: Promise<number | string>;
}

/** Starts the process; it has the test's keys by environment unless `env` says otherwise. */
export function startProcess(
  file: string,
  args: readonly string[],
  {
    env = {},
    stdio = ['ignore', 'pipe', 'pipe'],
  }: { readonly env?: Record<string, string>; readonly stdio?: StdioOptions } = {},
): Started {
  const child = spawn(process.execPath, [file, ...args], {
    stdio,
    env: {
      ...process.env,
      BLINK_LOCAL_ACCESS_KEY_ID: KEYS.accessKeyId,
      BLINK_LOCAL_ACCESS_KEY_SECRET: KEYS.accessKeySecret,
      ...env,
    },
  });
  let errors = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  if (!child.stdout) throw new Error('standard output has to be a pipe');
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'exit').then(([code, signal]) => (code ?? signal) as number | string);
  return {
    child,
    ended,
    errors: () => errors,
    async nextLine() {
      const { value, done } = await lines.next();
      if (done) throw new Error(`the process ended (${await ended}) without a line:\n${errors}`);
      return JSON.parse(value) as ServiceLine;
    },
  };
}
