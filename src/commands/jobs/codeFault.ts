import * as vscode from 'vscode';
import { UserError } from '../../platform/userError.ts';
import { isServiceError } from '../../services/serviceError.ts';
import type { CommandParts } from '../parts.ts';
import type { Target } from './operation.ts';
import { placeIn } from './placeIn.ts';

/** The frame the service prints a fault of a job's code in has this field (blink-errors). */
const FRAMED = /\bERR_ID:/;

/**
 * A refusal because of the job's code, told by place and cause instead of the service's frame, with a way to the
 * characters that are meant. Other errors come back as they are.
 */
export async function codeFault(
  { documents }: Pick<CommandParts, 'documents'>,
  { ref, job }: Target,
  error: unknown,
): Promise<unknown> {
  if (job.api !== 'SQL' || !isServiceError(error) || !FRAMED.test(error.message)) return error;
  // With the parser it needs, only where something was refused: not at the start of the editor.
  const { locateServiceError } = await import('../../language/service/locate.ts');
  const [fault] = locateServiceError(error.message, job.code);
  if (!fault) return error;
  const start = placeIn(job.code, fault.start);
  const end = placeIn(job.code, fault.end);
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
