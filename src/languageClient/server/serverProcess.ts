import { fork, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

/** The server as a child of this process: it ends with us however we end, since the channel between us closes then. */
export interface ServerProcess {
  readonly child: ChildProcess;
  /** Resolves when it has ended, with the signal or the exit code, for the log. */
  readonly ended: Promise<string>;
  /** Ends it at once; it keeps nothing that could be lost. */
  kill(): void;
}

/**
 * Starts the server's bundle in the program this process runs in, as Node, with an IPC channel.
 * @param onLine gets each line it writes to its standard streams: the protocol does not use them
 */
export function startServerProcess(entry: string, onLine: (line: string) => void): ServerProcess {
  const child = fork(entry, ['--node-ipc', `--clientProcessId=${process.pid}`], {
    env: environment(),
    // Not this process's own flags: a debugger's port would be taken twice.
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  forward(child.stdout, onLine);
  forward(child.stderr, onLine);
  const ended = new Promise<string>(resolve => {
    child.once('exit', (code, signal) => {
      resolve(signal ?? `exit code ${code ?? '?'}`);
    });
    child.once('error', error => {
      // A program that could not be started has no 'exit'.
      if (child.pid === undefined) resolve(error.message);
    });
  });
  return { child, ended, kill: () => void child.kill('SIGKILL') };
}

function environment(): NodeJS.ProcessEnv {
  // NODE_OPTIONS and the editor's own variables would change how the child's Node behaves.
  const inherited = Object.entries(process.env).filter(
    ([name]) => !/^(NODE_OPTIONS|VSCODE_|ELECTRON_)/.test(name),
  );
  return {
    ...Object.fromEntries(inherited),
    // Makes desktop VS Code's program behave as Node; any other Node does not know it.
    ELECTRON_RUN_AS_NODE: '1',
    // On Linux every thread of the engine keeps some megabytes of its own otherwise. Other systems do not know it.
    MALLOC_ARENA_MAX: '1',
  };
}

function forward(stream: Readable | null, onLine: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on('line', onLine);
}
