import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { clientOf, KEYS } from './connect.ts';

export interface RunningService {
  readonly url: string;
  stop(): Promise<void>;
}

/** Starts the local service as a process of its own, with one empty project; its keys go into this environment. */
export async function startService(data: string, project: string): Promise<RunningService> {
  const main = join(import.meta.dirname, '../../../src/local/main.ts');
  const args = [main, '--port', '0', '--data', data, '--seed', 'none'];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  const { url, ...keys } = JSON.parse(line) as Record<'url' | 'accessKeyId' | 'accessKeySecret', string>;
  process.env[KEYS] = JSON.stringify(keys);
  await clientOf(url).call('CreateProject', { name: project, deployType: 'public' });
  return {
    url,
    stop: async () => {
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
