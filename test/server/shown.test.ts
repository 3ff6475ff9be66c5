import { describe, expect, it } from 'vitest';
import {
  DocumentLinkRequest,
  InlayHintRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
} from 'vscode-languageserver/node';
import type { SemanticTokens, SemanticTokensDelta } from 'vscode-languageserver/node';
import { position, textDocument, useJob } from './job.ts';
import { textIn } from './places.ts';
import { SCRIPT } from './script.ts';

const job = useJob();

describe('what is shown in the text', () => {
  it('colours names by what they are, as a whole, in part, and as a difference', async () => {
    const { legend } = job.server.initialized.capabilities.semanticTokensProvider!;
    const whole = (await job.server.request(SemanticTokensRequest.type, { textDocument }))!;
    const first = whole.data.slice(0, 5);
    expect(first).toEqual([0, 16, 5, legend.tokenTypes.indexOf('function'), 1]);
    const range = { start: { line: 11, character: 0 }, end: { line: 12, character: 0 } };
    const part = await job.server.request(SemanticTokensRangeRequest.type, { textDocument, range });
    expect(part!.data.slice(0, 5)).toEqual([11, 13, 6, legend.tokenTypes.indexOf('class'), 1]);

    const copy = 'untitled:colours.sql';
    await job.server.open(copy, SCRIPT);
    const before = (await job.server.request(SemanticTokensRequest.type, { textDocument: { uri: copy } }))!;
    await job.server.change(copy, 2, {
      range: { start: position('totals ('), end: position('totals (') },
      text: ' ',
    });
    const delta = (await job.server.request(SemanticTokensDeltaRequest.type, {
      textDocument: { uri: copy },
      previousResultId: before.resultId!,
    })) as SemanticTokensDelta;
    const after = (await job.server.request(SemanticTokensRequest.type, {
      textDocument: { uri: copy },
    })) as SemanticTokens;
    const data = [...before.data];
    for (const { start, deleteCount, data: put = [] } of delta.edits) data.splice(start, deleteCount, ...put);
    expect(data).toEqual(after.data);
    expect(delta.edits[0]!.data).toHaveLength(5);
    await job.server.close(copy);
  });

  it('tells types nobody wrote', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 14, character: 0 } };
    const hints = await job.server.request(InlayHintRequest.type, { textDocument, range });
    expect(hints!.map(({ position: { line }, label }) => [line, label])).toContainEqual([5, ': DOUBLE']);
  });

  it('links parameters and classes to where the editor says they are', async () => {
    await job.facts({
      parameters: {},
      links: { parameters: 'blink:/job.properties', classes: { 'com.example.Parse': 'blink:/p.jar' } },
    });
    const links = (await job.server.request(DocumentLinkRequest.type, { textDocument }))!;
    expect(links.map(({ range, target }) => [textIn(SCRIPT, range), target])).toEqual([
      ['com.example.Parse', 'blink:/p.jar'],
      ['${topic}', 'blink:/job.properties'],
    ]);
    await job.facts(null);
    expect(await job.server.request(DocumentLinkRequest.type, { textDocument })).toBeNull();
  });
});
