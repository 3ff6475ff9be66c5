import { ensure, isInstalled, npmInstall } from './install.mjs';
import { root } from './paths.mjs';

/** Installs the project's own packages, as pinned by package-lock.json, when they are not there. */
export async function ensurePackages() {
  await ensure(
    'packages',
    () => isInstalled(root),
    () => npmInstall(root, ['--include=dev']),
  );
}
