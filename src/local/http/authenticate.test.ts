import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signAcs3 } from '../../services/foas/sign/acs3.ts';
import type { Signed, Unsigned } from '../../services/foas/sign/request.ts';
import { roaStringToSign, signRoa } from '../../services/foas/sign/roa.ts';
import { signRpc } from '../../services/foas/sign/rpc.ts';
import { manualClock } from '../clock.ts';
import { ApiError } from '../errors.ts';
import { KEYS } from '../testing/client.ts';
import { Authenticator } from './authenticate.ts';
import type { WireRequest } from './wire.ts';

const NOW = Date.UTC(2016, 1, 23, 12, 46, 24);
const MINUTE = 60_000;

const REQUEST: Unsigned = {
  method: 'GET',
  path: '/api/v2/projects/%E4%B8%AD%20a/jobs',
  query: { pageIndex: '1', jobName: '', path: '/dir 1' },
  headers: { accept: 'application/json', host: '127.0.0.1:1' },
  body: '',
};

function wire(request: Unsigned, signed: Signed): WireRequest {
  return { ...request, headers: signed.headers, query: signed.query, body: Buffer.from(request.body) };
}

const stamp = (time = NOW, nonce = 'n1') => ({ date: new Date(time), nonce });

function outcome(request: WireRequest, authenticator = new Authenticator(KEYS, manualClock(NOW))): string {
  try {
    authenticator.check(request);
    return 'ok';
  } catch (error) {
    if (error instanceof ApiError) return `${error.status} ${error.code}`;
    throw error;
  }
}

describe.each([
  ['headers (ROA)', signRoa],
  ['the query (RPC)', signRpc],
  ['headers (ACS3)', signAcs3],
])('a signature in %s', (_form, signer) => {
  it('lets the request through, once', () => {
    const authenticator = new Authenticator(KEYS, manualClock(NOW));
    const request = wire(REQUEST, signer(REQUEST, KEYS, stamp()));
    expect(outcome(request, authenticator)).toBe('ok');
    expect(outcome(request, authenticator)).toBe('400 SignatureNonceUsed');
    const other = wire(REQUEST, signer(REQUEST, KEYS, stamp(NOW, 'n2')));
    expect(outcome(other, authenticator)).toBe('ok');
  });

  it('is refused with another secret, another key or another request', () => {
    const wrong = { ...KEYS, accessKeySecret: 'x' };
    expect(outcome(wire(REQUEST, signer(REQUEST, wrong, stamp())))).toBe('400 SignatureDoesNotMatch');
    const unknown = { ...KEYS, accessKeyId: 'other' };
    expect(outcome(wire(REQUEST, signer(REQUEST, unknown, stamp())))).toBe('404 InvalidAccessKeyId.NotFound');
    const signed = wire(REQUEST, signer(REQUEST, KEYS, stamp()));
    expect(outcome({ ...signed, query: { ...signed.query, pageIndex: '2' } })).toBe(
      '400 SignatureDoesNotMatch',
    );
    expect(outcome({ ...signed, method: 'DELETE' })).toBe('400 SignatureDoesNotMatch');
  });

  it('is good for fifteen minutes either way', () => {
    const at = (minutes: number) =>
      outcome(wire(REQUEST, signer(REQUEST, KEYS, stamp(NOW + minutes * MINUTE))));
    expect([at(-15), at(15)]).toEqual(['ok', 'ok']);
    expect([at(-15.1), at(15.1)]).toEqual(['400 InvalidTimeStamp.Expired', '400 InvalidTimeStamp.Expired']);
  });

  it('asks for the token of temporary keys', () => {
    const keys = { accessKeyId: 'STS.x', accessKeySecret: 's' };
    const authenticator = new Authenticator(keys, manualClock(NOW));
    expect(outcome(wire(REQUEST, signer(REQUEST, keys, stamp())), authenticator)).toBe(
      '400 MissingSecurityToken',
    );
    const withToken = { ...keys, securityToken: 't' };
    expect(outcome(wire(REQUEST, signer(REQUEST, withToken, stamp())), authenticator)).toBe('ok');
  });
});

