import { describe, expect, it } from 'vitest';
import { CancellationTokenSource, LSPErrorCodes } from 'vscode-languageserver';
import { Background } from '../background.ts';
import { OpenDocument } from '../documents/openDocument.ts';
import { answering, answeringLater } from './feature.ts';
import type { Parts } from './feature.ts';

const uri = 'untitled:a.sql';
const params = { textDocument: { uri } };

/** Handlers of both kinds, and the moment at which the diagnostics are published. */
function handlers() {
  const document = new OpenDocument(uri, 1, 'SELECT 1');
  const logged: string[] = [];
  let publish: () => void = () => undefined;
  const published = new Promise<void>(resolve => (publish = resolve));
  // No more of a connection is asked for than its log.
  const connection = { console: { error: (text: string) => logged.push(text) } };
  const parts = {
    connection,
    documents: { get: (asked: string) => (asked === uri ? document : undefined) },
    publisher: { published: () => published },
    background: new Background(),
  } as unknown as Parts;
  let answered = 0;
  const answer = (): number => ++answered;
  return {
    document,
    publish,
    logged,
    now: answering(parts, 'now', null, answer),
    later: answeringLater(parts, 'later', null, answer),
    count: () => answered,
  };
}

const { token } = new CancellationTokenSource();

describe('a request about a document', () => {
  it('is answered behind the diagnostics when nobody waits for it, and else at once', async () => {
    const { now, later, publish, count } = handlers();
    const waiting = later(params, token);
    expect(await now(params, token)).toBe(1);
    expect(count()).toBe(1);
    publish();
    expect(await waiting).toBe(2);
  });

  it('is refused when the text has changed meanwhile, and costs nothing then', async () => {
    const { document, later, publish, count } = handlers();
    const waiting = later(params, token);
    document.change(2, [{ text: 'SELECT 2' }]);
    publish();
    expect(await waiting).toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect(count()).toBe(0);
    expect(await later(params, token)).toBe(1);
  });

  it('is refused when it was cancelled', async () => {
    const { later, publish, count } = handlers();
    const source = new CancellationTokenSource();
    const waiting = later(params, source.token);
    source.cancel();
    publish();
    expect(await waiting).toMatchObject({ code: LSPErrorCodes.RequestCancelled });
    expect(count()).toBe(0);
  });

  it('is answered with nothing when the document is not open', async () => {
    const { now, later } = handlers();
    const other = { textDocument: { uri: 'untitled:other.sql' } };
    expect(await Promise.all([now(other, token), later(other, token)])).toEqual([null, null]);
  });
});
