import * as assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import * as vscode from 'vscode';
import { newJob, open, replaceAll, until } from '../documents/project.ts';
import {
  closeAll,
  diagnosticsChanged,
  findings,
  insert,
  INVALID,
  positionOf,
  setting,
  untilFound,
  untilGone,
  VALID,
} from './editor.ts';

const BOTH = 'Blink SQL and service';
const SERVICE = 'Blink';

const CHECK = 'unknown-column';

/** Who says what of a document, the errors only. */
function errors(document: vscode.TextDocument): readonly string[] {
  return vscode.languages
    .getDiagnostics(document.uri)
    .filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error)
    .map(({ source, range }) => `${source ?? ''}: ${document.getText(range)}`);
}

async function untilErrors(document: vscode.TextDocument, ...expected: readonly string[]): Promise<void> {
  const text = expected.join(', ');
  await until(`the errors are [${text}]`, () => errors(document).join(', ') === text, diagnosticsChanged);
}

async function openJob(code: string): Promise<vscode.TextDocument> {
  return open(await newJob('merged', code));
}

describe('a fault that the language server and the service both find', () => {
  afterEach(async () => {
    await setting('blink.language.checks', undefined);
    await setting('blink.validate', undefined);
    await closeAll();
  });

  it('is shown once, as the language server says it, with the words of the service beside it', async () => {
    const document = await openJob(VALID);
    await replaceAll(document, INVALID);
    await untilErrors(document, 'Blink SQL: missing');
    await document.save();
    await untilErrors(document, `${BOTH}: missing`);
    const [fault] = vscode.languages.getDiagnostics(document.uri);
    assert.equal(fault?.code, CHECK);
    assert.match(fault.relatedInformation?.[0]?.message ?? '', /'missing' not found/);
  });

  it('is shown once also where the service was first', async () => {
    await setting('blink.language.checks', { [CHECK]: 'off' });
    const document = await openJob(VALID);
    await replaceAll(document, INVALID);
    await document.save();
    await untilErrors(document, `${SERVICE}: missing`);
    await setting('blink.language.checks', undefined);
    await untilErrors(document, `${BOTH}: missing`);
    await setting('blink.language.checks', { [CHECK]: 'off' });
    await untilErrors(document, `${SERVICE}: missing`);
  });

  it('stays one while text is typed above it', async () => {
    const document = await openJob(VALID);
    await replaceAll(document, INVALID);
    await document.save();
    await untilErrors(document, `${BOTH}: missing`);
    const seen = new Set<string>();
    const watching = diagnosticsChanged(() => seen.add(errors(document).join(', ')));
    for (const line of ['-- one\n', '-- two\n', '-- three\n']) {
      await insert(document, new vscode.Position(0, 0), line);
      await until(
        'the fault has moved',
        () =>
          vscode.languages.getDiagnostics(document.uri)[0]?.range.start.line ===
          positionOf(document, 'missing').line,
        diagnosticsChanged,
      );
    }
    watching.dispose();
    assert.deepEqual(errors(document), [`${BOTH}: missing`]);
    assert.ok(
      [...seen].every(text => !text.includes(', ')),
      [...seen].join(' | '),
    );
  });

  it('goes at once when it is fixed elsewhere, without a save', async () => {
    const document = await openJob(VALID);
    await replaceAll(document, INVALID);
    await document.save();
    await untilErrors(document, `${BOTH}: missing`);
    await insert(document, positionOf(document, 'b BIGINT'), 'missing BIGINT, ');
    await untilGone(document, CHECK);
    assert.deepEqual(
      vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === SERVICE),
      [],
    );
  });

  it('is the service’s again when there is no language server for a moment', async () => {
    const document = await openJob(VALID);
    await replaceAll(document, INVALID);
    await document.save();
    await untilErrors(document, `${BOTH}: missing`);
    const alone = untilErrors(document, `${SERVICE}: missing`);
    const restarted = vscode.commands.executeCommand('blink.language.restart');
    await alone;
    await restarted;
    await untilErrors(document, `${BOTH}: missing`);
  });
});

describe('a fault that only the service finds', () => {
  afterEach(async () => {
    await setting('blink.language.checks', undefined);
    await closeAll();
  });

  it('is shown beside those of the language server', async () => {
    await setting('blink.language.checks', { [CHECK]: 'warning' });
    const document = await openJob(VALID);
    await replaceAll(document, INVALID);
    await document.save();
    await untilFound(document, CHECK);
    await untilErrors(document, `${SERVICE}: missing`);
    assert.deepEqual(findings(document), [CHECK]);
  });
});
