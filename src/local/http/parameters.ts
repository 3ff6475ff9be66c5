import { isLosslessNumber } from 'lossless-json';
import { operation, type OperationName, type Request } from '../../services/foas/operations.ts';
import {
  isParamList,
  paramInfo,
  pathNames,
  pathScalar,
  type ParamList,
  type Scalar,
} from '../../services/foas/operations/table.ts';
import { invalidParameter, missingParameter } from '../errors.ts';
import type { BodyValues } from './body.ts';

/** Rows of a repeat list (blink-openapi.json, limits.fromMetadata). */
const MOST_ROWS = 100;
const INT32 = 2 ** 31;
const INT64 = 2n ** 63n;
const WHOLE = /^([+-]?\d{1,20})(?:\.0+)?$/;

/** Where parameters were found. */
export interface Sources {
  readonly path: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
  readonly body: BodyValues;
}

/**
 * Takes an operation's parameters out of a request and gives them the types of the table; the rest is ignored. A
 * parameter of the body may stand in the query as well: callers that sign the query put everything there.
 * @throws ApiError MissingX, InvalidX
 */
export function readParameters<Name extends OperationName>(name: Name, from: Sources): Request<Name> {
  const { path, query, body } = operation(name);
  const found: Record<string, unknown> = {};
  for (const key of pathNames(path)) found[key] = coerce(key, pathScalar(key), from.path[key]);
  for (const [key, param] of Object.entries(query ?? {})) {
    found[key] = read(key, paramInfo(param), from.query[key]);
  }
  for (const [key, param] of Object.entries(body ?? {})) {
    if (isParamList(param)) found[key] = readRows(key, param, from);
    else found[key] = read(key, paramInfo(param), from.body.get(key) ?? from.query[key]);
  }
  return found as Request<Name>;
}

function read(
  name: string,
  info: { readonly scalar: Scalar; readonly required: boolean },
  value: unknown,
): unknown {
  const read = coerce(name, info.scalar, value);
  if (read === undefined && info.required) throw missingParameter(name);
  return read;
}

/** `name.1.member` from 1 on, or in JSON an array of objects. */
function readRows(name: string, [row]: ParamList, { query, body }: Sources): unknown[] | undefined {
  const given = body.get(name);
  const rows: ((member: string) => unknown)[] = [];
  if (Array.isArray(given)) {
    for (const item of given as unknown[]) {
      if (typeof item !== 'object' || item === null) throw invalidParameter(name, 'Its items are objects.');
      rows.push(member => (item as Record<string, unknown>)[member]);
    }
  } else if (given !== undefined && given !== null) {
    throw invalidParameter(name, 'It is a list.');
  } else {
    const flat = (key: string): unknown => body.get(key) ?? query[key];
    for (let n = 1; Object.keys(row).some(member => flat(`${name}.${n}.${member}`) !== undefined); n++) {
      rows.push(member => flat(`${name}.${n}.${member}`));
      if (n > MOST_ROWS) break;
    }
  }
  if (rows.length > MOST_ROWS) throw invalidParameter(name, `It has at most ${MOST_ROWS} items.`);
  if (rows.length === 0) return undefined;
  return rows.map((get, index) =>
    Object.fromEntries(
      Object.entries(row).map(([member, param]) => [
        member,
        coerce(`${name}.${index + 1}.${member}`, paramInfo(param).scalar, get(member)),
      ]),
    ),
  );
}

/** @returns undefined for what was not given: null, and '' where a text makes no sense */
function coerce(name: string, scalar: Scalar, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  const text = textOf(name, value);
  if (scalar === 'string') return text;
  if (text.trim() === '') return undefined;
  return typed(name, scalar, text.trim());
}

function textOf(name: string, value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (isLosslessNumber(value)) return value.toString();
  throw invalidParameter(name, 'It is a single value.');
}

function typed(name: string, scalar: Exclude<Scalar, 'string'>, text: string): unknown {
  switch (scalar) {
    case 'boolean': {
      const lower = text.toLowerCase();
      if (lower !== 'true' && lower !== 'false') throw invalidParameter(name, 'It is true or false.');
      return lower === 'true';
    }
    case 'number': {
      const number = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : Number.NaN;
      if (!Number.isFinite(number)) throw invalidParameter(name, 'It is a number.');
      return number;
    }
    case 'int': {
      const number = Number(whole(name, text));
      if (number < -INT32 || number >= INT32) throw invalidParameter(name, 'It is a number of 32 bits.');
      return number;
    }
    case 'long':
    case 'ms': {
      const number = Number(whole(name, text));
      if (!Number.isSafeInteger(number)) throw invalidParameter(name, 'It is too large.');
      return number;
    }
    case 'id':
      return String(whole(name, text));
    case 'map':
      throw invalidParameter(name, 'It is no single value.');
  }
}

function whole(name: string, text: string): bigint {
  const digits = WHOLE.exec(text)?.[1];
  const value = digits === undefined ? undefined : BigInt(digits.replace(/^\+/, ''));
  if (value === undefined || value < -INT64 || value >= INT64) {
    throw invalidParameter(name, 'It is a whole number of 64 bits.');
  }
  return value;
}
