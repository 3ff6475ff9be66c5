import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHttp, type Http } from '../../http.ts';
import { testClock } from '../../testing/clock.ts';
import { startServer, type Received, type TestServer } from '../../testing/servers.ts';
import { createFoasClient } from '../client.ts';
import { encodeQuery, percentEncode } from '../sign/percentEncode.ts';
import { acs3StringToSign } from '../sign/acs3.ts';
import { roaStringToSign } from '../sign/roa.ts';
import { rpcStringToSign } from '../sign/rpc.ts';
import type { SignatureForm } from '../sign/sign.ts';

const KEYS = {
  accessKeyId: 'LTAI5tHostileTest1',
  accessKeySecret: 'Sup3rS3cretKeyText',
  securityToken: 'CAIStoken/with+signs==',
};

// A server that knows even the secret (as a stolen or broken gateway might) and says all of it, in every way.
const ENCODINGS: readonly ((text: string) => string)[] = [
  text => text,
  percentEncode,
  text => percentEncode(percentEncode(text)),
  text => text.replaceAll('/', '\\/'),
  text => text.replace(/[+/=]/g, char => `&#${char.charCodeAt(0)};`),
  text => text.replace(/[+/=]/g, char => `&#x${char.charCodeAt(0).toString(16)};`),
  text => text.toLowerCase(),
];

let server: TestServer;
let http: Http;
beforeAll(async () => {
  server = await startServer((request, response) => {
    const everything = tellAll(request);
    response.writeHead(400, { 'content-type': 'application/json' }).end(
      JSON.stringify({
        Code: everything,
        Message: everything,
        RequestId: everything,
        Recommend: everything,
      }),
    );
  });
  http = createHttp({ environment: {} });
});
afterAll(async () => {
  await http.close();
  await server.close();
});

function tellAll(request: Received): string {
  const headers = Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
  );
  const [path = '', search = ''] = request.url.split('?');
  const query = Object.fromEntries(
    search.split('&').map(pair => pair.split('=').map(decodeURIComponent) as [string, string]),
  );
  const signable = { method: request.method, path, query, headers };
  const parts = [
    JSON.stringify(headers),
    request.url,
    encodeQuery(query),
    roaStringToSign(signable),
    rpcStringToSign(request.method, query),
    acs3StringToSign(signable, Object.keys(headers)),
    ...Object.values(KEYS),
    ...signaturesIn(request),
  ];
  return ENCODINGS.flatMap(encode => parts.map(encode)).join('\n');
}

function signaturesIn(request: Received): string[] {
  const authorization = request.headers.authorization ?? '';
  const inHeader = /(?:acs [^:]+:|Signature=)(.+)$/.exec(authorization)?.[1];
  const inQuery = /[?&]Signature=([^&]+)/.exec(request.url)?.[1];
  return [inHeader, inQuery && decodeURIComponent(inQuery)].filter(text => text !== undefined);
}

/** Everything of a text that is neither a letter nor a digit taken away, so that no encoding can hide a secret. */
function bones(text: string): string {
  return text.replace(/%(25)*[0-9a-f]{2}|&#x?[0-9a-f]+;|[^A-Za-z0-9]/gi, '').toLowerCase();
}

describe.each(['roa', 'rpc', 'acs3'] satisfies SignatureForm[])(
  'a hostile answer to a %s signature',
  form => {
    it('gets no key, secret, token or signature into the error or the trace', async () => {
      const traces: unknown[] = [];
      const client = createFoasClient({
        http,
        origin: server.origin,
        credentials: KEYS,
        signature: form,
        clock: testClock(),
        onCall: trace => traces.push(trace),
      });
      const error: unknown = await client
        .call('ListJob', { projectName: 'p', jobName: 'x' })
        .catch((reason: unknown) => reason);
      const told = bones(
        inspect([error, traces], { depth: 9, showHidden: true, maxStringLength: null }) +
          JSON.stringify(error),
      );
      const secrets = [...Object.values(KEYS), ...signaturesIn(server.received.at(-1)!)];
      expect(secrets.length).toBe(4);
      expect(told).toContain('listjob');
      for (const secret of secrets) expect(told).not.toContain(bones(secret));
    });
  },
);

describe('a signature that does not match', () => {
  it('keeps the sentence and drops the text to sign', async () => {
    const strict = await startServer((request, response) => {
      const text = `Specified signature is not matched with our calculation. server string to sign is:${tellAll(request)}`;
      response.writeHead(400).end(JSON.stringify({ Code: 'SignatureDoesNotMatch', Message: text }));
    });
    const client = createFoasClient({ http, origin: strict.origin, credentials: KEYS });
    await expect(client.call('GetJob', { projectName: 'p', jobName: 'j' })).rejects.toMatchObject({
      kind: 'signature',
      message: 'Specified signature is not matched with our calculation. server string to sign is: ***',
    });
    await strict.close();
  });
});
