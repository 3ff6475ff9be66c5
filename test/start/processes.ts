import { readdirSync, readFileSync } from 'node:fs';

/** What /proc tells about a process: its parent and its command line. */
interface ProcessEntry {
  readonly pid: number;
  readonly parent: number;
  readonly command: string;
}

function read(pid: number): ProcessEntry | undefined {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    if (/^State:\s+Z/m.test(status)) return undefined;
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { pid, parent: Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]), command };
  } catch {
    return undefined; // It ended between the listing and the reading.
  }
}

/** Every process that lives, zombies aside. */
export function allProcesses(): ProcessEntry[] {
  const pids = readdirSync('/proc').filter(name => /^\d+$/.test(name));
  return pids.map(pid => read(Number(pid))).filter(entry => entry !== undefined);
}

/** The processes that `ancestor` started, directly or not, whose parents all live. */
export function descendants(ancestor: number): ProcessEntry[] {
  const all = allProcesses();
  const below = (pid: number): ProcessEntry[] =>
    all.filter(({ parent }) => parent === pid).flatMap(entry => [entry, ...below(entry.pid)]);
  return below(ancestor);
}
