import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  CodeActionRequest,
  CodeLensRequest,
  CodeLensResolveRequest,
  CompletionItemKind,
  CompletionRequest,
  CompletionResolveRequest,
  DefinitionRequest,
  DiagnosticSeverity,
  DiagnosticTag,
  DocumentFormattingRequest,
  DocumentHighlightRequest,
  DocumentLinkRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
  DocumentSymbolRequest,
  FoldingRangeRequest,
  HoverRequest,
  InlayHintRequest,
  PrepareRenameRequest,
  ReferencesRequest,
  RenameRequest,
  SelectionRangeRequest,
  SemanticTokensDeltaRequest,
  SemanticTokensRangeRequest,
  SemanticTokensRequest,
  SignatureHelpRequest,
} from 'vscode-languageserver/node';
import type {
  CompletionList,
  DocumentSymbol,
  LocationLink,
  Position,
  SelectionRange,
  SemanticTokens,
  SemanticTokensDelta,
  TextEdit,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { JOB_FACTS, LINEAGE } from '../../src/server/protocol.ts';
import type { JobFacts, LineageResult } from '../../src/server/protocol.ts';
import { applied, at, textIn } from './places.ts';
import { SCRIPT } from './script.ts';
import { TestServer } from './testServer.ts';

const uri = 'untitled:job.sql';
const textDocument = { uri };
const options = { tabSize: 2, insertSpaces: true };
let server: TestServer;

beforeAll(async () => {
  server = await TestServer.start({ settings: { inlayHints: { types: true } } });
  await server.opened(uri, SCRIPT);
});
afterAll(async () => {
  expect(server.log).toEqual([]);
  await server.end();
});

const position = (mark: string, side?: 'before' | 'behind'): Position => at(SCRIPT, mark, side);
const texts = (ranges: readonly { range: Parameters<typeof textIn>[1] }[]): string[] =>
  ranges.map(({ range }) => `${range.start.line}: ${textIn(SCRIPT, range)}`);

describe('what is under the cursor', () => {
  it('is explained', async () => {
    const hover = await server.request(HoverRequest.type, { textDocument, position: position('SUM') });
    expect(hover?.contents).toMatchObject({ kind: 'markdown' });
    expect(JSON.stringify(hover?.contents)).toContain('Sum of the values');
    expect(textIn(SCRIPT, hover!.range!)).toBe('SUM');
    expect(
      await server.request(HoverRequest.type, { textDocument, position: position('CREATE') }),
    ).toBeNull();
  });

  it('shows the parameters of a call', async () => {
    const help = await server.request(SignatureHelpRequest.type, {
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
    const [link] = (await server.request(DefinitionRequest.type, {
      textDocument,
      position: cursor,
    })) as LocationLink[];
    expect(link).toMatchObject({ targetUri: uri, targetSelectionRange: { start: position('sums AS') } });
    expect(textIn(SCRIPT, link!.originSelectionRange!)).toBe('sums');
    const context = { includeDeclaration: false };
    const found = await server.request(ReferencesRequest.type, { textDocument, position: cursor, context });
    expect(texts(found!)).toEqual(['13: sums']);
    const marks = await server.request(DocumentHighlightRequest.type, {
      textDocument,
      position: position('total FROM'),
    });
    expect(marks!.map(({ kind }) => kind)).toEqual([3, 2]);
  });

  it('is renamed everywhere, quoted where it must be', async () => {
    const cursor = position('orders (');
    const prepared = await server.request(PrepareRenameRequest.type, { textDocument, position: cursor });
    expect(prepared).toMatchObject({ placeholder: 'orders' });
    const edit = await server.request(RenameRequest.type, {
      textDocument,
      position: cursor,
      newName: 'order',
    });
    expect(edit?.documentChanges).toMatchObject([{ textDocument: { uri, version: 1 } }]);
    expect(applied(SCRIPT, editsOf(edit!)).match(/`order`/g)).toHaveLength(2);
  });

  it('is not renamed without a reason to tell', async () => {
    const asked = server.request(RenameRequest.type, {
      textDocument,
      position: position('SUM'),
      newName: 'x',
    });
    await expect(asked).rejects.toThrow('A built-in function cannot be renamed.');
  });
});

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
    const resolved = await server.request(CompletionResolveRequest.type, offer);
    expect(JSON.stringify(resolved.documentation)).toContain('COUNT');
    expect(offer.insertTextFormat).toBe(2);
  });

  it('offers nothing behind the quote that ends a text', async () => {
    const copy = 'untitled:quotes.sql';
    const text = "SELECT `a` FROM s;\nCREATE TABLE t (a INT) WITH (type = '')";
    await server.open(copy, text);
    const offered = async (mark: string, triggerCharacter?: string): Promise<number> => {
      const list = (await server.request(CompletionRequest.type, {
        textDocument: { uri: copy },
        position: at(text, mark, 'behind'),
        context: triggerCharacter === undefined ? { triggerKind: 1 } : { triggerKind: 2, triggerCharacter },
      })) as CompletionList | null;
      return list?.items.length ?? 0;
    };
    expect(await offered("type = '", "'")).toBeGreaterThan(10);
    expect(await offered('SELECT `a`')).toBeGreaterThan(0);
    expect(await offered('SELECT `a`', '`')).toBe(0);
    await server.close(copy);
  });

  it('knows the parameters of the job, by name', async () => {
    await facts({ parameters: { topic: 'secret-topic', size: '3' } });
    const list = await complete('${', 'behind');
    expect(list.items.map(({ label }) => label)).toEqual(['topic', 'size']);
    expect(JSON.stringify(list)).not.toContain('secret');
  });

  async function complete(mark: string, side: 'before' | 'behind'): Promise<CompletionList> {
    const params = { textDocument, position: position(mark, side) };
    return (await server.request(CompletionRequest.type, params)) as CompletionList;
  }
});

