import type { OperationName } from '../../services/foas/operations.ts';
import { ApiError } from '../errors.ts';

/** Which operations the caller may use, as an account's rights would have it. */
export interface Policy {
  /** When given, nothing else is allowed. */
  readonly allow?: readonly string[];
  readonly deny?: readonly string[];
}

/** @throws ApiError Forbidden.RAM */
export function checkPolicy(name: OperationName, { allow, deny }: Policy): void {
  if ((allow && !allow.includes(name)) || deny?.includes(name)) {
    throw new ApiError(
      'Forbidden.RAM',
      403,
      "User not authorized to operate on the specified resource, or this API doesn't support RAM.",
      { recommend: `The caller lacks the right to call ${name}.` },
    );
  }
}
