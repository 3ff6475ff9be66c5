import type { ReplyBody, OperationName, Request } from '../../services/foas/operations.ts';
import type { Clock } from '../clock.ts';
import type { Engine } from '../engines/engine.ts';
import type { Database } from '../store/database.ts';

/** What differs between installations, none of it being part of the service's contract. */
export interface Settings {
  readonly regionId: string;
  /** The account every caller acts as: creator, modifier, starter. */
  readonly accountId: string;
  /** ms that making an execution plan takes. */
  readonly planDelayMs: number;
  /** Whether GetFolder, GetJob and GetInstance answer 404 for what is not there, in place of 200 without an object. */
  readonly missingIs404: boolean;
  /** The limits of the public product (blink-openapi.json, `limits`); absent where none is to be enforced. */
  readonly limits?: Limits;
}

export interface Limits {
  readonly jobsPerProject: number;
  readonly foldersPerProject: number;
  readonly folderDepth: number;
  readonly packagesPerProject: number;
}

export const PUBLIC_LIMITS: Limits = {
  jobsPerProject: 100,
  foldersPerProject: 50,
  folderDepth: 5,
  packagesPerProject: 50,
};

export const DEFAULT_SETTINGS: Settings = {
  regionId: 'cn-hangzhou',
  accountId: '100000000000000001',
  planDelayMs: 1500,
  missingIs404: false,
};

/** What every operation works with. */
export interface Context {
  readonly db: Database;
  readonly clock: Clock;
  readonly engine: Engine;
  readonly settings: Settings;
}

type Loose<T> = T extends readonly (infer Item)[]
  ? readonly Loose<Item>[]
  : T extends object
    ? { readonly [K in keyof T]: Loose<T[K]> | null | undefined }
    : T;

/** What an operation answers: members that are null or undefined are left out of the reply. */
export type Answer<Name extends OperationName> = Loose<ReplyBody<Name>>;

/** An operation as the service carries it out. @throws ApiError */
export type Handler<Name extends OperationName> = (
  context: Context,
  request: Request<Name>,
) => Answer<Name> | Promise<Answer<Name>>;
