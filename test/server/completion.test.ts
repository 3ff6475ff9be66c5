import { describe, expect, it } from 'vitest';
import { CompletionItemKind, CompletionRequest, CompletionResolveRequest } from 'vscode-languageserver/node';
import type { CompletionList } from 'vscode-languageserver/node';
import { position, textDocument, useJob } from './job.ts';
import { at } from './places.ts';

const job = useJob();

describe('completion', () => {
  it('offers columns of the table in question, told once what they replace', async () => {
    const list = await complete('total FROM sums', 'before');
    expect(list.itemDefaults?.editRange).toMatchObject({ start: position('total FROM sums') });
    const column = list.items.find(({ label }) => label === 'total');
    expect(column).toMatchObject({ kind: CompletionItemKind.Field });
    expect(list.items.filter(({ documentation }) => documentation !== undefined)).toEqual([]);
  });

  it('documents an offer when it is looked at', async () => {
    const list = await complete('total FROM sums', 'before');
    const offer = list.items.find(({ label }) => label === 'COUNT')!;
    const resolved = await job.server.request(CompletionResolveRequest.type, offer);
    expect(JSON.stringify(resolved.documentation)).toContain('COUNT');
    expect(offer.insertTextFormat).toBe(2);
  });

  it('offers nothing behind the quote that ends a text', async () => {
    const copy = 'untitled:quotes.sql';
    const text = "SELECT `a` FROM s;\nCREATE TABLE t (a INT) WITH (type = '')";
    await job.server.open(copy, text);
    const offered = async (mark: string, triggerCharacter?: string): Promise<number> => {
      const list = (await job.server.request(CompletionRequest.type, {
        textDocument: { uri: copy },
        position: at(text, mark, 'behind'),
        context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
      })) as CompletionList | null;
      return list?.items.length ?? 0;
    };
    expect(await offered("type = '", "'")).toBeGreaterThan(10);
    expect(await offered('SELECT `a`')).toBeGreaterThan(0);
    expect(await offered('SELECT `a`', '`')).toBe(0);
    await job.server.close(copy);
  });

  it('knows the parameters of the job, by name', async () => {
    await job.facts({ parameters: { topic: 'secret-topic', size: '3' } });
    const list = await complete('${', 'behind');
    expect(list.items.map(({ label }) => label)).toEqual(['topic', 'size']);
    expect(JSON.stringify(list)).not.toContain('secret');
  });

  async function complete(mark: string, side: 'before' | 'behind'): Promise<CompletionList> {
    const params = { textDocument, position: position(mark, side) };
    return (await job.server.request(CompletionRequest.type, params)) as CompletionList;
  }
});
