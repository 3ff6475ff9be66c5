import { randomUUID } from 'node:crypto';
import { operation, type OperationName } from '../../services/foas/operations.ts';
import { ApiError } from '../errors.ts';
import type { Context } from '../lifecycle/context.ts';
import { HANDLERS, isImplemented } from '../lifecycle/operations.ts';
import { checkVersion, type Authenticator } from './authenticate.ts';
import { readBody } from './body.ts';
import type { Faults } from './faults.ts';
import { readParameters } from './parameters.ts';
import { checkPolicy, type Policy } from './policy.ts';
import { formatOf, printReply, type Document } from './reply.ts';
import { Turnstile } from './turnstile.ts';
import type { WireRequest } from './wire.ts';

export interface FrontSettings {
  readonly context: Context;
  /** Absent: every request is believed. */
  readonly authenticator: Authenticator | undefined;
  readonly policy: Policy;
  readonly faults: Faults;
  /** Told of errors that are the service's own fault. */
  readonly onInternalError: (error: unknown, operation: string) => void;
}

export interface Outcome {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly document: Document;
}

const ERROR_SHAPE = {
  RequestId: 'string',
  HostId: 'string',
  Code: 'string',
  Message: 'string',
  Recommend: 'string',
} as const;

/** From a request on the wire to the document that answers it; knows HTTP's words, but no server. */
export class Front {
  readonly #settings: FrontSettings;
  readonly #writes = new Turnstile();

  constructor(settings: FrontSettings) {
    this.#settings = settings;
  }

  /** @throws ApiError when the request is not signed as it has to be */
  authenticate(request: WireRequest): void {
    this.#settings.authenticator?.check(request);
  }

  async answer(
    name: OperationName,
    request: WireRequest,
    path: Readonly<Record<string, string>>,
  ): Promise<Outcome> {
    try {
      checkVersion(request);
      this.authenticate(request);
      checkPolicy(name, this.#settings.policy);
      await this.#settings.faults.meet(name, 'before');
      const parameters = readParameters(name, { path, query: request.query, body: readBody(request) });
      const value = await this.#carryOut(name, parameters);
      await this.#settings.faults.meet(name, 'after');
      const shape = { RequestId: 'string', ...operation(name).reply } as const;
      return {
        status: 200,
        headers: {},
        document: printReply(
          `${name}Response`,
          shape,
          { ...value, RequestId: newRequestId() },
          formatOf(request.query, request.headers),
        ),
      };
    } catch (error) {
      return this.refuse(error, request, name);
    }
  }

  /** The answer to a request that cannot be carried out. */
  refuse(error: unknown, request: Pick<WireRequest, 'query' | 'headers'>, what: string): Outcome {
    if (!(error instanceof ApiError)) this.#settings.onInternalError(error, what);
    const known =
      error instanceof ApiError
        ? error
        : new ApiError('InternalError', 500, 'The request processing has failed due to some unknown error.');
    return {
      status: known.status,
      headers: known.retryAfter === undefined ? {} : { 'retry-after': String(known.retryAfter) },
      document: printReply(
        'Error',
        ERROR_SHAPE,
        {
          RequestId: newRequestId(),
          HostId: request.headers['host'] ?? '',
          Code: known.code,
          Message: known.message,
          Recommend: known.recommend,
        },
        formatOf(request.query, request.headers),
      ),
    };
  }

  #carryOut(name: OperationName, parameters: object): Promise<object> {
    if (!isImplemented(name)) {
      throw new ApiError('NotImplemented', 501, `The local service does not carry out ${name} yet.`);
    }
    // The table has for each name the handler of that very name, which is more than the compiler can follow.
    const handler = HANDLERS[name] as unknown as (
      context: Context,
      request: object,
    ) => object | Promise<object>;
    const work = (): object | Promise<object> => handler(this.#settings.context, parameters);
    return operation(name).method === 'GET' ? Promise.resolve().then(work) : this.#writes.pass(work);
  }
}

function newRequestId(): string {
  return randomUUID().toUpperCase();
}
