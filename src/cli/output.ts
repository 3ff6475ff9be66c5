import { once } from 'node:events';

const FLUSH_AT = 64 * 1_024;

/** Standard output in large pieces: many small lines are slow, and a slow reader must be waited for. */
export class Output {
  private waiting: string[] = [];
  private size = 0;

  /** Adds a line; waits when the reader is slower. */
  async line(text: string): Promise<void> {
    this.waiting.push(text, '\n');
    this.size += text.length + 1;
    if (this.size >= FLUSH_AT) await this.flush();
  }

  async write(text: string): Promise<void> {
    this.waiting.push(text);
    await this.flush();
  }

  async flush(): Promise<void> {
    const text = this.waiting.join('');
    this.waiting = [];
    this.size = 0;
    if (text !== '' && !process.stdout.write(text)) await once(process.stdout, 'drain');
  }
}
