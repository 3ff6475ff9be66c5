import type { Diagnostic } from 'vscode-languageserver';
import type { Finding } from '../../language/analysis/check.ts';
import { diagnosticsIn } from '../../language/diagnose.ts';
import type { OpenDocument } from '../documents/openDocument.ts';
import type { Session } from '../session.ts';
import { excessNotice, protocolDiagnostic } from './protocolDiagnostic.ts';

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
  let findings: readonly Finding[] | undefined = [];
  try {
    const analysis = await document.analysis();
    if (isStale()) return undefined;
    findings = analysis && (await document.checks(analysis, severities))?.findings;
  } catch (error) {
    onFailure(error);
  }
  const { excess, lines, parsed } = document;
  if (excess !== undefined) return [excessNotice(excess, lines, language)];
  if (isStale() || findings === undefined || parsed === undefined) return undefined;
  return diagnosticsIn(parsed, findings, language).map(item => protocolDiagnostic(item, lines));
}
