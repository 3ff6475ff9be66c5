import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { percentEncode } from './percentEncode.ts';
import type { Credentials } from './request.ts';
import { parseRoaAuthorization, roaSignature, roaStringToSign, signRoa } from './roa.ts';
import { rpcSignature, rpcStringToSign, signRpc } from './rpc.ts';

// The vendor's Node client is the oracle: it really sends each generated request, and what it signed (its debug
// output), and what arrives at a server, are compared with ours. Two of its habits are met half-way, openly:
// - it puts the path on the wire as given and signs it as given, so it gets the encoded path, which is what we sign;
// - it sends an MD5 for every request, with a body or not, as we do.

type Query = Record<string, string>;

interface RoaOracle {
  request(method: string, path: string, query: Query, body: string, headers: Query): Promise<unknown>;
}
interface RpcOracle {
  request(
    action: string,
    params: Query,
    options: { method: string; formatParams: boolean },
  ): Promise<unknown>;
}
interface PopCore {
  ROAClient: new (config: object) => RoaOracle;
  RPCClient: new (config: object) => RpcOracle;
}
interface Debug {
  enable(names: string): void;
  disable(): string;
  log: (...args: unknown[]) => void;
}

const require = createRequire(import.meta.url);
const popCore = require('@alicloud/pop-core') as PopCore;
const debug = createRequire(require.resolve('@alicloud/pop-core'))('debug') as Debug;

const SEED = 20181111;
const RUNS = 500;

const spicy = fc.constantFrom(
  "*'()!~+",
  ' ',
  '%2F',
  '&=',
  '/',
  '中文',
  'é',
  '😀',
  '\\',
  '"',
  '?#',
  ';,:@$',
  '-_.',
  'a',
  '0',
);
const value = fc.oneof(
  fc.array(spicy, { maxLength: 6 }).map(parts => parts.join('')),
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc.constant(''),
);
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_.]{0,9}$/);
const query = fc.dictionary(name, value, { maxKeys: 5 }).map(record => ({ ...record }));
const segment = value.filter(text => text !== '');
const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE');
const keyText = fc.stringMatching(/^[A-Za-z0-9]{1,30}$/);
const credentials: fc.Arbitrary<Credentials> = fc
  .record({
    accessKeyId: keyText,
    accessKeySecret: keyText,
    token: fc.option(fc.stringMatching(/^[A-Za-z0-9+/=]{1,60}$/)),
  })
  .map(({ token, ...keys }) => (token === null ? keys : { ...keys, securityToken: token }));

interface Arrived {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let server: Server;
let endpoint: string;
let arrived: Arrived | undefined;
let said: string | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      arrived = { method: request.method ?? '', url: request.url ?? '', headers: request.headers, body };
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"RequestId":"r"}');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  endpoint = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  debug.enable('roa');
  debug.log = (_format, text) => void (said = String(text));
});

afterAll(() => {
  debug.disable();
  server.closeAllConnections();
  server.close();
});

/** Header names are lower-case on arrival; Node joins none of those we read. */
function flat(headers: IncomingHttpHeaders): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([key, text]) => [key, String(text)]));
}

/** The query as a server decodes it: percent-decoding only, since a signed `+` is a plus. */
function decodedQuery(url: string): Query {
  const text = url.includes('?') ? url.slice(url.indexOf('?') + 1) : '';
  const pairs = text.split('&').filter(pair => pair !== '');
  return Object.fromEntries(
    pairs.map(pair => pair.split('=', 2).map(decodeURIComponent) as [string, string]),
  );
}

describe('pop-core as the oracle', () => {
  it(`signs ${String(RUNS)} requests with headers exactly as we do`, async () => {
    const seen = { methods: new Set<string>(), emptyValues: 0, bodies: 0, tokens: 0 };
    await fc.assert(
      fc.asyncProperty(
        method,
        fc.array(segment, { minLength: 1, maxLength: 4 }),
        query,
        value,
        credentials,
        async (verb, segments, parameters, body, keys) => {
          const path = `/${segments.map(percentEncode).join('/')}`;
          const client = new popCore.ROAClient({ endpoint, apiVersion: '2018-11-11', ...keys });
          const type: Query = body === '' ? {} : { 'content-type': 'application/json;charset=utf-8' };
          await client.request(verb, path, parameters, body, { 'x-acs-action': 'ListJob', ...type });

          const headers = flat(arrived!.headers);
          const theirs = parseRoaAuthorization(headers['authorization'] ?? '');
          expect(arrived!.body).toBe(body);

          // As a server: from what arrived, the same text and signature.
          const received = {
            method: verb,
            path: arrived!.url.replace(/\?.*$/, ''),
            query: decodedQuery(arrived!.url),
            headers,
          };
          expect(roaStringToSign(received)).toBe(said);
          expect(roaSignature(said!, keys.accessKeySecret)).toBe(theirs?.signature);

          // As a client: from the same request, date and nonce, the same signature.
          const unsigned = {
            accept: 'application/json',
            'x-acs-version': '2018-11-11',
            'x-acs-action': 'ListJob',
            ...type,
          };
          const ours = signRoa({ method: verb, path, query: parameters, headers: unsigned, body }, keys, {
            date: new Date(headers['date'] ?? ''),
            nonce: headers['x-acs-signature-nonce'] ?? '',
          });
          expect(ours.headers['authorization']).toBe(headers['authorization']);

          seen.methods.add(verb);
          seen.emptyValues += Object.values(parameters).includes('') ? 1 : 0;
          seen.bodies += body === '' ? 0 : 1;
          seen.tokens += keys.securityToken === undefined ? 0 : 1;
        },
      ),
      { seed: SEED, numRuns: RUNS },
    );
    expect(seen.methods.size).toBe(4);
    expect(Math.min(seen.emptyValues, seen.bodies, seen.tokens)).toBeGreaterThan(50);
  });

  it(`signs ${String(RUNS)} requests in the query exactly as we do`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom('GET', 'POST'), query, credentials, async (verb, parameters, keys) => {
        const client = new popCore.RPCClient({ endpoint, apiVersion: '2018-11-11', ...keys });
        await client.request('ListJob', parameters, { method: verb, formatParams: false });
        const theirs = decodedQuery(verb === 'POST' ? `?${arrived!.body}` : arrived!.url);
        const stringToSign = rpcStringToSign(verb, theirs);
        expect(rpcSignature(stringToSign, keys.accessKeySecret)).toBe(theirs['Signature']);

        const ours = signRpc(
          {
            method: verb,
            path: '/',
            query: parameters,
            headers: { 'x-acs-version': '2018-11-11', 'x-acs-action': 'ListJob' },
            body: '',
          },
          keys,
          { date: new Date(theirs['Timestamp'] ?? ''), nonce: theirs['SignatureNonce'] ?? '' },
        );
        expect(ours.query).toEqual(theirs);
      }),
      { seed: SEED, numRuns: RUNS },
    );
  });
});
