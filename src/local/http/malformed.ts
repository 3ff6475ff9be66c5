import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { ApiError } from '../errors.ts';
import type { Front } from './front.ts';

/**
 * Answers what is no HTTP request, or not a whole one, as every other fault is answered: a caller that reads the
 * service's errors can show this one too. Nothing is known of such a request, so the answer is in the default format.
 */
export function answerMalformed(front: Front): (error: { readonly code?: string }, socket: Socket) => void {
  return ({ code }, socket) => {
    if (!socket.writable || code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const { status, document } = front.refuse(asApiError(code), { query: {}, headers: {} }, 'connection');
    const head = [
      `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
      `Content-Type: ${document.contentType}`,
      `Content-Length: ${Buffer.byteLength(document.text)}`,
      'Connection: close',
    ];
    socket.write(`${head.join('\r\n')}\r\n\r\n${document.text}`);
    // After what was written: what follows on this connection cannot be understood.
    socket.destroySoon();
  };
}

function asApiError(code: string | undefined): ApiError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new ApiError(
      'RequestHeaderTooLarge',
      431,
      'The address and the headers of the request are too long.',
    );
  }
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    return new ApiError('RequestTimeout', 408, 'The request was not sent to its end in time.');
  }
  return new ApiError('InvalidRequest', 400, 'This is not a valid HTTP request.');
}
