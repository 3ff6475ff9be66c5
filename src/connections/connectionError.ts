import { UserError } from '../platform/userError.ts';

/** A connection cannot be used, for a reason its user can do something about. */
export class ConnectionError extends UserError {
  override readonly name = 'ConnectionError';
}
