import { readdirSync, readFileSync } from 'node:fs';
import { until, type Editor } from './harness.ts';

/** The language server of an editor: its command line names the extension's folder. */
export function serverProcess({ folder }: Pick<Editor, 'folder'>): number | undefined {
  const pid = readdirSync('/proc').find(name => /^\d+$/.test(name) && isServer(name, folder));
  return pid === undefined ? undefined : Number(pid);
}

function isServer(pid: string, folder: string): boolean {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    return command.includes(folder) && command.includes('dist/server.cjs');
  } catch {
    return false;
  }
}

/** Ends the server the hard way and waits until it is gone. */
export async function crash(editor: Pick<Editor, 'folder'>): Promise<void> {
  const pid = await until('the server runs', () => serverProcess(editor));
  process.kill(pid, 'SIGKILL');
  await until('it is gone', () => serverProcess(editor) !== pid);
}
