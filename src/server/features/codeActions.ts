import type { CodeAction, Diagnostic } from 'vscode-languageserver';
import type {
  CodeAction as LanguageAction,
  CodeActionKind,
} from '../../language/features/codeActions/action.ts';
import { codeActions } from '../../language/features/codeActions/codeActions.ts';
import type { OpenDocument } from '../documents/openDocument.ts';
import { rangeOf, spanOf } from '../documents/ranges.ts';
import { answering } from './feature.ts';
import type { Parts } from './feature.ts';
import { workspaceEdit } from './workspaceEdit.ts';

/** The kinds of actions there are, as the editor wants to know them beforehand. */
export const ACTION_KINDS: readonly CodeActionKind[] = [
  'quickfix',
  'refactor.rewrite',
  'refactor.extract',
  'refactor.inline',
  'source.fixAll',
];

export function registerCodeActions(parts: Parts): void {
  const { connection, session } = parts;
  connection.onCodeAction(
    answering(
      parts,
      'codeAction',
      null,
      async (document, analysis, { range, context }): Promise<CodeAction[]> => {
        const findings = (await document.checks(analysis, session.severities))?.findings ?? [];
        const found = codeActions(analysis, findings, spanOf(range, document.lines), {
          language: session.language,
          ...(context.only === undefined ? {} : { only: context.only }),
        });
        return found.map(action => {
          const mended = mendedOf(action, document, context.diagnostics);
          return {
            title: action.title,
            kind: action.kind,
            edit: workspaceEdit(document, action.edits, session.client),
            ...(action.isPreferred === true ? { isPreferred: true } : {}),
            ...(mended.length === 0 ? {} : { diagnostics: mended }),
          };
        });
      },
    ),
  );
}

/** The editor's own diagnostics that an action puts right: it shows the action beside them. */
function mendedOf(
  { mends }: LanguageAction,
  { lines }: OpenDocument,
  shown: readonly Diagnostic[],
): Diagnostic[] {
  if (mends === undefined) return [];
  const { start, end } = rangeOf(mends, lines);
  return shown.filter(
    ({ code, range }) =>
      code === mends.code &&
      range.start.line === start.line &&
      range.start.character === start.character &&
      range.end.line === end.line &&
      range.end.character === end.character,
  );
}
