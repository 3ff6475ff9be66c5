import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { workbenchEnvironment } from './environment.ts';
import { ensureWorkbench } from './install.ts';
import { installEmptyLanguagePack } from './language.ts';
import { freePort } from './ports.ts';
import { signalGroup, stopGroup } from './processGroup.ts';
import { QUIET_SETTINGS } from './settings.ts';

const START_LIMIT_MS = 60_000;
const POLL_MS = 50;

export interface ServerOptions {
  /** Every file the server and its editor write goes here: settings, extensions, secrets, logs. Made when absent. */
  readonly dataDir: string;
  /** 0 or absent: a free one. */
  readonly port?: number | undefined;
  /** Packed extensions to install before the start. */
  readonly vsix?: readonly string[];
  /** User settings on top of the quiet ones, written unless `keepSettings`. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Leaves the settings of an earlier start in the same `dataDir` alone. */
  readonly keepSettings?: boolean;
  /** Display language, such as `zh-cn`; English when absent. */
  readonly language?: string | undefined;
  /** Additional environment variables of the server and its extension host. */
  readonly env?: Readonly<Record<string, string>>;
  /** Ends a server that nobody is connected to after this many seconds; never when absent. */
  readonly idleTimeoutSeconds?: number;
}

export interface Server {
  readonly port: number;
  /** `http://127.0.0.1:<port>` */
  readonly origin: string;
  readonly process: ChildProcess;
  /** Settles when the server's process has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Ends the server and every process it started. May be called more than once. */
  stop(): Promise<void>;
}

function writeSettings({ dataDir, settings, keepSettings }: ServerOptions): void {
  const file = join(dataDir, 'User', 'settings.json');
  mkdirSync(join(dataDir, 'User'), { recursive: true });
  if (keepSettings && existsSync(file)) return;
  writeFileSync(file, JSON.stringify({ ...QUIET_SETTINGS, ...settings }, null, 2));
}

/** Installs a packed extension, unless the very same file was installed into `dataDir` before (it takes a second). */
function installExtension(
  command: readonly string[],
  dataDir: string,
  vsix: string,
  env: Record<string, string>,
) {
  const { size, mtimeMs } = statSync(vsix);
  const marker = join(dataDir, `installed-${basename(vsix)}.txt`);
  const identity = `${size} bytes of ${mtimeMs}`;
  if (existsSync(marker) && readFileSync(marker, 'utf8') === identity) return;
  const [program = '', ...first] = command;
  const args = [...first, '--install-extension', resolve(vsix), '--force'];
  const { status, stdout, stderr } = spawnSync(program, args, { env, encoding: 'utf8' });
  // The exit code is 0 even when the file is no extension: the words are the proof.
  if (status !== 0 || !stdout.includes('successfully installed')) {
    throw new Error(`VS Code refused to install ${vsix}: ${stdout}${stderr}`);
  }
  writeFileSync(marker, identity);
}

async function answers(origin: string): Promise<boolean> {
  try {
    // The page itself: the health check answers even where the editor cannot run.
    const reply = await fetch(`${origin}/`, { signal: AbortSignal.timeout(5_000) });
    return reply.ok && (await reply.text()).includes('vscode-workbench-web-configuration');
  } catch {
    return false;
  }
}

/**
 * Starts a VS Code workbench on the loopback interface and waits until its page answers.
 * @throws Error with the end of the server's log when it does not come up, or when an extension cannot be installed
 */
export async function startServer(options: ServerOptions): Promise<Server> {
  const { node, entry } = await ensureWorkbench();
  const { dataDir, language, idleTimeoutSeconds } = options;
  const port = options.port || (await freePort());
  const origin = `http://127.0.0.1:${port}`;
  writeSettings(options);
  if (language !== undefined) installEmptyLanguagePack(dataDir, language);

  const env = workbenchEnvironment(dataDir, options.env);
  const folders = ['--user-data-dir', dataDir, '--extensions-dir', join(dataDir, 'extensions')];
  const command = [node, entry, ...folders, '--config', join(dataDir, 'config.yaml')];
  for (const vsix of options.vsix ?? []) installExtension(command, dataDir, vsix, env);

  const args = [...command.slice(1), '--auth', 'none', '--bind-addr', `127.0.0.1:${port}`, ...FLAGS];
  if (language !== undefined) args.push('--locale', language);
  if (idleTimeoutSeconds !== undefined) args.push('--idle-timeout-seconds', String(idleTimeoutSeconds));
  const logFile = join(dataDir, 'server.log');
  const log = openSync(logFile, 'a');
  const child = spawn(node, args, { env, stdio: ['ignore', log, log], detached: true });
  closeSync(log);
  const exited = new Promise<void>(done => child.once('exit', () => done()));
  const killNow = () => signalGroup(child, 'SIGKILL');
  process.once('exit', killNow);
  const stop = async () => {
    await stopGroup(child);
    process.off('exit', killNow);
  };

  const limit = Date.now() + START_LIMIT_MS;
  while (!(await answers(origin))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > limit) {
      await stop();
      const end = readFileSync(logFile, 'utf8').slice(-2_000);
      throw new Error(`The VS Code workbench did not start on port ${port}. The end of ${logFile}:\n${end}`);
    }
    await delay(POLL_MS);
  }
  return { port, origin, process: child, exited, stop };
}

const FLAGS = [
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
  '--ignore-last-opened',
];
