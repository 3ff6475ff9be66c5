import { isServiceError } from '../../serviceError.ts';
import type { TableUse, ValidationOutcome } from '../../model.ts';
import type { Reply } from '../operations.ts';
import { ENGINE_TEXT } from '../wire/engineText.ts';
import { compact } from './compact.ts';

type InOut = NonNullable<Reply<'ValidateJob'>['JobInOut']>;
type TableRow = NonNullable<NonNullable<InOut['Inputs']>['Input']>[number];

export function readValidation(inOut: InOut | undefined): ValidationOutcome {
  return {
    valid: true,
    inputs: tables(inOut?.Inputs?.Input),
    outputs: tables(inOut?.Outputs?.Output),
    dims: tables(inOut?.Dims?.Dim),
  };
}

function tables(rows: readonly TableRow[] | undefined): TableUse[] {
  return (rows ?? []).map(row => {
    const properties = Object.entries(row.Properties ?? {}).map(([key, value]) => [key, String(value ?? '')]);
    return compact({
      alias: row.Alias ?? row.Name ?? '',
      name: row.Name ?? '',
      type: row.Type ?? '',
      workspace: row.Workspace === '' ? undefined : row.Workspace,
      properties: Object.fromEntries(properties) as Record<string, string>,
    });
  });
}

/** Codes that blame the request, not the job's code: the gateway's own, and a job that is not there. */
const NOT_THE_CODE =
  /^(Missing|Unsupported|Invalid(Version|Action|Protocol|Parameter|projectName|jobName)|ContentMD5)/i;
/**
 * A failed check arrives as an error whose code and status nobody documents. A refusal of the request (4xx) that
 * is not about the request itself, or any text in the engine's words, is taken for the check's finding; undefined
 * for everything else.
 */
export function readInvalid(error: unknown): ValidationOutcome | undefined {
  if (!isServiceError(error) || error.status === undefined) return undefined;
  const refused = error.kind === 'invalid' && !NOT_THE_CODE.test(error.code ?? '');
  if (!refused && !ENGINE_TEXT.test(error.message)) return undefined;
  return compact({
    valid: false as const,
    code: error.code ?? 'JobValidateFailed',
    message: error.message,
    requestId: error.requestId,
  });
}
