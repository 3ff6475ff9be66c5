import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export interface RunningService {
  readonly url: string;
  readonly regionId: string;
  readonly accessKeyId: string;
  readonly accessKeySecret: string;
  close(): Promise<void>;
}

/** Starts the local service as a process of its own, as users do, with an empty store of its own. */
export async function startLocalService(...options: readonly string[]): Promise<RunningService> {
  const data = await mkdtemp(join(tmpdir(), 'local-service-'));
  const main = join(import.meta.dirname, '../../local/main.ts');
  const child = spawn(process.execPath, [main, '--port', '0', '--data', data, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const lines = createInterface(child.stdout);
  const [line] = (await Promise.race([once(lines, 'line'), ended])) as [unknown];
  if (typeof line !== 'string') throw new Error(`the local service ended with ${String(line)}`);
  return {
    ...(JSON.parse(line) as Omit<RunningService, 'close'>),
    close: async () => {
      child.kill('SIGTERM');
      await ended;
      await rm(data, { recursive: true });
    },
  };
}
