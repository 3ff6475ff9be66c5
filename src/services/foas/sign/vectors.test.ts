import { describe, expect, it } from 'vitest';
import { readSpec } from '../../testing/spec.ts';
import { contentMd5, roaSignature, roaStringToSign, signRoa } from './roa.ts';
import { rpcSignature, rpcStringToSign } from './rpc.ts';

// Names V1 to V7 are those of blink-openapi-notes.md, section 3.2.
const DATE = 'Tue, 23 Feb 2016 12:46:24 GMT';
const NONCE = '3ee8c1b8-83d3-44af-a94f-4e0ad82fd6cf';
const SECRET = 'testsecret';

function vendor(action: string): Record<string, string> {
  return {
    'x-acs-action': action,
    'x-acs-signature-method': 'HMAC-SHA1',
    'x-acs-signature-nonce': NONCE,
    'x-acs-signature-version': '1.0',
    'x-acs-version': '2018-11-11',
  };
}

const GO_HEADERS = {
  date: 'mock date',
  'x-acs-version': '',
  'x-acs-signature-version': '1.0',
  'x-acs-signature-method': 'HMAC-SHA1',
  'x-acs-credentials-provider': 'static_ak',
};

const vectors = [
  {
    id: 'V1',
    // The public test names no headers of its own, but its signer adds these two: without them the signature is another.
    secret: 'access_key_secret',
    request: {
      method: 'GET',
      path: '/',
      query: {},
      headers: {
        accept: 'application/octet-stream',
        date: '2018-12-04T03:55:31Z',
        'x-acs-signature-method': 'HMAC-SHA1',
        'x-acs-signature-version': '1.0',
      },
    },
    stringToSign:
      'GET\napplication/octet-stream\n\n\n2018-12-04T03:55:31Z\nx-acs-signature-method:HMAC-SHA1\nx-acs-signature-version:1.0\n/',
    signature: 'HKCpm41tJg6b3EYdtGMbNuwALZU=',
  },
  {
    id: 'V2',
    secret: 'accessKeySecret',
    request: {
      method: 'GET',
      path: '/users/:user',
      query: {},
      headers: {
        ...GO_HEADERS,
        accept: 'application/json',
        'content-md5': contentMd5(''),
        'content-type': 'application/octet-stream',
      },
    },
    stringToSign:
      'GET\napplication/json\n1B2M2Y8AsgTpgAmY7PhCfg==\napplication/octet-stream\nmock date\nx-acs-credentials-provider:static_ak\nx-acs-signature-method:HMAC-SHA1\nx-acs-signature-version:1.0\nx-acs-version:\n/users/:user',
    signature: 'PPPSwv0LPoLvg6rGxp7dd4uPESo=',
  },
  {
    id: 'V3',
    secret: 'accessKeySecret',
    request: {
      method: 'GET',
      path: '/users/:user',
      query: {},
      headers: {
        ...GO_HEADERS,
        accept: 'application/xml',
        'content-md5': contentMd5('key=value'),
        'content-type': 'application/x-www-form-urlencoded',
      },
    },
    stringToSign:
      'GET\napplication/xml\n7xdqbEJPlU+kLUzeA5SYlw==\napplication/x-www-form-urlencoded\nmock date\nx-acs-credentials-provider:static_ak\nx-acs-signature-method:HMAC-SHA1\nx-acs-signature-version:1.0\nx-acs-version:\n/users/:user',
    signature: 'X/tjQCOP4ZMCzQ1I1IdCra3byPA=',
  },
  {
    id: 'V4',
    secret: SECRET,
    request: {
      method: 'GET',
      path: '/api/v2/projects/bayes_test/jobs',
      query: { pageSize: '10', pageIndex: '1' },
      headers: { accept: 'application/json', date: DATE, ...vendor('ListJob') },
    },
    stringToSign: described('ListJob without MD5 and content type'),
    signature: 'CjOKO35YY5rf8EN74MdxoNZUJpo=',
  },
  {
    id: 'V5',
    secret: SECRET,
    request: {
      method: 'POST',
      path: '/api/v2/projects/bayes_test/folders',
      query: {},
      headers: {
        accept: 'application/json',
        date: DATE,
        'content-md5': contentMd5('{"path":"/dir1"}'),
        'content-type': 'application/json',
        ...vendor('CreateFolder'),
      },
    },
    stringToSign: described('CreateFolder with JSON body {"path":"/dir1"}'),
    signature: '74TP+zX3boISihwfBmu1AKRlWxQ=',
  },
  {
    id: 'V6',
    secret: SECRET,
    request: {
      method: 'POST',
      path: '/api/v2/projects/bayes_test/folders',
      query: {},
      headers: {
        accept: 'application/json',
        date: DATE,
        'content-md5': contentMd5('path=%2Fdir1'),
        'content-type': 'application/x-www-form-urlencoded',
        ...vendor('CreateFolder'),
      },
    },
    stringToSign: undefined,
    signature: '+ZAph/LH6VrBAep4+G5afk2iZHI=',
  },
  {
    id: 'V7',
    secret: SECRET,
    request: {
      method: 'GET',
      path: '/api/v2/projects/bayes_test/folders',
      query: { path: '/dir 1' },
      headers: { accept: 'application/json', date: DATE, ...vendor('GetFolder') },
    },
    stringToSign: described('GetFolder, query value signed decoded'),
    signature: '8XY4R9qc/0kz8unqbsrt7zVZTmU=',
  },
];

