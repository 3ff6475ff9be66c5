import { describe, expect, it } from 'vitest';
import {
  CodeLensRequest,
  CodeLensResolveRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  SelectionRangeRequest,
} from 'vscode-languageserver/node';
import type { DocumentSymbol, SelectionRange } from 'vscode-languageserver/node';
import { position, textDocument, texts, uri, useJob } from './job.ts';
import { textIn } from './places.ts';
import { SCRIPT } from './script.ts';

const job = useJob();

describe('the shape of a script', () => {
  it('is outlined, with the roles of tables', async () => {
    const found = (await job.server.request(DocumentSymbolRequest.type, {
      textDocument,
    })) as DocumentSymbol[];
    expect(found.map(({ name, detail }) => [name, detail])).toEqual([
      ['parse', 'com.example.Parse'],
      ['orders', 'source · random'],
      ['totals', 'sink · print'],
      ['sums', ''],
      ['totals', 'INSERT'],
    ]);
    expect(found[1]!.children!.map(({ name }) => name)).toEqual(['id', 'price', 'ts', 'twice', 'wm']);
  });

  it('is folded, its closing parentheses in view', async () => {
    const found = await job.server.request(FoldingRangeRequest.type, { textDocument });
    expect(found).toContainEqual({ startLine: 7, endLine: 9 });
  });

  it('grows a selection from the word to the script', async () => {
    const positions = [position('price) AS')];
    const [first] = (await job.server.request(SelectionRangeRequest.type, { textDocument, positions }))!;
    const chain: string[] = [];
    for (let one: SelectionRange | undefined = first; one !== undefined; one = one.parent)
      chain.push(textIn(SCRIPT, one.range));
    expect(chain[0]).toBe('price');
    expect(chain).toContain('SUM(price)');
    expect(chain.at(-1)).toBe(SCRIPT);
  });

  it('has a lens on tables and views that counts when it is seen', async () => {
    const lenses = (await job.server.request(CodeLensRequest.type, { textDocument }))!;
    expect(texts(lenses)).toEqual(['1: orders', '11: totals', '12: sums']);
    const { command } = await job.server.request(CodeLensResolveRequest.type, lenses[2]!);
    expect(command).toMatchObject({ title: '1 reference', command: 'blink.showReferences' });
    expect(command!.arguments).toMatchObject([
      uri,
      position('sums AS'),
      [{ uri, range: { start: position('sums;') } }],
    ]);
  });
});
