import { join } from 'node:path';

/** Variables that would change where the server listens, how it guards its door, or how its Node behaves. */
const UNWANTED =
  /^(PORT|PASSWORD|HASHED_PASSWORD|NODE_OPTIONS|npm_.*|VSCODE_.*|VITEST.*|ELECTRON_.*|CS_.*|CODE_SERVER_.*)$/;

/** The environment of a workbench's processes: nothing of the caller's editor or npm, all of its files in `dataDir`. */
export function workbenchEnvironment(dataDir: string, extra: Readonly<Record<string, string>> = {}) {
  const inherited = Object.entries(process.env).filter(([name]) => !UNWANTED.test(name));
  return {
    ...(Object.fromEntries(inherited) as Record<string, string>),
    XDG_CACHE_HOME: join(dataDir, 'xdg', 'cache'),
    XDG_CONFIG_HOME: join(dataDir, 'xdg', 'config'),
    XDG_DATA_HOME: join(dataDir, 'xdg', 'data'),
    ...extra,
  };
}
