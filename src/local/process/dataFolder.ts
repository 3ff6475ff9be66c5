import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes the data folder, for its owner's eyes only, where there is none. @throws Error that names the folder */
export function makeDataFolder(path: string): void {
  try {
    make(path);
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`${path} cannot be used as the data folder (${code ?? String(error)}).`, {
      cause: error,
    });
  }
}

/** Step by step: mkdir's own way of making parents never ends where a folder says that it is not there (`/proc`). */
function make(path: string): void {
  try {
    mkdirSync(path, 0o700);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const parent = dirname(path);
    if (code === 'ENOENT' && parent !== path) {
      make(parent);
      mkdirSync(path, 0o700);
    } else if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) {
      throw error;
    }
  }
}
