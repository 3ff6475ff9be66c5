import * as vscode from 'vscode';
import { isServiceError, type ServiceError } from '../services/serviceError.ts';
import { redact } from './redact.ts';
import { UserError } from './userError.ts';

/** What happened and what to do about it, in the user's language and without keys; for notices, tree rows, panels. */
export function errorText(error: unknown): string {
  if (error instanceof UserError) return redact(error.message);
  if (isServiceError(error)) return redact(serviceText(error));
  return redact(error instanceof Error ? error.message : String(error));
}

function serviceText(error: ServiceError): string {
  switch (error.kind) {
    case 'denied':
      return withId(
        vscode.l10n.t(
          'The access key may not do this: {0} was denied ({1}). Ask an administrator for the permission, or use another access key.',
          error.operation,
          error.code ?? error.status ?? '',
        ),
        error,
      );
    case 'signature':
      return signatureText(error);
    case 'clock-skew':
      return skewText(error);
    case 'network':
      return networkText(error);
    case 'timeout':
      return vscode.l10n.t('The service did not answer in time. Check the network, then try again.');
    case 'tls':
      return vscode.l10n.t(
        'The certificate of the service is not trusted ({0}). Check the endpoint; behind an inspecting proxy, add the certificate of its authority to the system.',
        error.code ?? 'TLS',
      );
    case 'proxy':
      return proxyText(error);
    case 'throttled':
      return withId(
        vscode.l10n.t('The service received too many requests. Wait a moment, then try again.'),
        error,
      );
    case 'server':
      return withId(vscode.l10n.t('The service failed: {0}', sentence(error.message)), error);
    case 'not-found':
    case 'conflict':
    case 'invalid':
    case 'aborted':
      return withId(sentence(error.message), error);
  }
}

function signatureText({ code = '' }: ServiceError): string {
  if (/InvalidAccessKeyId/i.test(code)) {
    return vscode.l10n.t(
      'The service does not know the access key ID, or it is disabled. Check the access key of the connection.',
    );
  }
  if (/SecurityToken/i.test(code)) {
    return vscode.l10n.t(
      'The STS security token is wrong or has expired. Enter a new one for the connection.',
    );
  }
  return vscode.l10n.t(
    'The access key secret does not belong to the access key ID. Check the access key of the connection.',
  );
}

function networkText({ code = '' }: ServiceError): string {
  switch (code) {
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return vscode.l10n.t(
        'The host name of the service cannot be resolved ({0}). Check the region or endpoint of the connection, and the network.',
        code,
      );
    case 'ECONNREFUSED':
      return vscode.l10n.t(
        'The service refused the network connection ({0}). Check the endpoint of the connection, and that the service runs.',
        code,
      );
    default:
      return vscode.l10n.t(
        'The service cannot be reached ({0}). Check the network, the endpoint of the connection and the proxy.',
        code === '' ? 'network' : code,
      );
  }
}

function proxyText({ code = '' }: ServiceError): string {
  if (code === '407')
    return vscode.l10n.t('The proxy asks for a user name and a password. Check the setting http.proxy.');
  return vscode.l10n.t(
    'The proxy did not let the request through ({0}). Check the setting http.proxy and the variables HTTPS_PROXY and NO_PROXY.',
    code === '' ? 'proxy' : code,
  );
}

function skewText({ skewSeconds }: ServiceError): string {
  if (skewSeconds === undefined) {
    return vscode.l10n.t(
      'The clock of this computer differs too much from that of the service. Set it right, then try again.',
    );
  }
  const seconds = Math.round(Math.abs(skewSeconds));
  return skewSeconds > 0
    ? vscode.l10n.t(
        'The clock of this computer is {0} s ahead of that of the service. Set it right, then try again.',
        seconds,
      )
    : vscode.l10n.t(
        'The clock of this computer is {0} s behind that of the service. Set it right, then try again.',
        seconds,
      );
}

/** With the id by which the vendor's support finds the call. */
function withId(text: string, { requestId }: ServiceError): string {
  return requestId === undefined ? text : vscode.l10n.t('{0} (request ID {1})', text, requestId);
}

/** Ends like a sentence. */
function sentence(text: string): string {
  const trimmed = text.trim();
  return /[.!?。！？)]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
