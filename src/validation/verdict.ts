import type { LocatedError } from '../language/service/locate.ts';
import type { TableUse, ValidationOutcome } from '../services/model.ts';

/** What is known of a job's code; every document of SQL code has exactly one of these. */
export type Verdict =
  /** Nobody has asked the service yet, or the text has changed since. */
  | { readonly kind: 'unknown' }
  | { readonly kind: 'running' }
  | {
      readonly kind: 'valid';
      readonly inputs: number;
      readonly outputs: number;
      readonly dims: number;
      readonly tables: Tables;
    }
  | { readonly kind: 'invalid'; readonly errors: readonly LocatedError[] }
  /** The service could not be asked: this says nothing about the code. */
  | { readonly kind: 'notValidated'; readonly error: unknown };

export interface Tables {
  readonly inputs: readonly TableUse[];
  readonly outputs: readonly TableUse[];
  readonly dims: readonly TableUse[];
}

type Locate = (message: string, code: string) => readonly LocatedError[];

/** @param code the text the service was asked about */
export function verdictOf(outcome: ValidationOutcome, code: string, locate: Locate): Verdict {
  if (outcome.valid) {
    const { inputs, outputs, dims } = outcome;
    return {
      kind: 'valid',
      inputs: inputs.length,
      outputs: outputs.length,
      dims: dims.length,
      tables: { inputs, outputs, dims },
    };
  }
  return { kind: 'invalid', errors: locate(outcome.message, code).map(error => clamp(error, code)) };
}

/** A range lies in the text and shows at least one character, or it could not be seen. */
function clamp(error: LocatedError, code: string): LocatedError {
  const start = Math.max(0, Math.min(error.start, code.length - 1));
  const end = Math.max(start + 1, Math.min(error.end, code.length));
  return { ...error, start, end };
}
