import * as vscode from 'vscode';
import { UserError } from '../../platform/userError.ts';
import { isServiceError } from '../../services/serviceError.ts';
import type { CommandParts } from '../parts.ts';
import { placeFault } from './faultPlace.ts';
import type { Target } from './operation.ts';

/**
 * A refusal because of the job's code, told by place and cause instead of the service's frame, with a way to the
 * characters that are meant. Other errors come back as they are.
 */
export async function codeFault(
  { documents }: Pick<CommandParts, 'documents'>,
  { ref, job }: Target,
  error: unknown,
): Promise<unknown> {
  if (job.api !== 'SQL' || !isServiceError(error)) return error;
  const fault = await placeFault(error.message, job.code);
  if (!fault) return error;
  const { start, end } = fault;
  const selection = new vscode.Range(start.line, start.column, end.line, end.column);
  const show = {
    title: vscode.l10n.t('Show Error'),
    run: () => documents.open(ref, 'code', { preview: false, selection }),
  };
  const [line, column] = [start.line + 1, start.column + 1];
  // Some of the service's sentences state the place themselves, and rightly so.
  const isPlaced = fault.message.includes(`line ${line}, column ${column}`);
  const text = isPlaced
    ? fault.message
    : vscode.l10n.t('line {0}, column {1}: {2}', line, column, fault.message);
  return new UserError(text, { cause: error, actions: [show] });
}
