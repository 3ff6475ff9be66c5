import type * as vscode from 'vscode';

/** Notes in the log what is said to the server and how long its answers take; never what is in it. */
export class Trace {
  readonly #log: Pick<vscode.LogOutputChannel, 'info'>;
  readonly #isOn: () => boolean;

  constructor(log: Pick<vscode.LogOutputChannel, 'info'>, isOn: () => boolean) {
    this.#log = log;
    this.#isOn = isOn;
  }

  async request<T>(method: string, answer: Promise<T>): Promise<T> {
    if (!this.#isOn()) return answer;
    const since = performance.now();
    try {
      const result = await answer;
      this.#note(method, 'answered', since);
      return result;
    } catch (error) {
      this.#note(method, 'not answered', since);
      throw error;
    }
  }

  notification(method: string): void {
    if (this.#isOn()) this.#log.info(`${method}: sent`);
  }

  #note(method: string, how: string, since: number): void {
    this.#log.info(`${method}: ${how} after ${(performance.now() - since).toFixed(1)} ms`);
  }
}
