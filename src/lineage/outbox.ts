import type { ToPanel } from '../webviews/lineage/messages.ts';

/** A page shows one of these in the same place. */
const SECTION: Readonly<Partial<Record<ToPanel['type'], string>>> = {
  lineage: 'content',
  nothing: 'content',
};

/** Said once, and of no interest to a page made later. */
const MOMENTARY: ReadonlySet<ToPanel['type']> = new Set<ToPanel['type']>(['done', 'focus']);

/**
 * Messages on their way to a page. Until the page has said that it listens they wait; and since a page that was hidden
 * is thrown away and made anew, the last message of each section is said again to every new page.
 */
export class Outbox {
  readonly #send: (message: ToPanel) => void;
  readonly #last = new Map<string, ToPanel>();
  #isOpen = false;

  constructor(send: (message: ToPanel) => void) {
    this.#send = send;
  }

  post(message: ToPanel): void {
    if (!MOMENTARY.has(message.type)) {
      const section = SECTION[message.type] ?? message.type;
      this.#last.delete(section);
      this.#last.set(section, message);
    }
    if (this.#isOpen) this.#send(message);
  }

  /** A page listens. */
  open(): void {
    this.#isOpen = true;
    for (const message of this.#last.values()) this.#send(message);
  }
}
