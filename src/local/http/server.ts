import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { OPERATIONS, OPERATION_NAMES } from '../../services/foas/operations.ts';
import { ApiError } from '../errors.ts';
import { Ending } from './ending.ts';
import type { Front, Outcome } from './front.ts';
import { answerMalformed } from './malformed.ts';
import { invalidEncoding, wireRequest, type WireRequest } from './wire.ts';

/** bytes; job code of a megabyte, percent-encoded, still fits. */
const BODY_LIMIT = 8 * 1_048_576;
/** bytes of an address with all headers: the names of some thousand jobs may stand in one query. */
const HEADER_LIMIT = 1_048_576;
/** ms that a request may take to arrive as a whole. */
const ARRIVAL_LIMIT = 60_000;
/** Names are at most 256 characters, each up to 9 bytes when encoded. */
const MAX_SEGMENT = 2_500;
const ORIGIN = /^https?:\/\/[^/?#]*/i;
const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

const ROUTES = OPERATION_NAMES.map(name => {
  const { method, path } = OPERATIONS[name];
  return {
    name,
    method,
    url: path.replaceAll(/\{(\w+)\}/g, ':$1'),
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`),
  };
});

/** The HTTP server of the front: one route per entry of the operations table. It does not listen yet. */
export function createServer(front: Front): { readonly server: FastifyInstance; readonly ending: Ending } {
  const server = Fastify({
    logger: false,
    bodyLimit: BODY_LIMIT,
    requestTimeout: ARRIVAL_LIMIT,
    // A request without Host gets the same answer as one for another host.
    http: { maxHeaderSize: HEADER_LIMIT, requireHostHeader: false },
    exposeHeadRoutes: false,
    forceCloseConnections: 'idle',
    // ending.ts does so in the service's words.
    return503OnClosing: false,
    // Proxies send the whole address.
    rewriteUrl: ({ url = '/' }) => url.replace(ORIGIN, '') || '/',
    clientErrorHandler: answerMalformed(front),
    routerOptions: { maxParamLength: MAX_SEGMENT },
    frameworkErrors: (error, request, reply) => {
      void send(reply, front.refuse(asApiError(error), unreadable(request), 'request'));
    },
  });
  const ending = new Ending(server);
  // Bodies are read by their content type later on, when it is known who sends them.
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => {
    done(null, body);
  });
  server.addHook('onRequest', (request, _reply, done) => {
    done(isLocal(request) ? undefined : wrongHost());
  });
  server.setErrorHandler((error, request, reply) => {
    const known = asApiError(error);
    // Who is still sending does not read yet: the rest has to be taken in, or it learns of a broken connection only.
    if (known instanceof ApiError && known.status === 413) void reply.header('connection', 'keep-alive');
    return send(reply, front.refuse(known, unreadable(request), 'request'));
  });
  server.setNotFoundHandler((request, reply) => {
    const error = noSuchRoute(request, reply);
    return send(reply, front.refuse(error, unreadable(request), 'request'));
  });
  for (const { name, method, url } of ROUTES) {
    server.route<{ Params: Record<string, string> }>({
      method,
      url,
      handler: async (request, reply) => {
        const outcome = await front.answer(name, wireOf(request), request.params);
        return send(reply, outcome);
      },
    });
  }
  return { server, ending };
}

export function wireOf(request: FastifyRequest): WireRequest {
  return wireRequest({
    method: request.method,
    url: request.raw.url ?? '/',
    headers: request.headers,
    body: request.body,
  });
}

export function send(reply: FastifyReply, { status, headers, document }: Outcome): FastifyReply {
  return reply.code(status).headers(headers).type(document.contentType).send(document.text);
}

/** A page that a browser was lured to by a name that leads here has that name in Host. */
function isLocal(request: FastifyRequest): boolean {
  return LOOPBACK.test(request.headers.host ?? '');
}

const wrongHost = (): ApiError =>
  new ApiError('InvalidHost', 403, 'This service answers only to requests for 127.0.0.1 or localhost.');

/** What can be known of a request that could not be read as a whole: the format it wants its answer in. */
function unreadable(request: FastifyRequest): Pick<WireRequest, 'query' | 'headers'> {
  try {
    return wireOf(request);
  } catch {
    return {
      query: {},
      headers: wireRequest({ method: 'GET', url: '/', headers: request.headers, body: '' }).headers,
    };
  }
}

function noSuchRoute(request: FastifyRequest, reply: FastifyReply): ApiError {
  const path = (request.raw.url ?? '/').split('?')[0] ?? '/';
  const methods = ROUTES.filter(({ pattern }) => pattern.test(path)).map(({ method }) => method);
  if (methods.length === 0) {
    return new ApiError(
      'InvalidAction.NotFound',
      404,
      'Specified api is not found, please check your url and method.',
    );
  }
  void reply.header('allow', methods.join(', '));
  return new ApiError('UnsupportedHTTPMethod', 405, 'This http method is not supported.');
}

/** Fastify's own errors in the service's words; anything else is passed on as it is. */
function asApiError(error: unknown): unknown {
  if (error instanceof ApiError) return error;
  const { code, statusCode } = error as { readonly code?: string; readonly statusCode?: number };
  if (code === 'FST_ERR_BAD_URL') return invalidEncoding();
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return new ApiError('RequestBodyTooLarge', 413, `A request body has at most ${BODY_LIMIT} bytes.`);
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    return new ApiError('InvalidRequest', statusCode, error instanceof Error ? error.message : String(error));
  }
  return error;
}
