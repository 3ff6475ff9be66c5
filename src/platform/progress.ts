import * as vscode from 'vscode';

export interface ProgressReport {
  /** @param share how much was done since the last report, of 1 in all; without it the bar runs on */
  (message: string, share?: number): void;
}

export interface ProgressOptions {
  /** Default: a notification. */
  readonly location?: vscode.ProgressLocation | { readonly viewId: string };
  /** Default: true. */
  readonly cancellable?: boolean;
  /** Aborts the work from outside as well. */
  readonly signal?: AbortSignal;
}

/**
 * Runs a task under a progress notice whose cancel button aborts the signal.
 * @throws what the task throws; after a cancellation that is usually an abort, which `showError` keeps quiet about
 */
export async function withProgress<T>(
  title: string,
  task: (signal: AbortSignal, report: ProgressReport) => Promise<T>,
  options: ProgressOptions = {},
): Promise<T> {
  const { location = vscode.ProgressLocation.Notification, cancellable = true } = options;
  return vscode.window.withProgress({ title, location, cancellable }, async (progress, token) => {
    const { signal, dispose } = signalOf(token, options.signal);
    try {
      return await task(signal, (message, share) => {
        progress.report(share === undefined ? { message } : { message, increment: share * 100 });
      });
    } finally {
      dispose();
    }
  });
}

/** An AbortSignal that follows a CancellationToken (and another signal); dispose it when the work has ended. */
export function signalOf(
  token: vscode.CancellationToken,
  other?: AbortSignal,
): { readonly signal: AbortSignal; readonly dispose: () => void } {
  const controller = new AbortController();
  const abort = () => {
    controller.abort(new vscode.CancellationError());
  };
  const subscription = token.onCancellationRequested(abort);
  other?.addEventListener('abort', abort);
  if (token.isCancellationRequested || other?.aborted === true) abort();
  return {
    signal: controller.signal,
    dispose: () => {
      subscription.dispose();
      other?.removeEventListener('abort', abort);
    },
  };
}