describe('what signers do differently', () => {
  /** Signs with headers, over a text that `change` has altered. */
  function signedOver(change: (text: string) => string, drop: readonly string[] = []): WireRequest {
    const headers = Object.fromEntries(
      Object.entries(signRoa(REQUEST, KEYS, stamp()).headers).filter(([name]) => !drop.includes(name)),
    );
    delete headers['authorization'];
    const text = change(roaStringToSign({ ...REQUEST, headers }));
    const signature = createHmac('sha1', KEYS.accessKeySecret).update(text, 'utf8').digest('base64');
    return wire(REQUEST, {
      query: REQUEST.query,
      headers: { ...headers, authorization: `acs ${KEYS.accessKeyId}:${signature}` },
    });
  }

  it('is taken: no nonce, no MD5, an empty query value as k, the path decoded', () => {
    expect(outcome(signedOver(text => text))).toBe('ok');
    expect(outcome(signedOver(text => text, ['x-acs-signature-nonce', 'content-md5']))).toBe('ok');
    expect(outcome(signedOver(text => text.replace('jobName=&', 'jobName&')))).toBe('ok');
    expect(outcome(signedOver(text => text.replace('%E4%B8%AD%20a', '中 a')))).toBe('ok');
    expect(outcome(signedOver(text => text.replace('pageIndex', 'pageindex')))).toBe(
      '400 SignatureDoesNotMatch',
    );
  });

  it('is taken: the time stamp spelt TimeStamp, as in the worked example', () => {
    const query: Record<string, string> = {
      AccessKeyId: 'testid',
      Action: 'DescribeRegions',
      Format: 'XML',
      SignatureMethod: 'HMAC-SHA1',
      SignatureNonce: '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf',
      SignatureVersion: '1.0',
      TimeStamp: '2016-02-23T12:46:24Z',
      Version: '2014-05-26',
      Signature: 'CT9X0VtwR86fNWSnsc6v8YGOjuE=',
    };
    const request: WireRequest = { method: 'GET', path: '/', query, headers: {}, body: Buffer.alloc(0) };
    expect(outcome(request)).toBe('ok');
  });
});

describe('a request', () => {
  it('without, or with half a signature is refused', () => {
    const plain = wire(REQUEST, { headers: REQUEST.headers, query: REQUEST.query });
    expect(outcome(plain)).toBe('400 IncompleteSignature');
    expect(outcome({ ...plain, headers: { authorization: 'Basic abc' } })).toBe('400 IncompleteSignature');
    expect(outcome({ ...plain, query: { AccessKeyId: 'testid' } })).toBe('400 IncompleteSignature');
    const signed = wire(REQUEST, signRoa(REQUEST, KEYS, stamp()));
    const headers = Object.fromEntries(Object.entries(signed.headers).filter(([name]) => name !== 'date'));
    expect(outcome({ ...signed, headers })).toBe('400 IncompleteSignature');
    expect(outcome({ ...signed, headers: { ...headers, date: 'today' } })).toBe(
      '400 InvalidTimeStamp.Format',
    );
  });

  it('whose body is not what was signed is refused', () => {
    const request = { ...REQUEST, method: 'POST', body: '{"a":1}' };
    for (const signer of [signRoa, signAcs3]) {
      const signed = wire(request, signer(request, KEYS, stamp()));
      expect(outcome(signed)).toBe('ok');
      expect(outcome({ ...signed, body: Buffer.from('{"a":2}') })).toBe('400 ContentMD5NotMatched');
    }
  });

  it('that is forged does not use up the nonce of the true one', () => {
    const authenticator = new Authenticator(KEYS, manualClock(NOW));
    const forged = wire(REQUEST, signRoa(REQUEST, { ...KEYS, accessKeySecret: 'x' }, stamp()));
    expect(outcome(forged, authenticator)).toBe('400 SignatureDoesNotMatch');
    expect(outcome(wire(REQUEST, signRoa(REQUEST, KEYS, stamp())), authenticator)).toBe('ok');
  });

  it('is told what the server would have signed, never the secret', () => {
    const forged = wire(REQUEST, signRoa(REQUEST, { ...KEYS, accessKeySecret: 'x' }, stamp()));
    const check = () => {
      new Authenticator(KEYS, manualClock(NOW)).check(forged);
    };
    expect(check).toThrow(/server string to sign is:GET\napplication\/json\n/);
    expect(check).not.toThrow(KEYS.accessKeySecret);
  });

  it('is told it with the path as nearly every SDK signs it: not encoded', () => {
    const request = { ...REQUEST, path: '/api/v2/projects/%E4%B8%AD%20x' };
    const forged = wire(request, signRoa(request, { ...KEYS, accessKeySecret: 'x' }, stamp()));
    const check = () => {
      new Authenticator(KEYS, manualClock(NOW)).check(forged);
    };
    expect(check).toThrow(/\n\/api\/v2\/projects\/中 x(\?|$)/);
  });
});

describe('nonces', () => {
  it('are remembered for as long as their time stamp is good, and then forgotten', () => {
    const clock = manualClock(NOW);
    const authenticator = new Authenticator(KEYS, clock);
    // Signed as far ahead as is allowed, it stays good for half an hour.
    const request = wire(REQUEST, signRoa(REQUEST, KEYS, stamp(NOW + 15 * MINUTE)));
    expect(outcome(request, authenticator)).toBe('ok');
    clock.advance(29 * MINUTE);
    expect(outcome(request, authenticator)).toBe('400 SignatureNonceUsed');
    clock.advance(MINUTE + 1);
    expect(outcome(request, authenticator)).toBe('400 InvalidTimeStamp.Expired');
  });

  it('of a former life are unknown where what was signed then cannot be told: that is refused', () => {
    const authenticator = new Authenticator(KEYS, manualClock(NOW), { notBefore: NOW - MINUTE });
    const at = (time: number) => outcome(wire(REQUEST, signRoa(REQUEST, KEYS, stamp(time))), authenticator);
    expect([at(NOW - MINUTE - 1000), at(NOW - MINUTE)]).toEqual(['400 InvalidTimeStamp.Expired', 'ok']);
  });
});
