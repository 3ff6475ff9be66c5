import { fork } from 'node:child_process';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  CompletionRequest,
  HoverRequest,
  LSPErrorCodes,
  WorkspaceSymbolRequest,
} from 'vscode-languageserver/node';
import { LIST_FILES, READ_FILE } from '../../src/server/protocol.ts';
import type { ListedFile, ReadFileParams } from '../../src/server/protocol.ts';
import { job } from '../bench/inputs/job.ts';
import { SCRIPT } from './script.ts';
import { program, TestServer } from './testServer.ts';

const uri = 'untitled:life.sql';
const textDocument = { uri };
let server: TestServer | undefined;
afterEach(async () => {
  await server?.end();
  server = undefined;
});
const started = async (...options: Parameters<typeof TestServer.start>): Promise<TestServer> =>
  (server = await TestServer.start(...options));

describe('a server', () => {
  it('speaks over standard streams as well, in Chinese, to an editor that can do little', async () => {
    const plain = await started({ transport: '--stdio', language: 'zh', capabilities: {} });
    const [found] = await plain.opened(uri, 'SELECT FROM t');
    expect(found!.message).toMatch(/[\u4e00-\u9fff]/);
    const list = await plain.request(CompletionRequest.type, {
      textDocument,
      position: { line: 0, character: 7 },
    });
    const items = Array.isArray(list) ? list : list!.items;
    const count = items.find(({ label }) => label === 'COUNT')!;
    expect(count.textEdit).toMatchObject({ newText: expect.not.stringContaining('$') as unknown });
    expect(count.insertTextFormat).toBeUndefined();
  });

  it('ends with 0 when told to, and of itself when its editor is gone', async () => {
    const told = await TestServer.start();
    expect(await told.end()).toBe(0);
    const left = fork(await program(), ['--node-ipc'], { execArgv: [] });
    await once(left, 'spawn');
    const ended = once(left, 'exit');
    left.disconnect();
    expect(await ended).toEqual([1, null]);
  });

  it('fails a request it cannot read, tells its log without the text, and lives on', async () => {
    const alive = await started();
    const secret = "SELECT 'accessKey-42' FROM t";
    await alive.opened(uri, secret);
    const broken = alive.connection.sendRequest(HoverRequest.method, { textDocument, position: null });
    await expect(broken).rejects.toMatchObject({ code: LSPErrorCodes.RequestFailed });
    expect(alive.log).toHaveLength(1);
    expect(alive.log[0]).toMatch(/^hover: TypeError\n\s+at /);
    expect(alive.log[0]).not.toContain('accessKey');
    expect(await alive.opened('untitled:other.sql', 'SELECT FROM t')).not.toEqual([]);
  });
});

describe('a request', () => {
  /** Takes more than one slice to read. */
  const long = Array.from({ length: 120 }, (_, i) => job(i)).join('\n');

  it('is given up when it is cancelled', async () => {
    const busy = await started();
    await busy.open(uri, long);
    const source = new CancellationTokenSource();
    const asked = busy.connection.sendRequest(
      HoverRequest.type,
      { textDocument, position: { line: 0, character: 1 } },
      source.token,
    );
    source.cancel();
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  });

  it('is refused when the text changes under it, and the change is not lost', async () => {
    const busy = await started();
    await busy.open(uri, long);
    const asked = busy.request(HoverRequest.type, { textDocument, position: { line: 0, character: 1 } });
    await busy.change(uri, 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: ',',
    });
    await expect(asked).rejects.toMatchObject({ code: LSPErrorCodes.ContentModified });
    expect((await busy.diagnostics(uri, 2))[0]).toMatchObject({ code: 'syntax' });
    expect(busy.published.map(({ version }) => version)).toEqual([2]);
  });

  it('of another document is answered while a long one is read', async () => {
    const busy = await started();
    await busy.open(uri, long);
    await busy.opened('untitled:short.sql', SCRIPT);
    expect(busy.published.map(item => item.uri)).toEqual(['untitled:short.sql']);
    await busy.diagnostics(uri, 1);
  });
});

it('finds symbols of all listed files, reads each once, and knows open ones as they are typed', async () => {
  const searching = await started();
  const files: ListedFile[] = [
    { uri: 'file:///a.blink.sql', tag: '1' },
    { uri: 'file:///b.blink.sql', tag: '1' },
    { uri: 'file:///gone.blink.sql', tag: '1' },
    { uri, tag: '1' },
  ];
  const texts: Record<string, string> = { 'file:///a.blink.sql': SCRIPT, 'file:///b.blink.sql': job(7) };
  const read: string[] = [];
  searching.connection.onRequest(LIST_FILES, () => files);
  searching.connection.onRequest(READ_FILE, (params: ReadFileParams) => {
    read.push(params.uri);
    return texts[params.uri] ?? null;
  });
  await searching.opened(uri, "CREATE TABLE typed_orders (a INT) WITH (type = 'print');");
  const names = async (query: string): Promise<string[]> =>
    ((await searching.request(WorkspaceSymbolRequest.type, { query })) ?? []).map(({ name }) => name).sort();
  expect(await names('orders')).toEqual(['orders', 'orders_7', 'typed_orders']);
  expect(read.sort()).toEqual(['file:///a.blink.sql', 'file:///b.blink.sql', 'file:///gone.blink.sql']);
  files[0] = { uri: 'file:///a.blink.sql', tag: '2' };
  files.splice(1, 1);
  texts['file:///a.blink.sql'] = SCRIPT.replaceAll('orders', 'buyers');
  expect(await names('orders')).toEqual(['typed_orders']);
  expect(read).toHaveLength(4);
});
