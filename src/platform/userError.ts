/** A button of an error notice. */
export interface ErrorAction {
  readonly title: string;
  run(): unknown;
}

/**
 * An error whose message is already for the user: what, where, what to do, in the user's language.
 * The technical cause goes into `cause`, which only the log shows.
 */
export class UserError extends Error {
  override readonly name: string = 'UserError';
  readonly actions: readonly ErrorAction[];

  constructor(
    message: string,
    options: { readonly actions?: readonly ErrorAction[]; readonly cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.actions = options.actions ?? [];
  }
}
