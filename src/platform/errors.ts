import * as vscode from 'vscode';
import { errorText } from './errorText.ts';
import { isCancellation, remediesOf, type Remedy } from './failure.ts';
import { logError, showLog } from './log.ts';
import { UserError, type ErrorAction } from './userError.ts';

export interface ErrorOptions {
  /** Offered as "Retry" where trying again makes sense. Never pass a write: its outcome may be unknown. */
  readonly retry?: (() => unknown) | undefined;
  /** Makes "Edit Connection" possible. */
  readonly connection?: string | undefined;
}

/**
 * Logs an error and tells the user what happened, where, and what to do. A cancellation is no error: nothing is shown.
 * @param context what was being done, for example the title of the command: it begins the text
 * @returns resolves when the notice was closed and its chosen action has run; do not wait for it in a command
 */
export async function showError(error: unknown, context: string, options: ErrorOptions = {}): Promise<void> {
  if (isCancellation(error)) return;
  logError(context, error);
  const actions = actionsFor(error, options);
  const text = context === '' ? errorText(error) : vscode.l10n.t('{0}: {1}', context, errorText(error));
  const chosen = await vscode.window.showErrorMessage(text, ...actions.map(({ title }) => title));
  await actions.find(({ title }) => title === chosen)?.run();
}

function actionsFor(error: unknown, options: ErrorOptions): readonly ErrorAction[] {
  const own = error instanceof UserError ? error.actions : [];
  if (own.length > 0) return own;
  return remediesOf(error).flatMap(remedy => actionOf(remedy, options) ?? []);
}

function actionOf(remedy: Remedy, { retry, connection }: ErrorOptions): ErrorAction | undefined {
  switch (remedy) {
    case 'retry':
      return retry && { title: vscode.l10n.t('Retry'), run: retry };
    case 'editConnection':
      return connection === undefined
        ? undefined
        : {
            title: vscode.l10n.t('Edit Connection'),
            run: () => vscode.commands.executeCommand('blink.connection.edit', connection),
          };
    case 'showLog':
      return { title: vscode.l10n.t('Show Log'), run: showLog };
  }
}
