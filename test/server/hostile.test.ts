import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CompletionRequest,
  DocumentFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { TestServer } from './testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(async () => {
  expect(server.log).toEqual([]);
  expect(await server.end()).toBe(0);
});

const noise = (length: number): string =>
  Array.from({ length }, (_, i) => String.fromCharCode((i * 7_919 * 31 + (i >> 3)) % 65_536)).join('');

const SCRIPTS: Readonly<Record<string, string>> = {
  '10,000 nested parentheses': `SELECT ${'('.repeat(10_000)}1${')'.repeat(10_000)}`,
  'parentheses that never end': '('.repeat(140_000),
  'binary noise with lone surrogates': noise(140_000),
  'quotes without end': "'".repeat(140_001),
  'CASE in CASE': `SELECT ${'CASE WHEN '.repeat(10_000)}`,
  'an expression of 30,000 operands': `SELECT ${'a + '.repeat(30_000)}1 FROM t`,
  '5,000 statements': 'SELECT 1;\r'.repeat(5_000),
  'comments only': '-- a\n/* b */'.repeat(10_000),
};

it.each(Object.keys(SCRIPTS))('bears %s, and hears other requests meanwhile', async name => {
  const uri = `untitled:${name}`;
  await server.open(uri, SCRIPTS[name]!);
  const small = server.opened(`untitled:small beside ${name}`, 'SELECT FROM t');
  expect((await small).length).toBeGreaterThan(0);
  await server.diagnostics(uri, 1);
  const textDocument = { uri };
  const position = { line: 0, character: 100 };
  await Promise.all([
    server.request(HoverRequest.type, { textDocument, position }),
    server.request(CompletionRequest.type, { textDocument, position }),
    server.request(DocumentSymbolRequest.type, { textDocument }),
    server.request(FoldingRangeRequest.type, { textDocument }),
    server.request(SemanticTokensRequest.type, { textDocument }),
    server.request(DocumentFormattingRequest.type, {
      textDocument,
      options: { tabSize: 2, insertSpaces: true },
    }),
  ]);
  await server.close(uri);
});

const EXCESSIVE: Readonly<Record<string, { text: () => string; line: number; notice: string }>> = {
  '50 MB': { text: () => 'SELECT 1;\n'.repeat(5_000_000), line: 0, notice: 'more than 1,500,000 characters' },
  'one line of 10 MB': {
    text: () => 'a'.repeat(10_000_000),
    line: 0,
    notice: 'more than 1,500,000 characters',
  },
  '100,000 statements': {
    text: () => 'SELECT 1;\n'.repeat(100_000),
    line: 0,
    notice: 'more than 20,000 statements',
  },
  'a quote that glues all together': {
    text: () => `SELECT 1;\nSELECT 'it;${'\nSELECT 1;'.repeat(20_000)}`,
    line: 0,
    notice: 'more than 150,000 characters',
  },
};

it.each(Object.keys(EXCESSIVE))(
  'says that %s is too much, and goes on when it is not',
  async name => {
    const { text, line, notice } = EXCESSIVE[name]!;
    const uri = `untitled:${name}`;
    const [found, ...others] = await server.opened(uri, text());
    expect(others).toEqual([]);
    expect(found).toMatchObject({ code: 'too-large', severity: 3, range: { start: { line } } });
    expect(found!.message).toContain(notice);
    const textDocument = { uri };
    expect(
      await server.request(HoverRequest.type, { textDocument, position: { line: 0, character: 1 } }),
    ).toBeNull();
    await server.change(uri, 2, {
      range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
      text: 'x',
    });
    expect(await server.diagnostics(uri, 2)).toHaveLength(1);
    await server.change(uri, 3, { text: 'SELECT FROM t' });
    expect((await server.diagnostics(uri, 3))[0]).toMatchObject({ code: 'syntax' });
    await server.close(uri);
  },
  60_000,
);
