import { describe, expect, it } from 'vitest';
import { isSecretKey, maskPairs, maskSecrets } from './secrets.ts';

describe('secrets', () => {
  it.each([
    'stsAccessId',
    'stsAccesskey',
    'accessKey',
    'access_id',
    'db.password',
    'PWD',
    'securityToken',
    'clientSecret',
    'private-key',
    'authorization',
    'apiKey',
  ])('%s names one', key => {
    expect(isSecretKey(key)).toBe(true);
  });

  it.each([
    'blink.checkpoint.interval',
    'author',
    'passes',
    'key',
    'endpoint',
    'primaryKey',
    'state.backend',
  ])('%s does not', key => {
    expect(isSecretKey(key)).toBe(false);
  });

  it.each([
    ["accessId='LTAIx', accessKey = 'a''b', endPoint='e'", ['LTAIx', "a'", "b'"], ['endPoint']],
    ['{"password":"p w\\"","user":"u"}', ['p w'], ['"user":"u"']],
    ['db.password=hunter2\nuser=u', ['hunter2'], ['user=u']],
    ['accessKey: zzz; x: y', ['zzz'], ['x: y']],
    ['sql="WITH (accessKey=\'k1\')"; a=b.password=k2&c=d', ['k1', 'k2'], ['sql=', 'a=b.password=']],
    [String.raw`{"conf":"{\"accessKey\":\"a b\",\"type\":\"ots\"}"}`, ['a b'], ['ots']],
  ])('in %s are masked', (text, hidden, kept) => {
    const masked = maskPairs(text);
    for (const secret of hidden) expect(masked).not.toContain(secret);
    for (const rest of kept) expect(masked).toContain(rest);
  });

  it('are masked by key and within values, empty ones left empty', () => {
    expect(maskSecrets({ token: 't', password: '', sql: "WITH (accessKey='k', type='ots')" })).toEqual({
      token: '******',
      password: '',
      sql: "WITH (accessKey=******, type='ots')",
    });
  });

  it.each(['a.', 'token', 'token"', 'token=', "a='"])(
    'are looked for in no time in a long run of %j',
    part => {
      const text = part.repeat(50_000);
      const { user } = process.cpuUsage();
      maskPairs(text);
      // ms; looking anew from each letter takes more than ten seconds.
      expect((process.cpuUsage().user - user) / 1000).toBeLessThan(1_000);
    },
  );
});
