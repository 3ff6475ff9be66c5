import type { HttpReply } from '../../http.ts';
import { HttpError } from '../../http/httpError.ts';
import { ServiceError, type ErrorKind } from '../../serviceError.ts';
import { ENGINE_TEXT } from './engineText.ts';
import { isEmptyReply, type ErrorBody } from './readReply.ts';
import type { Redact } from './redact.ts';

/** Codes of the vendor's gateway, which stands before the service (blink-openapi.json `errors`, origin public). */
const BY_CODE: readonly (readonly [RegExp, ErrorKind])[] = [
  [/^(Invalid|Illegal)Time-?Stamp/i, 'clock-skew'],
  [/^Throttling/i, 'throttled'],
  [
    /^(Signature|IncompleteSignature|InvalidAccessKeyId|InvalidSecurityToken|MissingSecurityToken)/i,
    'signature',
  ],
  [/^(Forbidden|NoPermission|Unauthorized|AccessDenied)/i, 'denied'],
  [/^InvalidAction/i, 'invalid'],
];

function kindOf(status: number, code: string): ErrorKind {
  const known = BY_CODE.find(([pattern]) => pattern.test(code));
  if (known) return known[1];
  if (status === 401 || status === 403) return 'denied';
  if (status === 404) return 'not-found';
  if (status === 409) return 'conflict';
  if (status === 429) return 'throttled';
  return status >= 400 && status < 500 ? 'invalid' : 'server';
}

/** Failures of the moment; 501 and the like will not get better by asking again. */
const PASSING = new Set([500, 502, 503, 504]);

/** Makes the error of an answer outside 2xx, with nothing secret in any of its members. */
export function answerError(
  operation: string,
  reply: HttpReply,
  body: ErrorBody,
  redact: Redact,
  now: number,
): ServiceError {
  const { status } = reply;
  const kind = kindOf(status, body.code ?? '');
  const clean = (text: string | undefined): string | undefined =>
    text === undefined ? undefined : redact(text);
  const skewSeconds = kind === 'clock-skew' ? skew(reply.headers['date'], now) : undefined;
  const said = clean(body.message) ?? `${operation} failed with HTTP status ${status} and no explanation.`;
  return new ServiceError(skewSeconds === undefined ? said : `${skewText(skewSeconds)} (${said})`, {
    operation,
    kind,
    status,
    code: clean(body.code),
    requestId: clean(body.requestId),
    recommend: clean(body.recommend),
    // The same code has the same errors, whatever status they come with.
    retryable: kind === 'throttled' || (kind === 'server' && PASSING.has(status) && !ENGINE_TEXT.test(said)),
    skewSeconds,
  });
}

/** The error of an answer that is neither JSON nor XML, or lacks what it must hold. */
export function unreadableError(operation: string, reply: HttpReply, host: string): ServiceError {
  const type = reply.headers['content-type']?.split(';')[0] ?? 'unknown type';
  const content = isEmptyReply(reply)
    ? 'without any content'
    : `with content that is not the service's (${type.slice(0, 60)})`;
  const message = `${host} answered ${operation} with HTTP status ${reply.status} ${content}. Check the endpoint; a proxy or a sign-in page may stand in between.`;
  return new ServiceError(message, {
    operation,
    kind: 'server',
    status: reply.status,
    retryable: PASSING.has(reply.status),
  });
}

/** The error of an exchange that brought no answer. */
export function exchangeError(operation: string, error: unknown): ServiceError {
  if (error instanceof HttpError) {
    const { kind, code, message } = error;
    return new ServiceError(message, { operation, kind, code, retryable: kind === 'network' });
  }
  // Anything else is a fault of ours: its text may quote the request, so only its type is told.
  const type = error instanceof Error ? error.name : typeof error;
  return new ServiceError(`${operation} could not be sent (${type}).`, { operation, kind: 'network' });
}

function skew(serverDate: string | undefined, now: number): number | undefined {
  const server = Date.parse(serverDate ?? '');
  return Number.isFinite(server) ? Math.round((now - server) / 1000) : undefined;
}

function skewText(seconds: number): string {
  const amount = Math.abs(seconds);
  const said = amount < 120 ? `${amount} s` : `${Math.round(amount / 60)} min`;
  const side = seconds > 0 ? 'ahead of' : 'behind';
  return `This computer's clock is ${said} ${side} the service's. Set it right, then try again.`;
}
