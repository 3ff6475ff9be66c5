import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildAll } from '../../scripts/build/all.ts';
import { root } from '../../scripts/bootstrap/paths.mjs';

/** What the local service says about itself when it is ready. */
export interface ServiceAddress {
  readonly url: string;
  readonly regionId: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
}

export interface LocalService extends ServiceAddress {
  /** Ends the service and removes its data. */
  stop(): Promise<void>;
}

/**
 * Starts a local service of its own, on fresh data. For tests that need a second service or known keys.
 * @param more further options of its command line, such as `--deny`, `ListProject`
 */
export async function startLocalService(
  seed: 'none' | 'sample' = 'none',
  more: readonly string[] = [],
): Promise<LocalService> {
  await buildAll({ root, outdir: join(root, 'dist'), production: false }, 'local-service');
  const data = mkdtempSync(join(tmpdir(), 'blink-sql-service-'));
  const args = [
    join(root, 'dist', 'local-service.mjs'),
    '--port',
    '0',
    '--data',
    data,
    '--seed',
    seed,
    ...more,
  ];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const exited = new Promise<void>(done => child.once('exit', () => done()));
  const killNow = () => child.kill('SIGKILL');
  process.once('exit', killNow);
  const address = await new Promise<ServiceAddress>((done, fail) => {
    const lines = createInterface({ input: child.stdout });
    lines.once('line', line => {
      done(JSON.parse(line) as ServiceAddress);
    });
    child.once('exit', code => {
      fail(new Error(`The local service ended with ${code ?? 'a signal'} before it was ready`));
    });
  });
  return {
    ...address,
    stop: async () => {
      child.kill('SIGTERM');
      await exited;
      process.off('exit', killNow);
      rmSync(data, { recursive: true, force: true });
    },
  };
}
