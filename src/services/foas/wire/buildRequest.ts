import { ServiceError } from '../../serviceError.ts';
import { operation, type OperationName } from '../operations.ts';
import {
  isParamList,
  paramInfo,
  pathNames,
  type Param,
  type ParamList,
  type Scalar,
} from '../operations/table.ts';
import { percentEncode } from '../sign/percentEncode.ts';

export interface BuiltRequest {
  readonly method: string;
  /** As on the wire: every segment encoded, no query. */
  readonly path: string;
  /** Decoded values. */
  readonly query: Readonly<Record<string, string>>;
  /** JSON, or '' where the operation takes no body. */
  readonly body: string;
}

type Values = Readonly<Record<string, unknown>>;

/**
 * Turns typed parameters into what is sent. The body is one flat JSON object whose values are text, as the vendor's
 * Java client sends it (blink-openapi-notes.md, section 2): the form known to be accepted, and exact for int64.
 * @throws ServiceError of kind `invalid` for a parameter that is missing or cannot travel
 */
export function buildRequest(name: OperationName, values: Values): BuiltRequest {
  const entry = operation(name);
  let path = entry.path;
  for (const parameter of pathNames(entry.path)) {
    path = path.replace(`{${parameter}}`, () => segment(name, parameter, values[parameter]));
  }
  const body = entry.body && fields(name, entry.body, values);
  return {
    method: entry.method,
    path,
    query: fields(name, entry.query ?? {}, values),
    body: body ? JSON.stringify(body) : '',
  };
}

function segment(name: OperationName, parameter: string, value: unknown): string {
  if (typeof value !== 'string' || value === '') throw missing(name, parameter);
  // Dot segments would be resolved on the way and reach another object.
  if (value === '.' || value === '..') throw unusable(name, parameter, value);
  return percentEncode(value);
}

function fields(
  name: OperationName,
  table: Readonly<Record<string, Param | ParamList>>,
  values: Values,
): Record<string, string> {
  const out: Record<string, string> = {};
  for (const [parameter, param] of Object.entries(table)) {
    const value = values[parameter];
    if (isParamList(param)) {
      if (value !== undefined) Object.assign(out, repeatList(name, parameter, value));
      continue;
    }
    const { scalar, required } = paramInfo(param);
    if (value !== undefined) out[parameter] = text(name, parameter, scalar, value);
    else if (required) throw missing(name, parameter);
  }
  return out;
}

/** `[{plan}]` as `name.1.plan`, `name.2.plan` ... */
function repeatList(name: OperationName, parameter: string, value: unknown): Record<string, string> {
  if (!Array.isArray(value)) throw unusable(name, parameter, value);
  const rows = value.flatMap((row: unknown, index) =>
    Object.entries(row ?? {}).map(([member, item]: [string, unknown]) => {
      const key = `${parameter}.${index + 1}.${member}`;
      return [key, text(name, key, 'string', item)] as const;
    }),
  );
  return Object.fromEntries(rows);
}

function text(name: OperationName, parameter: string, scalar: Scalar, value: unknown): string {
  const isText = scalar === 'string' ? typeof value === 'string' : false;
  const isId = scalar === 'id' && typeof value === 'string' && /^-?\d{1,19}$/.test(value);
  const isNumber =
    typeof value === 'number' && Number.isFinite(value) && scalar !== 'string' && scalar !== 'id';
  const isWhole = !isNumber || scalar === 'number' || Number.isSafeInteger(value);
  const isFlag = scalar === 'boolean' && typeof value === 'boolean';
  if ((isText || isId || isFlag || isNumber) && isWhole) return String(value);
  throw unusable(name, parameter, value);
}

function missing(operation: OperationName, parameter: string): ServiceError {
  return new ServiceError(`${operation} needs ${parameter}.`, {
    operation,
    kind: 'invalid',
    code: `Missing${parameter}`,
  });
}

function unusable(operation: OperationName, parameter: string, value: unknown): ServiceError {
  const shown = typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : typeof value;
  const message = `${operation} cannot send ${shown} as ${parameter}.`;
  return new ServiceError(message, { operation, kind: 'invalid', code: `Invalid${parameter}` });
}
