/**
 * Shapes of messages: one description gives both the static type and the check at run time. Panels and host run in
 * different processes and may be of different versions after an update, so neither believes what it receives.
 */
export interface Shape<T> {
  /**
   * @param path where the value stands, for the error
   * @throws ShapeError when the value is not of this shape; members an object does not name are left out
   */
  read(value: unknown, path: string): T;
}

export type Infer<S> = S extends Shape<infer T> ? T : never;

/** A message that is not of the agreed shape. The text names the place, never the value: it may be secret. */
export class ShapeError extends Error {
  override readonly name = 'ShapeError';
}

function fail(path: string, expected: string): never {
  throw new ShapeError(`${path || 'message'}: expected ${expected}`);
}

const DEFAULT_TEXT_LIMIT = 1_000_000;
const DEFAULT_LIST_LIMIT = 10_000;

/** Text of at most `limit` UTF-16 units. */
export function text(limit = DEFAULT_TEXT_LIMIT): Shape<string> {
  return {
    read: (value, path) =>
      typeof value === 'string' && value.length <= limit
        ? value
        : fail(path, `text of at most ${limit} characters`),
  };
}

/** A finite number. */
export const number: Shape<number> = {
  read: (value, path) =>
    typeof value === 'number' && Number.isFinite(value) ? value : fail(path, 'a finite number'),
};

export const boolean: Shape<boolean> = {
  read: (value, path) => (typeof value === 'boolean' ? value : fail(path, 'true or false')),
};

export function oneOf<const T extends string | number>(values: readonly T[]): Shape<T> {
  return {
    read: (value, path) => values.find(each => each === value) ?? fail(path, `one of ${values.join(', ')}`),
  };
}

export function nullable<T>(shape: Shape<T>): Shape<T | null> {
  return { read: (value, path) => (value === null ? null : shape.read(value, path)) };
}

export function list<T>(item: Shape<T>, limit = DEFAULT_LIST_LIMIT): Shape<readonly T[]> {
  return {
    read: (value, path) =>
      Array.isArray(value) && value.length <= limit
        ? value.map((each, index) => item.read(each, `${path}[${index}]`))
        : fail(path, `a list of at most ${limit} items`),
  };
}

export function pair<A, B>(first: Shape<A>, second: Shape<B>): Shape<readonly [A, B]> {
  return {
    read: (value, path) =>
      Array.isArray(value) && value.length === 2
        ? [first.read(value[0], `${path}[0]`), second.read(value[1], `${path}[1]`)]
        : fail(path, 'a pair'),
  };
}

/** Text by text; keys are kept as they are, `__proto__` is no member. */
export const texts: Shape<Readonly<Record<string, string>>> = {
  read(value, path) {
    const members = Object.entries(object({}, true).read(value, path));
    return Object.fromEntries(members.map(([key, each]) => [key, text().read(each, `${path}.${key}`)]));
  },
};

/** A member that may be absent. */
export interface OptionalShape<T> extends Shape<T> {
  readonly isOptional: true;
}

export function optional<T>(shape: Shape<T>): OptionalShape<T> {
  return { isOptional: true, read: (value, path) => shape.read(value, path) };
}

export type Members = Readonly<Record<string, Shape<unknown>>>;
type OptionalKeys<M> = { [K in keyof M]: M[K] extends OptionalShape<unknown> ? K : never }[keyof M];
type ObjectOf<M> = { readonly [K in Exclude<keyof M, OptionalKeys<M>>]: Infer<M[K]> } & {
  readonly [K in OptionalKeys<M>]?: Infer<M[K]>;
};

/** @param keepsRest members that are not named stay as they are; otherwise they are left out */
export function object<const M extends Members>(members: M, keepsRest = false): Shape<ObjectOf<M>> {
  return {
    read(value, path) {
      if (typeof value !== 'object' || value === null || Array.isArray(value)) return fail(path, 'an object');
      const given = new Map<string, unknown>(Object.entries(value));
      const read: [string, unknown][] = keepsRest ? [...given] : [];
      for (const [key, shape] of Object.entries(members)) {
        const member = given.get(key);
        if (member === undefined && 'isOptional' in shape) continue;
        read.push([key, shape.read(member, path ? `${path}.${key}` : key)]);
      }
      return Object.fromEntries(read) as ObjectOf<M>;
    },
  };
}

/** Messages told apart by their `type`. */
export type MessageOf<M extends Readonly<Record<string, Members>>> = {
  [K in keyof M & string]: { readonly type: K } & ObjectOf<M[K]>;
}[keyof M & string];

export function messages<const M extends Readonly<Record<string, Members>>>(kinds: M): Shape<MessageOf<M>> {
  const shapes = new Map(Object.entries(kinds).map(([type, members]) => [type, object(members)]));
  return {
    read(value, path) {
      const { type } = object({ type: text(100) }).read(value, path);
      const shape = shapes.get(type) ?? fail('type', `one of ${[...shapes.keys()].join(', ')}`);
      return { type, ...shape.read(value, path) } as MessageOf<M>;
    },
  };
}
