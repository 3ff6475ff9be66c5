import * as vscode from 'vscode';
import { errorText } from '../../platform/errorText.ts';
import { showError } from '../../platform/errors.ts';
import { logError } from '../../platform/log.ts';
import { UserError } from '../../platform/userError.ts';
import type { Outcome } from '../batch.ts';
import { isOutcomeUnknown } from '../outcome.ts';
import type { CommandParts } from '../parts.ts';
import type { Target } from './operation.ts';

/** Lines of reasons a dialog can show; all of them are in the log. */
const MOST_LINES = 20;

interface Unfit {
  readonly target: Target;
  readonly refusal: string;
}

/** The user's text for a failed write. */
export function failureText(error: unknown, job: string): string {
  if (!isOutcomeUnknown(error)) return errorText(error);
  return vscode.l10n.t(
    'The service did not answer in time, so it is not known whether this was done to “{0}”. Nothing is sent twice: its state is being read again.',
    job,
  );
}

/** Says what was not done, and why; says nothing when everything was. */
export function showSummary(
  { log }: CommandParts,
  title: string,
  outcomes: readonly Outcome<Target>[],
  unfit: readonly Unfit[],
): void {
  const failed = outcomes.filter(outcome => outcome.result === 'failed');
  const skipped = outcomes.filter(({ result }) => result === 'skipped');
  const total = outcomes.length + unfit.length;
  const [first] = failed;
  if (first && total === 1) {
    void showFailure(title, first.item, first.error);
    return;
  }
  for (const { item, error } of failed) logError(`${title}, ${item.ref.job}`, error);
  const lines = [
    ...failed.map(({ item, error }) => `${item.ref.job}: ${failureText(error, item.ref.job)}`),
    ...unfit.map(({ refusal }) => refusal),
    ...skipped.map(({ item }) => vscode.l10n.t('“{0}”: cancelled before its turn', item.ref.job)),
  ];
  if (lines.length === 0) return;
  for (const line of lines) log.warn(line);
  void showDetails(
    vscode.l10n.t('{0}: {1} of {2} jobs done, {3} not.', title, total - lines.length, total, lines.length),
    lines,
    failed.length > 0,
  );
}

async function showFailure(title: string, { ref }: Target, error: unknown): Promise<void> {
  const shown = isOutcomeUnknown(error)
    ? new UserError(failureText(error, ref.job), { cause: error })
    : error;
  await showError(shown, vscode.l10n.t('{0}: {1}', title, ref.job), { connection: ref.connection });
}

async function showDetails(text: string, lines: readonly string[], isError: boolean): Promise<void> {
  const details = vscode.l10n.t('Show Details');
  const chosen = isError
    ? await vscode.window.showErrorMessage(text, details)
    : await vscode.window.showWarningMessage(text, details);
  if (chosen !== details) return;
  const rest = lines.length - MOST_LINES;
  const detail = [
    ...lines.slice(0, MOST_LINES),
    ...(rest > 0 ? [vscode.l10n.t('… and {0} more, see the log', rest)] : []),
  ].join('\n');
  await vscode.window.showInformationMessage(text, { modal: true, detail });
}
