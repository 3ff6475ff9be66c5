import { randomUUID } from 'node:crypto';
import type { Http, HttpReply } from '../http.ts';
import type { CallOptions } from '../jobService.ts';
import { DEFAULT_RETRY, RetryBudget, retryAfter, retryDelay, SYSTEM_CLOCK } from '../retry.ts';
import type { Clock, RetryPolicy } from '../retry.ts';
import { ServiceError } from '../serviceError.ts';
import { API_VERSION, operation, type OperationName, type Reply, type Request } from './operations.ts';
import { encodeQuery } from './sign/percentEncode.ts';
import type { Credentials, Signed } from './sign/request.ts';
import { sign, type SignatureForm } from './sign/sign.ts';
import { buildRequest, type BuiltRequest } from './wire/buildRequest.ts';
import { answerError, exchangeError, unreadableError } from './wire/errors.ts';
import { isEmptyReply, readContent, readErrorBody, textMember } from './wire/readReply.ts';
import { readShape } from './wire/readShape.ts';
import { redactor, signaturesOf } from './wire/redact.ts';

/** One exchange with the service, for a log: nothing secret in it. */
export interface CallTrace {
  readonly operation: OperationName;
  /** Absent when no answer came. */
  readonly status?: number;
  /** Duration of this exchange. */
  readonly ms: number;
  readonly requestId?: string;
  /** 1 for the first try. */
  readonly attempt: number;
  readonly error?: ServiceError;
}

export interface ClientOptions {
  readonly http: Http;
  /** As from `endpointOf`. */
  readonly origin: string;
  readonly credentials: Credentials;
  /** Sent as the header RegionId. */
  readonly regionId?: string;
  readonly signature?: SignatureForm;
  /** Default time limit of a call, retries included, ms. */
  readonly timeoutMs?: number;
  readonly onCall?: (trace: CallTrace) => void;
  readonly retry?: RetryPolicy;
  readonly clock?: Clock;
}

export interface FoasClient {
  readonly clock: Clock;
  /**
   * Calls one operation. A GET is repeated when the failure is one of the moment; a write never is.
   * @throws ServiceError
   */
  call<N extends OperationName>(name: N, request: Request<N>, options?: CallOptions): Promise<Reply<N>>;
}

const DEFAULT_TIMEOUT_MS = 30_000;

export function createFoasClient(options: ClientOptions): FoasClient {
  const { http, origin, credentials, retry = DEFAULT_RETRY, clock = SYSTEM_CLOCK } = options;
  const budget = new RetryBudget();
  const { host } = new URL(origin);

  function signed(name: OperationName, built: BuiltRequest): Signed {
    const headers: Record<string, string> = {
      host,
      accept: 'application/json',
      'user-agent': 'blink-sql-vscode',
      'x-acs-action': name,
      'x-acs-version': API_VERSION,
    };
    if (built.body !== '') headers['content-type'] = 'application/json;charset=utf-8';
    if (options.regionId !== undefined) headers['regionid'] = options.regionId;
    const stamp = { date: new Date(clock.now()), nonce: randomUUID() };
    return sign(options.signature ?? 'roa', { ...built, headers }, credentials, stamp);
  }

  /** One exchange: an answer, or the error it amounts to and how long the server wants to be left alone. */
  async function attempt(
    name: OperationName,
    built: BuiltRequest,
    signal: AbortSignal | undefined,
    timeoutMs: number,
  ): Promise<Exchange> {
    const { headers, query } = signed(name, built);
    const path = Object.keys(query).length === 0 ? built.path : `${built.path}?${encodeQuery(query)}`;
    const body = built.body === '' ? {} : { body: built.body };
    let reply: HttpReply;
    try {
      reply = await http.send({ method: built.method, origin, path, headers, ...body, signal, timeoutMs });
    } catch (error) {
      return { error: exchangeError(name, error), waitMs: 0 };
    }
    const { status } = reply;
    const content = readContent(reply);
    const redact = redactor(credentials, signaturesOf({ headers, query }));
    const id = textMember(content, 'RequestId');
    const requestId = id === undefined ? {} : { requestId: redact(id) };
    const failed = status < 200 || status > 299 || isRefusal(content);
    const waitMs = retryAfter(reply.headers['retry-after'], clock.now());
    if (failed && content !== undefined) {
      const error = answerError(name, reply, readErrorBody(content), redact, clock.now());
      return { error, status, waitMs, ...requestId };
    }
    const read =
      content === undefined || lacksContent(name, reply)
        ? undefined
        : readShape(operation(name).reply, content);
    if (read === undefined) return { error: unreadableError(name, reply, host), status, waitMs };
    return { content: { RequestId: requestId.requestId ?? '', ...read }, status, waitMs: 0, ...requestId };
  }

  async function callUntyped(name: OperationName, request: object, call: CallOptions): Promise<object> {
    checkKeys(name, credentials);
    const built = buildRequest(name, request as Readonly<Record<string, unknown>>);
    const deadline = clock.now() + (call.timeoutMs ?? options.timeoutMs ?? DEFAULT_TIMEOUT_MS);
    for (let made = 1; ; made++) {
      const begun = clock.now();
      const { content, error, status, requestId, waitMs } = await attempt(
        name,
        built,
        call.signal,
        Math.max(1, deadline - begun),
      );
      options.onCall?.({
        operation: name,
        ms: clock.now() - begun,
        attempt: made,
        ...(status === undefined ? {} : { status }),
        ...(requestId === undefined ? {} : { requestId }),
        ...(error ? { error } : {}),
      });
      if (content) {
        budget.succeeded();
        return content;
      }
      const failure = error ?? exchangeError(name, undefined);
      if (built.method !== 'GET' || !failure.retryable || made >= retry.attempts) throw failure;
      const delay = retryDelay(retry, made, waitMs, clock.random());
      if (clock.now() + delay >= deadline || !budget.take()) throw failure;
      await clock.sleep(delay, call.signal).catch(() => {
        throw new ServiceError('The call was cancelled.', { operation: name, kind: 'aborted' });
      });
    }
  }

  return {
    clock,
    call: (name, request, call = {}) => callUntyped(name, request, call) as never,
  };
}

interface Exchange {
  readonly content?: object;
  readonly error?: ServiceError;
  readonly status?: number;
  readonly requestId?: string;
  /** What Retry-After asked for, ms. */
  readonly waitMs: number;
}

/**
 * Without content an answer can say that something was done, but not what there is: an object that is left out of an
 * answer means that it does not exist, and a proxy that swallowed the answer must not be taken for that.
 */
function lacksContent(name: OperationName, reply: HttpReply): boolean {
  return isEmptyReply(reply) && Object.keys(operation(name).reply).length > 0;
}

/** The tag operations report a failure inside a 2xx answer. */
function isRefusal(content: unknown): boolean {
  const read = readShape({ Success: 'boolean' }, content) as { readonly Success?: boolean } | undefined;
  return read?.Success === false;
}

/** Catches what cannot be a key (pasted line breaks, full-width letters) before it breaks a header. */
function checkKeys(name: OperationName, credentials: Credentials): void {
  for (const [part, text] of Object.entries(credentials) as [string, string][]) {
    if (!/^[\x21-\x7e]+$/.test(text)) {
      const message = `The ${part} of this connection is empty or has characters that no key has. Enter it again.`;
      throw new ServiceError(message, { operation: name, kind: 'signature' });
    }
  }
}
