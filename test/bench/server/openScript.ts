import { LineMap } from '../../../src/language/syntax/positions.ts';
import type { TextChange } from '../adapters/adapter.ts';
import type { LanguageServer } from './languageServer.ts';

const URI = 'file:///bench.blink.sql';
const DOCUMENT = { uri: URI };

/** The document of a measurement, on the editor's side. */
export class OpenScript {
  private readonly server: LanguageServer;
  private text: string;
  private version = 1;

  constructor(server: LanguageServer, text: string) {
    this.server = server;
    this.text = text;
  }

  /** @returns ms from sending the text to its diagnostics */
  async open(): Promise<number> {
    const arrived = this.server.diagnosticsOf(this.version);
    const before = performance.now();
    this.server.notify('textDocument/didOpen', {
      textDocument: { ...DOCUMENT, languageId: 'blink-sql', version: this.version, text: this.text },
    });
    await arrived;
    return performance.now() - before;
  }

  /** @returns ms from sending a keystroke to the diagnostics of the text with it */
  async type(change: TextChange): Promise<number> {
    const send = this.keystroke(change);
    const arrived = this.server.diagnosticsOf(this.version);
    const before = performance.now();
    send();
    await arrived;
    return performance.now() - before;
  }

  /**
   * A keystroke and all an editor asks for behind it, at once; in truth it waits a little with the most of it.
   * @returns ms from sending the keystroke to its diagnostics, and to the last answer
   */
  async typeAndAsk(change: TextChange): Promise<{ diagnostics: number; all: number }> {
    const send = this.keystroke(change);
    const arrived = this.server.diagnosticsOf(this.version);
    const before = performance.now();
    send();
    const asked = ['semanticTokens/full', 'documentSymbol', 'foldingRange'].map(name =>
      this.server.request(`textDocument/${name}`, { textDocument: DOCUMENT }),
    );
    await arrived;
    const diagnostics = performance.now() - before;
    await Promise.all(asked);
    return { diagnostics, all: performance.now() - before };
  }

  /** @returns ms from sending a keystroke, with a request for completion right behind it, to the answer */
  async complete(change: TextChange): Promise<{ time: number; items: number }> {
    const send = this.keystroke(change);
    const position = positionOf(new LineMap(this.text), change.start + change.text.length);
    const arrived = this.server.diagnosticsOf(this.version);
    const before = performance.now();
    send();
    const answer = await this.server.request('textDocument/completion', { textDocument: DOCUMENT, position });
    const time = performance.now() - before;
    await arrived;
    return { time, items: itemsOf(answer) };
  }

  /** Makes a change here, and returns what sends it; all that takes time here is done before. */
  private keystroke({ start, end, text }: TextChange): () => void {
    const lines = new LineMap(this.text);
    const range = { start: positionOf(lines, start), end: positionOf(lines, end) };
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.version += 1;
    const params = {
      textDocument: { ...DOCUMENT, version: this.version },
      contentChanges: [{ range, text }],
    };
    return () => this.server.notify('textDocument/didChange', params);
  }
}

function positionOf(lines: LineMap, offset: number): { line: number; character: number } {
  const { line, column } = lines.position(offset);
  return { line: line - 1, character: column - 1 };
}

function itemsOf(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  if (typeof answer !== 'object' || answer === null || !('items' in answer)) return 0;
  return Array.isArray(answer.items) ? answer.items.length : 0;
}