function described(name: string): string {
  const found = readSpec()
    .auth.schemes.find(scheme => scheme.id === 'roa-header')
    ?.vectors?.find(vector => vector.name === name)?.stringToSign;
  if (found === undefined) throw new Error(`no vector named ${name}`);
  return found;
}

describe('header signature', () => {
  it.each(vectors)('$id', ({ request, secret, stringToSign, signature }) => {
    const ours = roaStringToSign(request);
    if (stringToSign !== undefined) expect(ours).toBe(stringToSign);
    expect(roaSignature(ours, secret)).toBe(signature);
  });

  it('has the MD5 values of V5, V6 and of an empty body', () => {
    expect(contentMd5('{"path":"/dir1"}')).toBe('8/fyfziYXUAGJD3cWkEyEw==');
    expect(contentMd5('path=%2Fdir1')).toBe('HZk3d5wzbOQOUnWXy35nTw==');
    expect(contentMd5('')).toBe('1B2M2Y8AsgTpgAmY7PhCfg==');
  });

  it('puts V5 together from a request, keys, date and nonce', () => {
    const signed = signRoa(
      {
        method: 'POST',
        path: '/api/v2/projects/bayes_test/folders',
        query: {},
        headers: {
          accept: 'application/json',
          'content-type': 'application/json',
          'x-acs-action': 'CreateFolder',
          'x-acs-version': '2018-11-11',
        },
        body: '{"path":"/dir1"}',
      },
      { accessKeyId: 'testid', accessKeySecret: SECRET },
      { date: new Date('2016-02-23T12:46:24Z'), nonce: NONCE },
    );
    expect(signed.headers['authorization']).toBe('acs testid:74TP+zX3boISihwfBmu1AKRlWxQ=');
    expect(signed.headers['date']).toBe(DATE);
  });

  it('writes an empty query value in either of the two ways SDKs have', () => {
    const request = { method: 'GET', path: '/p', query: { b: '', a: '1' }, headers: {} };
    expect(roaStringToSign(request)).toMatch(/\/p\?a=1&b=$/);
    expect(roaStringToSign(request, 'k')).toMatch(/\/p\?a=1&b$/);
  });

  it('keeps a header value on its own line', () => {
    const request = { method: 'GET', path: '/', query: {}, headers: { 'x-acs-a': ' 1\nx-acs-b:2\t' } };
    expect(roaStringToSign(request)).toBe('GET\n\n\n\n\nx-acs-a:1 x-acs-b:2\n/');
  });
});

describe('query signature', () => {
  const example = {
    TimeStamp: '2016-02-23T12:46:24Z',
    Format: 'XML',
    AccessKeyId: 'testid',
    Action: 'DescribeRegions',
    SignatureMethod: 'HMAC-SHA1',
    SignatureNonce: NONCE,
    Version: '2014-05-26',
    SignatureVersion: '1.0',
  };

  it('is the worked example of the 2021 edition', () => {
    const vector = readSpec().auth.schemes.find(scheme => scheme.id === 'rpc-query')?.vectors?.[0];
    const stringToSign = rpcStringToSign('GET', { ...example, Signature: 'is not signed' });
    expect(stringToSign).toBe(vector?.stringToSign);
    expect(rpcSignature(stringToSign, SECRET)).toBe('CT9X0VtwR86fNWSnsc6v8YGOjuE=');
  });

  it('differs when the parameter is spelt Timestamp, as the notes computed', () => {
    const { TimeStamp, ...rest } = example;
    const stringToSign = rpcStringToSign('GET', { ...rest, Timestamp: TimeStamp });
    expect(rpcSignature(stringToSign, SECRET)).toBe('OLeaidS1JvxuMvnyHOwuJ+uX5qY=');
  });
});
