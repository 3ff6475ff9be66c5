import type { ToPanel } from '../webviews/instance/messages.ts';

/**
 * Messages on their way to a page. Until the page has said that it listens they wait; and since a page that was hidden
 * is thrown away and made anew, the last message of each section is said again to every new page.
 */
export class Outbox {
  readonly #send: (message: ToPanel) => void;
  readonly #last = new Map<string, ToPanel>();
  #state: 'waiting' | 'open' | 'closed' = 'waiting';

  constructor(send: (message: ToPanel) => void) {
    this.#send = send;
  }

  has(type: ToPanel['type']): boolean {
    return this.#last.has(type);
  }

  post(message: ToPanel): void {
    // A success makes the failure before it void.
    if (message.type === 'status' || message.type === 'points') this.#last.delete(`${message.type}Failed`);
    this.#last.delete(message.type);
    this.#last.set(message.type, message);
    if (this.#state === 'open') this.#send(message);
  }

  /** A page listens. */
  open(): void {
    if (this.#state === 'closed') return;
    this.#state = 'open';
    for (const message of this.#last.values()) this.#send(message);
  }

  close(): void {
    this.#state = 'closed';
    this.#last.clear();
  }
}