describe('the shape of a script', () => {
  it('is outlined, with the roles of tables', async () => {
    const found = (await server.request(DocumentSymbolRequest.type, { textDocument })) as DocumentSymbol[];
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
    const found = await server.request(FoldingRangeRequest.type, { textDocument });
    expect(found).toContainEqual({ startLine: 7, endLine: 9 });
  });

  it('grows a selection from the word to the script', async () => {
    const positions = [position('price) AS')];
    const [first] = (await server.request(SelectionRangeRequest.type, { textDocument, positions }))!;
    const chain: string[] = [];
    for (let one: SelectionRange | undefined = first; one !== undefined; one = one.parent)
      chain.push(textIn(SCRIPT, one.range));
    expect(chain[0]).toBe('price');
    expect(chain).toContain('SUM(price)');
    expect(chain.at(-1)).toBe(SCRIPT);
  });

  it('has a lens on tables and views that counts when it is seen', async () => {
    const lenses = (await server.request(CodeLensRequest.type, { textDocument }))!;
    expect(texts(lenses)).toEqual(['1: orders', '11: totals', '12: sums']);
    const { command } = await server.request(CodeLensResolveRequest.type, lenses[2]!);
    expect(command).toMatchObject({ title: '1 reference', command: 'blink.showReferences' });
    expect(command!.arguments).toMatchObject([
      uri,
      position('sums AS'),
      [{ uri, range: { start: position('sums;') } }],
    ]);
  });
});

describe('what is shown in the text', () => {
  it('colours names by what they are, as a whole, in part, and as a difference', async () => {
    const { legend } = server.initialized.capabilities.semanticTokensProvider!;
    const whole = (await server.request(SemanticTokensRequest.type, { textDocument }))!;
    const first = whole.data.slice(0, 5);
    expect(first).toEqual([0, 16, 5, legend.tokenTypes.indexOf('function'), 1]);
    const range = { start: { line: 11, character: 0 }, end: { line: 12, character: 0 } };
    const part = await server.request(SemanticTokensRangeRequest.type, { textDocument, range });
    expect(part!.data.slice(0, 5)).toEqual([11, 13, 6, legend.tokenTypes.indexOf('class'), 1]);

    const copy = 'untitled:colours.sql';
    await server.open(copy, SCRIPT);
    const before = (await server.request(SemanticTokensRequest.type, { textDocument: { uri: copy } }))!;
    await server.change(copy, 2, {
      range: { start: position('totals ('), end: position('totals (') },
      text: ' ',
    });
    const delta = (await server.request(SemanticTokensDeltaRequest.type, {
      textDocument: { uri: copy },
      previousResultId: before.resultId!,
    })) as SemanticTokensDelta;
    const after = (await server.request(SemanticTokensRequest.type, {
      textDocument: { uri: copy },
    })) as SemanticTokens;
    const data = [...before.data];
    for (const { start, deleteCount, data: put = [] } of delta.edits) data.splice(start, deleteCount, ...put);
    expect(data).toEqual(after.data);
    expect(delta.edits[0]!.data).toHaveLength(5);
    await server.close(copy);
  });

  it('tells types nobody wrote', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 14, character: 0 } };
    const hints = await server.request(InlayHintRequest.type, { textDocument, range });
    expect(hints!.map(({ position: { line }, label }) => [line, label])).toContainEqual([5, ': DOUBLE']);
  });

  it('links parameters and classes to where the editor says they are', async () => {
    await facts({
      parameters: {},
      links: { parameters: 'blink:/job.properties', classes: { 'com.example.Parse': 'blink:/p.jar' } },
    });
    const links = (await server.request(DocumentLinkRequest.type, { textDocument }))!;
    expect(links.map(({ range, target }) => [textIn(SCRIPT, range), target])).toEqual([
      ['com.example.Parse', 'blink:/p.jar'],
      ['${topic}', 'blink:/job.properties'],
    ]);
    await facts(null);
    expect(await server.request(DocumentLinkRequest.type, { textDocument })).toBeNull();
  });
});

