import { join } from 'node:path';
import { pack } from '../package/pack.ts';
import type { Running } from '../start.ts';
import { ensureWorkbench } from '../workbench/install.ts';
import { freePort, isFree } from '../workbench/ports.ts';
import { startServer } from '../workbench/server.ts';

/** The same at every start: a browser keeps secrets and layout by address. */
const USUAL_PORT = 17_870;

export interface WorkbenchStart {
  readonly data: string;
  /** Folder to open. */
  readonly folder: string;
  readonly port: number | undefined;
}

/** Serves VS Code's workbench with the packed extension. */
export async function startInWorkbench({ data, folder, port }: WorkbenchStart): Promise<Running> {
  const [vsix] = await Promise.all([pack(), ensureWorkbench()]);
  const chosen = port ?? ((await isFree(USUAL_PORT)) ? USUAL_PORT : await freePort());
  const server = await startServer({
    // One folder per port: two editors must not share a profile.
    dataDir: join(data, `workbench-${chosen}`),
    port: chosen,
    vsix: [vsix],
    keepSettings: true,
  });
  return {
    address: `${server.origin}/?${new URLSearchParams({ folder }).toString()}`,
    ended: server.exited.then(() => false),
    stop: () => server.stop(),
  };
}
