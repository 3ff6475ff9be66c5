import { describe, expect, it } from 'vitest';
import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from 'vscode-languageserver/node';
import type { TextEdit } from 'vscode-languageserver/node';
import { options, position, textDocument, useJob } from './job.ts';
import { applied } from './places.ts';
import { SCRIPT } from './script.ts';

const job = useJob();

describe('formatting', () => {
  it('lays out the document, or the statements of a range', async () => {
    const edits = (await job.server.request(DocumentFormattingRequest.type, { textDocument, options }))!;
    const formatted = applied(SCRIPT, edits);
    expect(formatted).toContain(
      'CREATE VIEW sums AS\nSELECT id, SUM(price) AS total\nFROM orders\nGROUP BY id;',
    );
    const range = { start: position('INSERT'), end: position('INSERT', 'behind') };
    const part = (await job.server.request(DocumentRangeFormattingRequest.type, {
      textDocument,
      options,
      range,
    }))!;
    const [head, tail] = applied(SCRIPT, part).split('GROUP BY id;');
    expect(head).toBe(SCRIPT.split('GROUP BY id;')[0]);
    expect(tail).toBe('\n\nINSERT INTO totals\nSELECT id, total\nFROM sums;\n');
  });

  it('puts right what was just typed', async () => {
    const copy = 'untitled:typed.sql';
    const text = 'CREATE TABLE t (\n';
    await job.server.open(copy, text);
    const edits = (await job.server.request(DocumentOnTypeFormattingRequest.type, {
      textDocument: { uri: copy },
      position: { line: 1, character: 0 },
      ch: '\n',
      options,
    })) as TextEdit[];
    expect(applied(text, edits)).toBe('CREATE TABLE t (\n  ');
    await job.server.close(copy);
  });
});