describe('formatting', () => {
  it('lays out the document, or the statements of a range', async () => {
    const edits = (await server.request(DocumentFormattingRequest.type, { textDocument, options }))!;
    const formatted = applied(SCRIPT, edits);
    expect(formatted).toContain(
      'CREATE VIEW sums AS\nSELECT id, SUM(price) AS total\nFROM orders\nGROUP BY id;',
    );
    const range = { start: position('INSERT'), end: position('INSERT', 'behind') };
    const part = (await server.request(DocumentRangeFormattingRequest.type, {
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
    await server.open(copy, text);
    const edits = (await server.request(DocumentOnTypeFormattingRequest.type, {
      textDocument: { uri: copy },
      position: { line: 1, character: 0 },
      ch: '\n',
      options,
    })) as TextEdit[];
    expect(applied(text, edits)).toBe('CREATE TABLE t (\n  ');
    await server.close(copy);
  });
});

it('tells where the columns of an INSERT come from', async () => {
  const { version, inserts } = await server.connection.sendRequest<LineageResult>(LINEAGE, { uri });
  expect(version).toBe(1);
  expect(inserts.map(({ sink }) => sink)).toEqual(['totals']);
  expect(inserts[0]!.columns.map(({ column, kind, sources }) => [column, kind, sources[0]!.column])).toEqual([
    ['id', 'direct', 'id'],
    ['total', 'aggregate', 'price'],
  ]);
  expect(textIn(SCRIPT, inserts[0]!.columns[1]!.sources[0]!.declared!)).toBe('price');
  expect(await server.connection.sendRequest(LINEAGE, { uri: 'untitled:other' })).toEqual({
    version: null,
    inserts: [],
  });
});

describe('diagnostics', () => {
  const wrong =
    "CREATE TABLE s (price INT) WITH (type = 'random');\nCREATE TABLE o (price INT) WITH (type = 'print');\nCREATE VIEW v AS SELECT price FROM s;\nINSERT INTO o SELECT prize FROM s;\n";

  it('carry a place, a code and a mark of what is not needed; quick fixes mend them', async () => {
    const copy = 'untitled:wrong.sql';
    const found = await server.opened(copy, wrong);
    expect(found.map(({ code, severity, tags, source }) => [code, severity, tags, source])).toEqual([
      ['unused', DiagnosticSeverity.Hint, [DiagnosticTag.Unnecessary], 'Blink SQL'],
      ['unknown-column', DiagnosticSeverity.Error, undefined, 'Blink SQL'],
    ]);
    expect(textIn(wrong, found[1]!.range)).toBe('prize');
    const actions = (await server.request(CodeActionRequest.type, {
      textDocument: { uri: copy },
      range: found[1]!.range,
      context: { diagnostics: found, only: ['quickfix'] },
    }))!;
    const action = actions.find(one => 'edit' in one && one.isPreferred === true)!;
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'unknown-column' }] });
    expect(applied(wrong, editsOf((action as { edit: WorkspaceEdit }).edit))).toContain(
      'INSERT INTO o SELECT price FROM s;\n',
    );
    const cleared = server.nextDiagnostics(copy);
    await server.close(copy);
    expect(await cleared).toEqual([]);
  });

  it('follow the settings at once', async () => {
    const copy = 'untitled:settings.sql';
    await server.opened(copy, wrong);
    const changed = server.nextDiagnostics(copy);
    await server.configure({ checks: { unused: 'off', 'unknown-column': 'warning' } });
    expect((await changed).map(({ code, severity }) => [code, severity])).toEqual([
      ['unknown-column', DiagnosticSeverity.Warning],
    ]);
    await server.configure({ inlayHints: { types: true } });
    await server.close(copy);
  });

  it('take the case of names as the engine of the job does', async () => {
    const copy = 'untitled:case.sql';
    const text =
      "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT A FROM s;\n";
    const newer = await server.opened(copy, text);
    expect(newer.some(({ code }) => code === 'unknown-column')).toBe(false);
    const changed = server.nextDiagnostics(copy);
    await server.connection.sendNotification(JOB_FACTS, {
      uri: copy,
      facts: { parameters: {}, engineVersion: 'blink-3.2.1' },
    });
    expect((await changed).some(({ code }) => code === 'unknown-column')).toBe(true);
    await server.close(copy);
  });
});

function editsOf({ documentChanges, changes }: WorkspaceEdit): TextEdit[] {
  const [first] = documentChanges ?? [];
  return first !== undefined && 'edits' in first
    ? (first.edits as TextEdit[])
    : (Object.values(changes ?? {})[0] ?? []);
}

async function facts(given: JobFacts['facts']): Promise<void> {
  const params: JobFacts = { uri, facts: given };
  await server.connection.sendNotification(JOB_FACTS, params);
}
