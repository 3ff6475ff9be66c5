import type { Diagnostic } from 'vscode-languageserver';
import { diagnosticsIn } from '../../language/diagnose.ts';
import type { OpenDocument } from '../documents/openDocument.ts';
import { prepare } from '../documents/prepare.ts';
import type { Session } from '../session.ts';
import { protocolDiagnostic, tooLarge } from './protocolDiagnostic.ts';

/**
 * All that is to be said of a document, stage by stage, with a turn of the event loop between them.
 * @returns undefined when it got stale on the way
 */
export async function diagnosticsOf(
  document: OpenDocument,
  { severities, language }: Session,
  isStale: () => boolean,
): Promise<Diagnostic[] | undefined> {
  if (document.isTooLarge) return [tooLarge(language)];
  if ((await prepare(document, isStale)) === undefined) return undefined;
  const { findings } = document.checks(severities);
  return diagnosticsIn(document.script, findings, language).map(item =>
    protocolDiagnostic(item, document.lines),
  );
}
