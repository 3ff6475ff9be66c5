import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DocumentSymbolRequest } from 'vscode-languageserver/node';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver/node';
import { LineTable } from '../../src/server/documents/lineTable.ts';
import { at } from './places.ts';
import { SCRIPT } from './script.ts';
import { TestServer } from './testServer.ts';

let server: TestServer;
beforeAll(async () => {
  server = await TestServer.start();
});
afterAll(async () => {
  expect(server.log).toEqual([]);
  await server.end();
});

/** What people and programs put into a script, breaking it or not. */
const piece = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    ';',
    "'",
    '`',
    '"',
    '(',
    ')',
    ',',
    '--',
    '/*',
    '*/',
    '\n',
    '\r\n',
    '\r',
    '表',
    '\ud83d',
  ),
  fc.constantFrom('SELECT ', 'id', 'orders', ' FROM totals', '\nINSERT INTO totals SELECT 1, 2;\n', "'${x}'"),
);
const edit = fc.record({ start: fc.nat(), length: fc.oneof(fc.nat(3), fc.nat(80)), text: piece });
/** Some changes come in one notification, some notifications come in a burst. */
const session = fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 5 });

it('says after any edits what it says of the same text opened anew', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(session, async notifications => {
      const uri = `untitled:${++count}.sql`;
      await server.open(uri, SCRIPT);
      let text = SCRIPT;
      let version = 1;
      for (const edits of notifications) {
        const changes = edits.map(({ start, length, text: put }): TextDocumentContentChangeEvent => {
          const lines = new LineTable(text);
          const range = {
            start: lines.positionAt(start % (text.length + 1)),
            end: lines.positionAt((start % (text.length + 1)) + length),
          };
          text = text.slice(0, lines.offsetAt(range.start)) + put + text.slice(lines.offsetAt(range.end));
          return { range, text: put };
        });
        await server.change(uri, ++version, ...changes);
      }
      const fresh = `${uri}.fresh`;
      const [edited, anew] = await Promise.all([
        server.diagnostics(uri, version),
        server.opened(fresh, text),
      ]);
      expect(edited).toEqual(anew);
      const [outline, outlineAnew] = await Promise.all(
        [uri, fresh].map(one => server.request(DocumentSymbolRequest.type, { textDocument: { uri: one } })),
      );
      expect(outline).toEqual(outlineAnew);
      await Promise.all([server.close(uri), server.close(fresh)]);
    }),
    { numRuns: 150 },
  );
});

it('answers a burst of changes once, and a request behind a change from the newest text', async () => {
  const uri = 'untitled:burst.sql';
  await server.opened(uri, 'SELECT 1');
  const before = server.published.length;
  const word = 'CREATE VIEW late AS ';
  for (let i = 0; i < word.length; i++) {
    const position = { line: 0, character: i };
    void server.change(uri, i + 2, { range: { start: position, end: position }, text: word.charAt(i) });
  }
  const symbols = await server.request(DocumentSymbolRequest.type, { textDocument: { uri } });
  expect(symbols).toMatchObject([{ name: 'late' }]);
  await server.diagnostics(uri, word.length + 1);
  const published = server.published.slice(before).map(({ version }) => version);
  expect(published.at(-1)).toBe(word.length + 1);
  expect(published.length).toBeLessThan(word.length / 2);
  await server.close(uri);
});

it('takes a whole new text, ends of lines of all kinds, and positions behind the end of a line', async () => {
  const uri = 'untitled:whole.sql';
  await server.open(uri, SCRIPT);
  const text = 'SELECT 1\r\nFROMM a;\rSELECT\nFROM b';
  await server.change(uri, 2, { text });
  const found = await server.diagnostics(uri, 2);
  expect(found).toEqual(await server.opened('untitled:same.sql', text));
  expect(found.map(({ range }) => range.start.line)).toContain(3);
  const end = at(text, 'SELECT 1', 'behind');
  const behind = { line: end.line, character: 500 };
  await server.change(uri, 3, { range: { start: behind, end: behind }, text: ',,' });
  const [first] = await server.diagnostics(uri, 3);
  expect(first!.range.start).toEqual({ line: 0, character: 8 });
});
