/**
 * The language of the operations table: how a parameter or a reply member is written down, and the TypeScript
 * types that follow from it.
 *
 * - `int` and `number` are int32 and float; `long` is an int64 amount that fits a double (counts, MB, durations).
 * - `id` is an int64 that identifies something: exact decimal text on this side, a bare number on the wire.
 * - `ms` is a time in epoch milliseconds.
 * - `map` is an object whose keys are data; its values come as text, as numbers, or as null.
 */
export type Scalar = 'string' | 'int' | 'long' | 'number' | 'boolean' | 'id' | 'ms' | 'map';

/** A parameter: a scalar, with a trailing `?` where it may be left out. */
export type Param = Scalar | `${Scalar}?`;

/** `[{...}]` is a repeat list: flat keys `name.1.member` on the wire, always optional. */
export type ParamList = readonly [Readonly<Record<string, `${Scalar}?`>>];

/** A reply member: a scalar, a nested object, or `[member]` for a list. */
export type Shape = Scalar | readonly [Shape] | { readonly [member: string]: Shape };

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Operation {
  /** One line for the reference page. */
  readonly doc: string;
  readonly method: Method;
  /** `{name}` is a path parameter: `instanceId` an id, any other a string. */
  readonly path: string;
  readonly query?: Readonly<Record<string, Param>>;
  readonly body?: Readonly<Record<string, Param | ParamList>>;
  /** Members of a successful answer besides RequestId, which every answer carries. */
  readonly reply: Readonly<Record<string, Shape>>;
}

export type Group = Readonly<Record<string, Operation>>;

interface ScalarTypes {
  string: string;
  int: number;
  long: number;
  number: number;
  boolean: boolean;
  id: string;
  ms: number;
  map: Readonly<Record<string, string | number | boolean | null>>;
}

type ParamType<P> = P extends `${infer S extends Scalar}?`
  ? ScalarTypes[S]
  : P extends Scalar
    ? ScalarTypes[P]
    : P extends readonly [infer Row]
      ? readonly ParamsOf<Row>[]
      : never;

type IsOptional<P> = P extends `${string}?` | readonly unknown[] ? true : false;

/** The object type of a parameter record. */
export type ParamsOf<R> = {
  readonly [K in keyof R as IsOptional<R[K]> extends true ? never : K]: ParamType<R[K]>;
} & { readonly [K in keyof R as IsOptional<R[K]> extends true ? K : never]?: ParamType<R[K]> };

type PathNames<P extends string> = P extends `${string}{${infer Name}}${infer Rest}`
  ? Name | PathNames<Rest>
  : never;

/** The object type of a path template's parameters. */
export type PathParamsOf<P extends string> = Readonly<Record<PathNames<P>, string>>;

/** The object type of a reply shape. Everything may be absent: the service leaves out what has no value. */
export type ShapeOf<S> = S extends Scalar
  ? ScalarTypes[S]
  : S extends readonly [infer Item]
    ? readonly ShapeOf<Item>[]
    : { readonly [K in keyof S]?: ShapeOf<S[K]> };

/** The scalar a path parameter has, by its name. */
export function pathScalar(name: string): Scalar {
  return name === 'instanceId' ? 'id' : 'string';
}

/** Names of the `{...}` parameters of a path template, in order. */
export function pathNames(path: string): string[] {
  return Array.from(path.matchAll(/\{(\w+)\}/g), match => match[1] ?? '');
}

export interface ParamInfo {
  readonly scalar: Scalar;
  readonly required: boolean;
}

/** Splits a parameter's notation, for example `'id?'`, into its scalar and whether it is required. */
export function paramInfo(param: Param): ParamInfo {
  const required = !param.endsWith('?');
  return { scalar: (required ? param : param.slice(0, -1)) as Scalar, required };
}

export function isParamList(param: Param | ParamList): param is ParamList {
  return typeof param !== 'string';
}
