import { describe, expect, it } from 'vitest';
import { CodeActionRequest, DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver/node';
import type { WorkspaceEdit } from 'vscode-languageserver/node';
import { JOB_FACTS } from '../../src/server/protocol.ts';
import { editsOf, useJob } from './job.ts';
import { applied, textIn } from './places.ts';

const job = useJob();

describe('diagnostics', () => {
  const wrong =
    "CREATE TABLE s (price INT) WITH (type = 'random');\nCREATE TABLE o (price INT) WITH (type = 'print');\nCREATE VIEW v AS SELECT price FROM s;\nINSERT INTO o SELECT prize FROM s;\n";

  it('carry a place, a code and a mark of what is not needed; quick fixes mend them', async () => {
    const copy = 'untitled:wrong.sql';
    const found = await job.server.opened(copy, wrong);
    expect(found.map(({ code, severity, tags, source }) => [code, severity, tags, source])).toEqual([
      ['unused', DiagnosticSeverity.Hint, [DiagnosticTag.Unnecessary], 'Blink SQL'],
      ['unknown-column', DiagnosticSeverity.Error, undefined, 'Blink SQL'],
    ]);
    expect(textIn(wrong, found[1]!.range)).toBe('prize');
    const actions = (await job.server.request(CodeActionRequest.type, {
      textDocument: { uri: copy },
      range: found[1]!.range,
      context: { diagnostics: found, only: ['quickfix'] },
    }))!;
    const action = actions.find(one => 'edit' in one && one.isPreferred === true)!;
    expect(action).toMatchObject({ kind: 'quickfix', diagnostics: [{ code: 'unknown-column' }] });
    expect(applied(wrong, editsOf((action as { edit: WorkspaceEdit }).edit))).toContain(
      'INSERT INTO o SELECT price FROM s;\n',
    );
    const cleared = job.server.nextDiagnostics(copy);
    await job.server.close(copy);
    expect(await cleared).toEqual([]);
  });

  it('follow the settings at once', async () => {
    const copy = 'untitled:settings.sql';
    await job.server.opened(copy, wrong);
    const changed = job.server.nextDiagnostics(copy);
    await job.server.configure({ checks: { unused: 'off', 'unknown-column': 'warning' } });
    expect((await changed).map(({ code, severity }) => [code, severity])).toEqual([
      ['unknown-column', DiagnosticSeverity.Warning],
    ]);
    await job.server.configure({ inlayHints: { types: true } });
    await job.server.close(copy);
  });

  it('take the case of names as the engine of the job does', async () => {
    const copy = 'untitled:case.sql';
    const text =
      "CREATE TABLE s (a INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT A FROM s;\n";
    const newer = await job.server.opened(copy, text);
    expect(newer.some(({ code }) => code === 'unknown-column')).toBe(false);
    const changed = job.server.nextDiagnostics(copy);
    await job.server.connection.sendNotification(JOB_FACTS, {
      uri: copy,
      facts: { parameters: {}, engineVersion: 'blink-3.2.1' },
    });
    expect((await changed).some(({ code }) => code === 'unknown-column')).toBe(true);
    await job.server.close(copy);
  });
});
