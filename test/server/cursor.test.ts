import { describe, expect, it } from 'vitest';
import {
  DefinitionRequest,
  DocumentHighlightRequest,
  HoverRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver/node';
import type { LocationLink } from 'vscode-languageserver/node';
import { editsOf, position, textDocument, texts, uri, useJob } from './job.ts';
import { applied, textIn } from './places.ts';
import { SCRIPT } from './script.ts';

const job = useJob();

describe('what is under the cursor', () => {
  it('is explained', async () => {
    const hover = await job.server.request(HoverRequest.type, { textDocument, position: position('SUM') });
    expect(hover?.contents).toMatchObject({ kind: 'markdown' });
    expect(JSON.stringify(hover?.contents)).toContain('Sum of the values');
    expect(textIn(SCRIPT, hover!.range!)).toBe('SUM');
    expect(
      await job.server.request(HoverRequest.type, { textDocument, position: position('CREATE') }),
    ).toBeNull();
  });

  it('shows the parameters of a call', async () => {
    const help = await job.server.request(SignatureHelpRequest.type, {
      textDocument,
      position: position('price) AS'),
    });
    expect([help?.activeSignature, help?.activeParameter]).toEqual([0, 0]);
    const { label, parameters } = help!.signatures[0]!;
    const [start, end] = parameters![0]!.label as [number, number];
    expect(label.slice(start, end)).toMatch(/^x /);
  });

  it('leads to its declaration and to its uses', async () => {
    const cursor = position('sums;');
    const [link] = (await job.server.request(DefinitionRequest.type, {
      textDocument,
      position: cursor,
    })) as LocationLink[];
    expect(link).toMatchObject({ targetUri: uri, targetSelectionRange: { start: position('sums AS') } });
    expect(textIn(SCRIPT, link!.originSelectionRange!)).toBe('sums');
    const context = { includeDeclaration: false };
    const found = await job.server.request(ReferencesRequest.type, {
      textDocument,
      position: cursor,
      context,
    });
    expect(texts(found!)).toEqual(['13: sums']);
    const marks = await job.server.request(DocumentHighlightRequest.type, {
      textDocument,
      position: position('total FROM'),
    });
    expect(marks!.map(({ kind }) => kind)).toEqual([3, 2]);
  });

  it('is renamed everywhere, quoted where it must be', async () => {
    const cursor = position('orders (');
    const prepared = await job.server.request(PrepareRenameRequest.type, { textDocument, position: cursor });
    expect(prepared).toMatchObject({ placeholder: 'orders' });
    const edit = await job.server.request(RenameRequest.type, {
      textDocument,
      position: cursor,
      newName: 'order',
    });
    expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    expect(applied(SCRIPT, editsOf(edit!)).match(/`order`/g)).toHaveLength(2);
  });

  it('is not renamed without a reason to tell', async () => {
    const asked = job.server.request(RenameRequest.type, {
      textDocument,
      position: position('SUM'),
      newName: 'x',
    });
    await expect(asked).rejects.toThrow('A built-in function cannot be renamed.');
  });
});
