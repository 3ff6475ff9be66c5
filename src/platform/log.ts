import * as vscode from 'vscode';
import { redact } from './redact.ts';

let current: vscode.LogOutputChannel | undefined;

/** The extension's log ("Output: Blink SQL"), owned by `context`. Keys never go there: see `logError` and `redact`. */
export function createLog(context: vscode.ExtensionContext): vscode.LogOutputChannel {
  const log = vscode.window.createOutputChannel('Blink SQL', { log: true });
  current = log;
  context.subscriptions.push(log, new vscode.Disposable(() => (current = undefined)));
  return log;
}

/** Writes an error and its causes to the log, without what looks like a key. */
export function logError(context: string, error: unknown): void {
  current?.error(redact(`${context}: ${traceOf(error)}`));
}

export function showLog(): void {
  current?.show(true);
}

function traceOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const own = error.stack ?? `${error.name}: ${error.message}`;
  return error.cause === undefined ? own : `${own}\n  caused by ${traceOf(error.cause)}`;
}
