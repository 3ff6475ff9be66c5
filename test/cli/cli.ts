import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../../src/cli/main.ts', import.meta.url));

export interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

export interface Call {
  readonly input?: string;
  /** Folder the command is called from. */
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The program; the source by default, which Node runs as it is. */
  readonly program?: string;
}

/** Runs the command line to its end, as a process of its own. */
export function cli(
  args: readonly string[],
  { input = '', cwd, env, program = MAIN }: Call = {},
): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...args], {
      cwd,
      env: { PATH: process.env['PATH'], LANG: 'en_US.UTF-8', ...env },
    });
    let out = '';
    let err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
    child.once('error', reject);
    child.once('close', code => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}
