import { describe, expect, it } from 'vitest';
import { redact } from './redact.ts';

describe('redact', () => {
  it.each([
    ['Authorization: acs LTAI5tQ1w2e3r4t5y6u7:C4Fd+q9x/abc=', /C4Fd|LTAI5t/],
    [
      "create table t (x int) with (accessId='LTAI5tQ1w2e3r4t5', accessKey = 'zzTopSecret')",
      /LTAI5t|zzTopSecret/,
    ],
    ['{"accessKeyId":"plainId12","accessKeySecret":"plainSecret34"}', /plainId12|plainSecret34/],
    ['GET /?AccessKeyId=testid9&Signature=Pc5WB8g%3D&Format=JSON', /testid9|Pc5WB8g/],
    ['x-acs-security-token: CAISqwJ1q6Ft5B2y', /CAISq/],
    ['token STS.NUgYrLnoC37mZZ was refused', /NUgYrLnoC37mZZ/],
    ["userName='me', password='hunter22'", /hunter22/],
    ["password='a long; phrase, with & all', tableName='t'", /long|phrase|with|all/],
    ["password = 'it''s secret'", /it|secret/],
    ['{"password":"a \\"quoted\\" word, too"}', /quoted|too/],
    [JSON.stringify({ body: '{"accessKeySecret":"plain secret","a":1}' }), /plain|[^y]secret/],
    ['password="never closed', /never/],
  ])('takes the keys out of %s', (text, key) => {
    expect(text).toMatch(key);
    expect(redact(text)).not.toMatch(key);
  });

  it('takes known secrets out wherever they stand, the longer one first', () => {
    expect(redact('a=/abcd1234/ b=abcd', ['abcd', 'abcd1234'])).toBe('a=/***/ b=***');
  });

  it('leaves what follows a quoted value', () => {
    expect(redact(`password='a b', tableName='t'`)).toBe(`password='***', tableName='t'`);
    expect(redact('{"accessKeySecret":"x y","name":"n"}')).toBe('{"accessKeySecret":"***","name":"n"}');
  });

  it('leaves the rest as it is', () => {
    const text = 'GetJob 404 JobNotFound: job orders_wide does not exist (request id 2AE63638-5420)';
    expect(redact(text)).toBe(text);
  });
});
