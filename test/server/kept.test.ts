import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  CodeLensRequest,
  DocumentLinkRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import { JOB_FACTS } from '../../src/server/protocol.ts';
import type { JobFacts } from '../../src/server/protocol.ts';
import { LineTable } from '../../src/server/documents/lineTable.ts';
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

/** Statements that share lines, names and comments over several lines, regions, lists that fold. */
const TEXT = `${SCRIPT}-- #region one
-- two
SELECT \`a
b\`, CASE WHEN (1
 = 1) THEN 'x' END FROM orders; /* at the
end */ SELECT id,
 total FROM totals; INSERT INTO sums SELECT (
 id), \${n} FROM
 orders;
-- endregion
-- three
-- four`;

const piece = fc.constantFrom(
  '', '', ' ', ';', "'", '`', '"', '(', ')', '--', '/*', '*/', '\n', '\n\n', '\r\n', '\r', 'x', '表', '${p}', ', id',
  '\n-- #region\n', '-- endregion\n', '\nSELECT (\n1\n);\n', '\nINSERT INTO orders SELECT * FROM totals;\n', 'sums',
); // prettier-ignore
const edit = fc.record({
  start: fc.nat(),
  length: fc.oneof(fc.constant(0), fc.nat(3), fc.nat(60)),
  text: piece,
});

async function linked(uri: string): Promise<void> {
  const facts = { parameters: {}, links: { parameters: 'blink:/p', classes: { '*': 'blink:/c' } } };
  await server.connection.sendNotification(JOB_FACTS, { uri, facts } satisfies JobFacts);
}

function shape(uri: string, end: number): Promise<unknown[]> {
  const textDocument = { uri };
  const range = { start: { line: 3, character: 2 }, end: { line: end, character: 4 } };
  return Promise.all([
    server.request(DocumentSymbolRequest.type, { textDocument }),
    server.request(FoldingRangeRequest.type, { textDocument }),
    server.request(DocumentLinkRequest.type, { textDocument }),
    server.request(CodeLensRequest.type, { textDocument }).then(all => all?.map(lens => lens.range)),
    server.request(SemanticTokensRangeRequest.type, { textDocument, range }).then(tokens => tokens?.data),
  ]);
}

it('colours, outline, folds and links put together of what was kept equal those of the text opened anew', async () => {
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 6 }), async edits => {
      const uri = `untitled:kept ${++count}.sql`;
      const textDocument = { uri };
      await server.open(uri, TEXT);
      await linked(uri);
      const first = await server.request(SemanticTokensRequest.type, { textDocument });
      let colours = first?.data ?? [];
      let previousResultId = first?.resultId ?? '';
      let text = TEXT;
      for (const [i, { start, length, text: put }] of edits.entries()) {
        const lines = new LineTable(text);
        const range = {
          start: lines.positionAt(start % (text.length + 1)),
          end: lines.positionAt((start % (text.length + 1)) + length),
        };
        text = text.slice(0, lines.offsetAt(range.start)) + put + text.slice(lines.offsetAt(range.end));
        await server.change(uri, i + 2, { range, text: put });
        const fresh = `${uri} ${i}`;
        await server.open(fresh, text);
        await linked(fresh);
        const [delta, anew, kept, read] = await Promise.all([
          server.request(SemanticTokensDeltaRequest.type, { textDocument, previousResultId }),
          server.request(SemanticTokensRequest.type, { textDocument: { uri: fresh } }),
          shape(uri, 8 + i),
          shape(fresh, 8 + i),
        ]);
        expect(kept).toEqual(read);
        if (delta === null || !('edits' in delta)) throw new Error('no difference was told');
        colours = [...colours];
        for (const { start: at, deleteCount, data = [] } of delta.edits)
          colours.splice(at, deleteCount, ...data);
        previousResultId = delta.resultId ?? '';
        expect(colours).toEqual(anew?.data);
        await server.close(fresh);
      }
      await server.close(uri);
    }),
    { numRuns: 60 },
  );
});

it('colours, outline and folds come behind the diagnostics of the text', async () => {
  const uri = 'untitled:order.sql';
  const textDocument = { uri };
  await server.opened(uri, TEXT);
  const order: string[] = [];
  const note = (what: string) => (): number => order.push(what);
  const position = { line: 0, character: 0 };
  const asked = [
    server.request(SemanticTokensRequest.type, { textDocument }).then(note('colours')),
    server.request(DocumentSymbolRequest.type, { textDocument }).then(note('outline')),
    server.request(FoldingRangeRequest.type, { textDocument }).then(note('folds')),
  ];
  await Promise.all(asked);
  order.length = 0;
  await Promise.all([
    server.change(uri, 2, { range: { start: position, end: position }, text: ' ' }),
    server.request(FoldingRangeRequest.type, { textDocument }).then(note('folds')),
    server.request(SemanticTokensRequest.type, { textDocument }).then(note('colours')),
    server.diagnostics(uri, 2).then(note('diagnostics')),
  ]);
  expect(order).toEqual(['diagnostics', 'folds', 'colours']);
  await server.close(uri);
});
