import * as vscode from 'vscode';
import { logError } from '../platform/log.ts';
import { parseJobFile, SCHEME } from './uris.ts';
import { VERSION_SCHEME } from './versions.ts';

const BLINK_SQL = 'blink-sql';

/**
 * The code of a job is Blink SQL. Associations go by file name, and `.sql` belongs to plain SQL everywhere else, so
 * job documents are told one by one.
 */
export function assignLanguages(): vscode.Disposable {
  for (const document of vscode.workspace.textDocuments) assign(document);
  return vscode.workspace.onDidOpenTextDocument(assign);
}

function assign(document: vscode.TextDocument): void {
  const { uri, languageId } = document;
  if (uri.scheme !== SCHEME && uri.scheme !== VERSION_SCHEME) return;
  const file = parseJobFile(uri.with({ scheme: SCHEME, query: '' }));
  if (file?.kind !== 'code' || file.isDataStream || languageId === BLINK_SQL) return;
  vscode.languages.setTextDocumentLanguage(document, BLINK_SQL).then(undefined, (error: unknown) => {
    logError('Assigning the language', error);
  });
}
