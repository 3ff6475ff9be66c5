import * as assert from 'node:assert/strict';
import { after, afterEach, before, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { readLineage } from '../../../src/languageClient/lineage.ts';
import { REAL_CLOCK } from '../../../src/languageClient/server/clock.ts';
import { Lifecycle } from '../../../src/languageClient/server/lifecycle.ts';
import { Session } from '../../../src/languageClient/server/session.ts';
import { LIST_FILES, READ_FILE } from '../../../src/server/protocol.ts';
import type { LineageResult, PlainRange } from '../../../src/server/protocol.ts';
import { newJob, open, replaceAll } from '../documents/project.ts';
import {
  closeAll,
  insert,
  INVALID,
  positionOf,
  serverProcesses,
  SINK,
  SOURCE,
  untilFound,
  untitled,
} from './editor.ts';

const VIEW = 'CREATE VIEW v AS SELECT a, b FROM src WHERE b > 1;\n';
const SCRIPT = `${SOURCE}${SINK}${VIEW}INSERT INTO dst SELECT a, b + 1 FROM v;\n`;

/** `a <- direct src.a` per column of every INSERT. */
function columns({ inserts }: LineageResult): readonly string[] {
  return inserts.flatMap(insert =>
    insert.columns.map(({ column, kind, sources }) =>
      `${column} <- ${kind} ${sources.map(source => `${source.table}.${source.column}`).join()}`.trim(),
    ),
  );
}

const rangeOf = ({ start, end }: PlainRange) =>
  new vscode.Range(start.line, start.character, end.line, end.character);

/** The editor's side of lineage, against a server of its own: the extension hands its own to nobody. */
describe('the lineage of a document', () => {
  const log = vscode.window.createOutputChannel('Blink test', { log: true });
  let lifecycle: Lifecycle<Session>;
  /** The extension's own. */
  let others: readonly number[];

  before(async () => {
    await untilFound(await untitled(INVALID), 'unknown-column');
    others = serverProcesses();
    await closeAll();
    const extension = vscode.extensions.getExtension('blink-sql.blink-sql');
    assert.ok(extension);
    const entry = vscode.Uri.joinPath(extension.extensionUri, 'dist', 'server.cjs').fsPath;
    lifecycle = new Lifecycle<Session>(
      () =>
        Session.open({
          entry,
          log,
          initialization: () => ({ language: 'en', settings: {} }),
          // The extension shows what is wrong; here it would be shown twice.
          middleware: { handleDiagnostics: () => undefined },
          handlers: { [LIST_FILES]: () => [], [READ_FILE]: () => null },
          isTraced: () => false,
        }),
      { onState: () => undefined, onCrash: () => undefined },
      REAL_CLOCK,
    );
  });
  afterEach(closeAll);
  after(async () => {
    const { current } = lifecycle;
    lifecycle.dispose();
    await current?.ended;
    log.dispose();
  });

  async function lineage(document: vscode.TextDocument): Promise<LineageResult> {
    const result = await readLineage(lifecycle, document, new vscode.CancellationTokenSource().token);
    assert.ok(result);
    return result;
  }

  it('begins with the server, and tells sources, views and places of an untitled one', async () => {
    const document = await untitled(SCRIPT);
    assert.equal(lifecycle.state, 'idle');
    const result = await lineage(document);
    assert.equal(lifecycle.state, 'running');
    assert.equal(result.version, document.version);
    assert.deepEqual(columns(result), ['a <- direct src.a', 'b <- expression src.b']);
    const [found] = result.inserts;
    assert.ok(found);
    assert.deepEqual(
      found.views?.map(({ name }) => name),
      ['v'],
    );
    const [a, b] = found.columns;
    assert.equal(document.getText(rangeOf(found.range)), 'INSERT INTO dst SELECT a, b + 1 FROM v');
    assert.ok(a?.sources[0]?.declared && b?.expression);
    assert.deepEqual(rangeOf(a.sources[0].declared).start, positionOf(document, 'a VARCHAR'));
    assert.equal(document.getText(rangeOf(b.expression.range)), 'b + 1');
    assert.deepEqual(
      found.influences.map(({ kind, view, text }) => [kind, view, text]),
      [['filter', 'v', 'b > 1']],
    );
  });

  it('is that of the text after each edit, asked at once', async () => {
    const document = await untitled(SCRIPT);
    await lineage(document);
    await insert(document, positionOf(document, 'b + 1'), 'UPPER(a), ');
    const grown = await lineage(document);
    assert.equal(grown.version, document.version);
    assert.equal(grown.inserts[0]?.columns.length, 3);
    await insert(document, new vscode.Position(0, 0), '-- first\n\n');
    const [moved] = (await lineage(document)).inserts;
    assert.ok(moved);
    assert.equal(document.getText(rangeOf(moved.range)).slice(0, 15), 'INSERT INTO dst');
    await replaceAll(document, `${SINK}INSERT INTO dst SELECT x, 1 FROM lost;\n`);
    const lost = await lineage(document);
    assert.deepEqual(columns(lost), ['a <- direct lost.x', 'b <- constant']);
    assert.deepEqual([lost.inserts[0]?.incomplete, lost.inserts[0]?.undeclared], [true, ['lost']]);
    await replaceAll(document, SOURCE);
    assert.deepEqual((await lineage(document)).inserts, []);
  });

  it('is that of a job of the service', async () => {
    const document = await open(await newJob('lineage', SCRIPT));
    assert.deepEqual(columns(await lineage(document)), ['a <- direct src.a', 'b <- expression src.b']);
  });

  it('is none of other languages, and none for who no longer asks', async () => {
    const document = await untitled(SCRIPT, '.txt');
    const { token } = new vscode.CancellationTokenSource();
    assert.equal(await readLineage(lifecycle, document, token), undefined);
    const cancelled = new vscode.CancellationTokenSource();
    cancelled.cancel();
    assert.equal(await readLineage(lifecycle, await untitled(SCRIPT), cancelled.token), undefined);
  });

  it('waits for the server that comes after a crash', async () => {
    const document = await untitled(SCRIPT);
    await lineage(document);
    const [pid, ...more] = serverProcesses().filter(each => !others.includes(each));
    assert.ok(pid !== undefined);
    assert.deepEqual(more, []);
    const { current } = lifecycle;
    process.kill(pid, 'SIGKILL');
    await current?.ended;
    assert.equal(lifecycle.state, 'restarting');
    assert.deepEqual(columns(await lineage(document)), ['a <- direct src.a', 'b <- expression src.b']);
  });
});
