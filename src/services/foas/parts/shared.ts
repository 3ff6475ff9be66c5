import type { CallOptions } from '../../jobService.ts';
import { isServiceError } from '../../serviceError.ts';

/** Reads one thing that may not be there: 404 is undefined, like an empty answer (blink-openapi-notes.md, section 6). */
export async function orUndefined<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (isServiceError(error) && error.kind === 'not-found') return undefined;
    throw error;
  }
}

/** Compiling a job takes the service longer than a lookup. */
const COMPILE_TIMEOUT_MS = 60_000;

export function compiling(options: CallOptions | undefined): CallOptions {
  return { timeoutMs: COMPILE_TIMEOUT_MS, ...options };
}

export function present<T>(items: readonly (T | undefined)[]): T[] {
  return items.filter(item => item !== undefined);
}
