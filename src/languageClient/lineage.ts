import type * as vscode from 'vscode';
import { LINEAGE } from '../server/protocol.ts';
import type { LineageParams, LineageResult } from '../server/protocol.ts';
import type { Lifecycle } from './server/lifecycle.ts';
import type { Session } from './server/session.ts';
import { BLINK_SQL } from './sqlFiles.ts';

/** What `Language.lineage` does: asks the server of now, or the one that is about to be. */
export async function readLineage(
  lifecycle: Pick<Lifecycle<Session>, 'wake' | 'whenReady' | 'current'>,
  document: vscode.TextDocument,
  token: vscode.CancellationToken,
): Promise<LineageResult | undefined> {
  if (document.languageId !== BLINK_SQL) return undefined;
  lifecycle.wake();
  const session = await lifecycle.whenReady();
  const isOver = () => token.isCancellationRequested || lifecycle.current !== session;
  if (!session || isOver()) return undefined;
  const params: LineageParams = { uri: document.uri.toString() };
  try {
    return await session.client.sendRequest<LineageResult>(LINEAGE, params, token);
  } catch (error) {
    if (isOver()) return undefined;
    throw error;
  }
}
