import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../language/analysis/check.ts';
import { diagnosticsIn } from '../../language/diagnose.ts';
import type { OpenDocument } from '../documents/openDocument.ts';
import { prepare } from '../documents/prepare.ts';
import type { Session } from '../session.ts';
import { protocolDiagnostic, tooLarge } from './protocolDiagnostic.ts';

/**
 * All that is to be said of a document, stage by stage, with turns of the event loop between long ones.
 * @param onFailure told of a check that failed; faults of the grammar are given all the same
 * @returns undefined when it got stale on the way
 */
export async function diagnosticsOf(
  document: OpenDocument,
  { severities, language }: Session,
  isStale: () => boolean,
  onFailure: (error: unknown) => void,
): Promise<Diagnostic[] | undefined> {
  if (document.isTooLarge) return [tooLarge(language)];
  let findings: readonly Finding[] = [];
  try {
    if ((await prepare(document, isStale)) === undefined) return undefined;
    ({ findings } = document.checks(severities));
  } catch (error) {
    onFailure(error);
  }
  const { script, lines } = document;
  return diagnosticsIn(script, findings, language).map(item => protocolDiagnostic(item, lines));
}
