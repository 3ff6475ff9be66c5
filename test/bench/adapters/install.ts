import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensure, isInstalled, npmCi } from '../../../scripts/bootstrap/install.mjs';
import { root, tools } from '../../../scripts/bootstrap/paths.mjs';

const pinned = join(root, 'test', 'bench', 'rivals');
const folder = join(tools, 'rivals');

async function install(): Promise<void> {
  mkdirSync(folder, { recursive: true });
  for (const name of ['package.json', 'package-lock.json']) cpSync(join(pinned, name), join(folder, name));
  await npmCi(folder);
}

/**
 * Installs the pinned rivals into .tools/rivals unless they are there. They take 110 MB, which is why they are no
 * dependency of the project.
 * @returns their node_modules
 * @throws Error when npm fails
 */
export async function ensureRivals(): Promise<string> {
  await ensure('the rivals of the bench', () => isInstalled(folder, pinned), install);
  return join(folder, 'node_modules');
}
