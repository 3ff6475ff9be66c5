const HEADER_BYTES = 8;
const TEXT_BYTES = 64 * 1_024;
const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** What a worker is at, in memory shared with whoever watches it: there even when the worker never answers again. */
export class BlackBox {
  readonly memory: SharedArrayBuffer;
  private readonly header: Int32Array;
  private readonly bytes: Uint8Array;

  constructor(memory = new SharedArrayBuffer(HEADER_BYTES + TEXT_BYTES)) {
    this.memory = memory;
    this.header = new Int32Array(memory, 0, 2);
    this.bytes = new Uint8Array(memory, HEADER_BYTES);
  }

  /** Cases begun so far. */
  get begun(): number {
    return Atomics.load(this.header, 0);
  }

  /** The text of the case begun last, its beginning at least. */
  get text(): string {
    return decoder.decode(this.bytes.slice(0, Atomics.load(this.header, 1)));
  }

  begin(text: string): void {
    Atomics.store(this.header, 1, encoder.encodeInto(text, this.bytes).written);
    Atomics.add(this.header, 0, 1);
  }
}
