import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { signRoa } from '../../services/foas/sign/roa.ts';
import type { KeyPair } from '../http/authenticate.ts';

/** The running service does not know our key. */
export class LeaseRefused extends Error {
  constructor(url: string) {
    super(
      `The service at ${url} uses another access key. Close the window or end the program that uses it, then start again.`,
    );
  }
}

/** ms without a sign of life after which the service counts as gone; it gives one every ten seconds. */
const SILENCE_LIMIT = 35_000;

export interface Lease {
  /** Resolves when the service has gone, or the lease was given up. */
  readonly gone: Promise<void>;
}

/**
 * Takes hold of a running service.
 * @param signal gives the lease up
 * @returns undefined when the service is not there any more
 * @throws LeaseRefused
 */
export function takeLease(url: string, keys: KeyPair, signal: AbortSignal): Promise<Lease | undefined> {
  const path = '/-/lease';
  const headers = { accept: 'text/plain', host: new URL(url).host };
  const signed = signRoa({ method: 'POST', path, query: {}, headers, body: '' }, keys, {
    date: new Date(),
    nonce: randomUUID(),
  });
  return new Promise((resolve, reject) => {
    const call = request(url + path, { method: 'POST', headers: signed.headers, signal, agent: false });
    call.once('response', response => {
      response.on('error', () => undefined).resume();
      if (response.statusCode === 200) {
        const gone = new Promise<void>(end => response.once('close', end));
        resolve({ gone });
      } else {
        reject(new LeaseRefused(url));
      }
    });
    call.setTimeout(SILENCE_LIMIT, () => call.destroy());
    call.on('error', () => {
      resolve(undefined);
    });
    call.end();
  });
}
