import { CLUSTER } from './operations/cluster.ts';
import { FOLDER } from './operations/folder.ts';
import { INSTANCE } from './operations/instance.ts';
import { JOB } from './operations/job.ts';
import { PACKAGE } from './operations/package.ts';
import { PROJECT } from './operations/project.ts';
import { QUEUE } from './operations/queue.ts';
import type { Operation, ParamsOf, PathParamsOf, ShapeOf } from './operations/table.ts';
import { TAG } from './operations/tag.ts';

/** Version header of every call (`x-acs-version`). */
export const API_VERSION = '2018-11-11';

export const GROUPS = {
  job: JOB,
  instance: INSTANCE,
  folder: FOLDER,
  package: PACKAGE,
  queue: QUEUE,
  cluster: CLUSTER,
  project: PROJECT,
  tag: TAG,
} as const;

/**
 * Every operation of the service, once: the client builds requests from this table, the local service routes and
 * checks parameters by it, tests and the reference page walk it. `RegionId`, an optional header common to all
 * operations, and `RequestId`, a member of every answer, are not repeated in each entry.
 */
export const OPERATIONS = {
  ...JOB,
  ...INSTANCE,
  ...FOLDER,
  ...PACKAGE,
  ...QUEUE,
  ...CLUSTER,
  ...PROJECT,
  ...TAG,
} as const;

type Table = typeof OPERATIONS;
export type OperationName = keyof Table;

export const OPERATION_NAMES = Object.keys(OPERATIONS) as readonly OperationName[];

type Member<O, K extends string> = O extends Readonly<Record<K, infer R>> ? R : unknown;
type Params<O, K extends string> = unknown extends Member<O, K> ? unknown : ParamsOf<Member<O, K>>;
type Flat<T> = { readonly [K in keyof T]: T[K] };

/** All parameters of an operation, wherever they travel. */
export type Request<N extends OperationName> = Flat<
  PathParamsOf<Table[N]['path']> & Params<Table[N], 'query'> & Params<Table[N], 'body'>
>;

/** A successful answer without its request id. */
export type ReplyBody<N extends OperationName> = ShapeOf<Table[N]['reply']>;

/** A successful answer. RequestId is '' when the service sent none. */
export type Reply<N extends OperationName> = Flat<{ readonly RequestId: string } & ReplyBody<N>>;

/** The table's entry, with the loose type that generic code works with. */
export function operation(name: OperationName): Operation {
  return OPERATIONS[name];
}

export function isOperationName(name: string): name is OperationName {
  return Object.hasOwn(OPERATIONS, name);
}
