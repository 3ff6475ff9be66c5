import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { acs3Signature, acs3StringToSign, parseAcs3Authorization, signAcs3 } from './acs3.ts';

const stamp = { date: new Date('2024-03-01T08:00:00.123Z'), nonce: 'n-1' };
const keys = { accessKeyId: 'testid', accessKeySecret: 'testsecret', securityToken: 'tok/en+=' };
const request = {
  method: 'POST',
  path: '/api/v2/projects/a%20b/jobs/j/metric',
  query: { instanceId: '-1', a: "é *'()" },
  headers: {
    host: 'foas.cn-shanghai.aliyuncs.com',
    accept: 'application/json',
    'content-type': 'application/json;charset=utf-8',
    'x-acs-action': 'GetInstanceMetric',
    'x-acs-version': '2018-11-11',
  },
  body: '{"metricJson":"{}"}',
};

describe('ACS3-HMAC-SHA256', () => {
  it('signs the canonical request of section 3.3 written out by hand', () => {
    const sha = (text: string): string => createHash('sha256').update(text).digest('hex');
    const names =
      'content-type;host;x-acs-accesskey-id;x-acs-action;x-acs-content-sha256;x-acs-date;x-acs-security-token;x-acs-signature-nonce;x-acs-version';
    const canonical = `POST
/api/v2/projects/a%20b/jobs/j/metric
a=%C3%A9%20%2A%27%28%29&instanceId=-1
content-type:application/json;charset=utf-8
host:foas.cn-shanghai.aliyuncs.com
x-acs-accesskey-id:testid
x-acs-action:GetInstanceMetric
x-acs-content-sha256:${sha(request.body)}
x-acs-date:2024-03-01T08:00:00Z
x-acs-security-token:tok/en+=
x-acs-signature-nonce:n-1
x-acs-version:2018-11-11

${names}
${sha(request.body)}`;
    const expected = createHmac('sha256', 'testsecret')
      .update(`ACS3-HMAC-SHA256\n${sha(canonical)}`)
      .digest('hex');
    expect(signAcs3(request, keys, stamp).headers['authorization']).toBe(
      `ACS3-HMAC-SHA256 Credential=testid,SignedHeaders=${names},Signature=${expected}`,
    );
  });

  it('can be verified from what arrives', () => {
    const { headers, query } = signAcs3(request, keys, stamp);
    const parts = parseAcs3Authorization(headers['authorization'] ?? '');
    expect(parts?.accessKeyId).toBe('testid');
    const again = acs3StringToSign({ ...request, query, headers }, parts?.signedHeaders ?? []);
    expect(acs3Signature(again, 'testsecret')).toBe(parts?.signature);
    const other = acs3StringToSign(
      { ...request, query: { instanceId: '1' }, headers },
      parts?.signedHeaders ?? [],
    );
    expect(acs3Signature(other, 'testsecret')).not.toBe(parts?.signature);
  });

  it('takes no other header for its own', () => {
    expect(parseAcs3Authorization('acs testid:xyz=')).toBeUndefined();
    expect(
      parseAcs3Authorization('ACS3-HMAC-SHA256 Credential=,SignedHeaders=a,Signature=00'),
    ).toBeUndefined();
  });
});
