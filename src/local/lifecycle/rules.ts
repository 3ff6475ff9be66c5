import { invalidParameter } from '../errors.ts';
import type { Window } from '../store/jobs.ts';

const FORBIDDEN_IN_NAMES = /[/\\,\p{Cc}]/u;

/**
 * Checks the name of something that is addressed by a path segment or named in a comma separated list.
 * @throws ApiError InvalidX
 */
export function checkName(parameter: string, name: string): string {
  if (
    name.trim() === '' ||
    name.length > 256 ||
    FORBIDDEN_IN_NAMES.test(name) ||
    name === '.' ||
    name === '..'
  ) {
    throw invalidParameter(
      parameter,
      'A name has 1 to 256 characters without slash, comma or control characters.',
    );
  }
  return name;
}

/**
 * The value of `allowed` that equals `value` regardless of case (blink-openapi.json, conventions.enumCase).
 * @throws ApiError InvalidX
 */
export function oneOf<T extends string>(parameter: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find(item => item.toLowerCase() === value.toLowerCase());
  if (found === undefined) throw invalidParameter(parameter, `It is one of ${allowed.join(', ')}.`);
  return found;
}

/** The same for a filter that may be absent; an empty text is no filter. */
export function optionalOneOf<T extends string>(
  parameter: string,
  value: string | undefined,
  allowed: readonly T[],
): T | undefined {
  return value === undefined || value === '' ? undefined : oneOf(parameter, value, allowed);
}

/** A text filter: an empty text is no filter. */
export function filterText(value: string | undefined): string | undefined {
  return value === '' ? undefined : value;
}

/** The names of a comma separated list. */
export function splitNames(list: string): string[] {
  return list
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== '');
}

export interface Paging extends Window {
  readonly pageIndex: number;
  readonly pageSize: number;
}

/** Paging as asked for: 1 and 10 by default. @throws ApiError for anything below 1 */
export function paging(request: {
  readonly pageIndex?: number | undefined;
  readonly pageSize?: number | undefined;
}): Paging {
  const { pageIndex = 1, pageSize = 10 } = request;
  if (pageIndex < 1) throw invalidParameter('pageIndex', 'Pages are counted from 1.');
  if (pageSize < 1) throw invalidParameter('pageSize', 'A page has at least one row.');
  return { pageIndex, pageSize, limit: pageSize, offset: (pageIndex - 1) * pageSize };
}

/** The paging members of a reply. */
export function pageOf({ pageIndex, pageSize }: Paging, total: number) {
  return {
    PageIndex: pageIndex,
    PageSize: pageSize,
    TotalPage: Math.ceil(total / pageSize),
    TotalCount: total,
  };
}

/** A time of change that is later than the one before, even within the same ms or when the clock was set back. */
export function laterThan(before: number, now: number): number {
  return Math.max(now, before + 1);
}
