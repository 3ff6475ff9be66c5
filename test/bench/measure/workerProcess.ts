import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { Tool } from '../adapters/bundles.ts';
import type { Replies, Reply, Request } from './messages.ts';

const PROGRAM = join(import.meta.dirname, 'worker.ts');

/** A tool gave no answer: it took too long, or its process died (of too little memory, say). */
export class NoAnswer extends Error {}

/** A process with one tool in it. Requests are answered one after the other. */
export class Worker {
  private readonly child: ChildProcess;

  private constructor() {
    this.child = fork(PROGRAM, {
      execArgv: ['--no-warnings'],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }

  /** Starts a process and loads the tool into it. @throws Error when the tool cannot be loaded */
  static async of(tool: Tool): Promise<Worker> {
    const worker = new Worker();
    await worker.ask({ kind: 'load', file: tool.file });
    return worker;
  }

  /**
   * @param limit in ms; the process is ended when it is over
   * @throws NoAnswer, or Error with the words of what the tool threw
   */
  ask<K extends Request['kind']>(request: Request & { kind: K }, limit = Infinity): Promise<Replies[K]> {
    const { child } = this;
    return new Promise((resolve, reject) => {
      const settle = (act: () => void) => {
        clearTimeout(timer);
        child.off('message', onReply).off('exit', onExit);
        act();
      };
      const onReply = (reply: Reply) => {
        settle(() => {
          if ('error' in reply) reject(new Error(reply.error));
          else resolve(reply.value as Replies[K]);
        });
      };
      const onExit = () => settle(() => reject(new NoAnswer('died')));
      const giveUp = () => {
        settle(() => reject(new NoAnswer(`longer than ${limit / 1_000} s`)));
        this.end();
      };
      const timer = Number.isFinite(limit) ? setTimeout(giveUp, limit) : undefined;
      child.once('message', onReply).once('exit', onExit);
      child.send(request);
    });
  }

  end(): void {
    this.child.kill('SIGKILL');
  }
}
