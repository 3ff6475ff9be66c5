import { Agent, ProxyAgent, type Dispatcher } from 'undici';
import { trustOf } from './http/certificates.ts';
import { isLoopback } from './http/hosts.ts';
import { explainFailure, HttpError } from './http/httpError.ts';
import { proxyFor } from './http/proxy.ts';
import type { NetworkSettings } from './http/settings.ts';

export interface HttpRequest {
  readonly method: string;
  /** Scheme, host and port, for example `https://foas.cn-shanghai.aliyuncs.com`. */
  readonly origin: string;
  /** Path and query exactly as they are to stand on the wire. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal | undefined;
  /** ms for the whole exchange, connecting included. */
  readonly timeoutMs: number;
}

export interface HttpReply {
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One transport for every service: a keep-alive pool that repeats nothing by itself and follows no redirect. */
export interface Http {
  /** @throws HttpError when there is no whole answer, whatever its status */
  send(request: HttpRequest): Promise<HttpReply>;
  /** Ends all connections; calls under way fail. */
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 10_000;
const CONNECTIONS_PER_HOST = 8;
/** Longer than any list page or plan; guards the memory against a runaway answer. */
const MAX_REPLY_BYTES = 64 * 1024 * 1024;

export function createHttp(settings: NetworkSettings = {}): Http {
  const dispatchers = new Map<string, Dispatcher>();
  let trust: ReturnType<typeof trustOf>;
  let trustRead = false;

  function tlsOptions() {
    if (!trustRead) trust = trustOf(settings);
    trustRead = true;
    return {
      timeout: CONNECT_TIMEOUT_MS,
      rejectUnauthorized: settings.strictSSL ?? true,
      ...(trust ? { secureContext: trust } : {}),
    };
  }

  function dispatcherFor(proxy: URL | undefined): Dispatcher {
    const key = proxy?.href ?? '';
    const known = dispatchers.get(key);
    if (known) return known;
    // No time limits of its own: each call's signal covers connecting, headers and body.
    const pool = { connections: CONNECTIONS_PER_HOST, pipelining: 1, headersTimeout: 0, bodyTimeout: 0 };
    const token = settings.proxyAuthorization;
    const made = proxy
      ? new ProxyAgent({
          ...pool,
          uri: proxy.href,
          ...(token ? { token } : {}),
          requestTls: tlsOptions(),
          proxyTls: tlsOptions(),
        })
      : new Agent({ ...pool, connect: tlsOptions() });
    dispatchers.set(key, made);
    return made;
  }

  async function exchange(
    request: HttpRequest,
    proxy: URL | undefined,
    signal: AbortSignal,
  ): Promise<HttpReply> {
    const reply = await dispatcherFor(proxy).request({
      origin: request.origin,
      path: request.path,
      method: request.method,
      headers: request.headers,
      body: request.body ?? null,
      signal,
    });
    return { status: reply.statusCode, headers: flatten(reply.headers), body: await readText(reply.body) };
  }

  return {
    async send(request) {
      const url = checkedOrigin(request.origin);
      const proxy = proxyFor(url, settings);
      const timeout = AbortSignal.timeout(request.timeoutMs);
      const signal = request.signal ? AbortSignal.any([request.signal, timeout]) : timeout;
      try {
        signal.throwIfAborted();
        return await orAborted(exchange(request, proxy, signal), signal);
      } catch (error) {
        if (request.signal?.aborted) throw new HttpError('aborted', 'The call was cancelled.');
        if (timeout.aborted) {
          const seconds = request.timeoutMs / 1000;
          throw new HttpError('timeout', `${url.host} did not answer within ${seconds} s.`);
        }
        throw explainFailure(error, url.host, proxy?.host);
      }
    },
    async close() {
      const open = [...dispatchers.values()];
      dispatchers.clear();
      await Promise.all(open.map(dispatcher => dispatcher.destroy()));
    },
  };
}

/**
 * undici acts on a signal only once the request has a connection; a caller does not wait for that. A request
 * given up before then is never sent.
 */
function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener(
      'abort',
      () => {
        reject(new HttpError('aborted', 'The call was cancelled.'));
      },
      { once: true },
    );
  });
  return Promise.race([work, aborted]);
}

function checkedOrigin(origin: string): URL {
  const url = URL.canParse(origin) ? new URL(origin) : undefined;
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
    throw new HttpError('invalid', 'The endpoint is not an https:// address. Correct it in the connection.');
  }
  if (url.protocol === 'http:' && !isLoopback(url.hostname)) {
    throw new HttpError(
      'invalid',
      `Plain HTTP to ${url.host} is refused: keys and code would travel readable. Use https://.`,
    );
  }
  return url;
}

function flatten(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) flat[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return flat;
}

async function readText(body: AsyncIterable<Uint8Array>): Promise<string> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of body) {
    size += chunk.byteLength;
    if (size > MAX_REPLY_BYTES) throw new HttpError('server', 'The answer is larger than 64 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}
