import type { Connection } from 'vscode-languageserver';

/**
 * Notes a fault of ours in the server's log. Only its kind and where it happened: a message may quote the job, and
 * jobs carry keys.
 */
export function logFailure(connection: Connection, feature: string, error: unknown): void {
  connection.console.error(`${feature}: ${placeOf(error)}`);
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const frames = (error.stack ?? '').split('\n').filter(line => /^\s+at /.test(line));
  return [error.name, ...frames].join('\n');
}
