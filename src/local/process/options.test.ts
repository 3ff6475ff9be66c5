import { describe, expect, it } from 'vitest';
import { parseOptions, UsageError } from './options.ts';

const parse = (args: string, env: Record<string, string> = {}) =>
  parseOptions(
    args.split(' ').filter(arg => arg !== ''),
    env,
  );

describe('the command line', () => {
  it('needs a data folder and has a default for everything else', () => {
    expect(parse('--data d')).toEqual({
      port: 0,
      dataFolder: 'd',
      seed: 'none',
      regionId: 'cn-hangzhou',
      verifySignatures: true,
      enforceLimits: false,
      missingIs404: false,
      exitWithParent: false,
      help: false,
    });
    expect(() => parse('')).toThrow(UsageError);
    expect(parse('--help').help).toBe(true);
  });

  it('takes keys from the line before those from the environment, always both halves', () => {
    const env = { BLINK_LOCAL_ACCESS_KEY_ID: 'e', BLINK_LOCAL_ACCESS_KEY_SECRET: 'es' };
    expect(parse('--data d', env)).toMatchObject({ keys: { accessKeyId: 'e', accessKeySecret: 'es' } });
    const line = '--data d --access-key-id l --access-key-secret ls';
    expect(parse(line, env)).toMatchObject({ keys: { accessKeyId: 'l', accessKeySecret: 'ls' } });
    expect(() => parse('--data d --access-key-id l')).toThrow(/two halves/);
    expect(
      parse('--data d', { BLINK_LOCAL_ACCESS_KEY_ID: '', BLINK_LOCAL_ACCESS_KEY_SECRET: '' }).keys,
    ).toBeUndefined();
    expect(() => parse('--data d --access-key-id a:b --access-key-secret s')).toThrow(/colons/);
  });

  it('takes keys for a folder that has none by the environment alone', () => {
    const env = { BLINK_LOCAL_FIRST_ACCESS_KEY_ID: 'f', BLINK_LOCAL_FIRST_ACCESS_KEY_SECRET: 'fs' };
    const { keys, firstKeys } = parse('--data d', env);
    expect([keys, firstKeys]).toEqual([undefined, { accessKeyId: 'f', accessKeySecret: 'fs' }]);
    expect(() => parse('--data d', { BLINK_LOCAL_FIRST_ACCESS_KEY_ID: 'f' })).toThrow(/two halves/);
  });

  it.each([
    ['--port 65536', /--port/],
    ['--port -1', /--port|ambiguous/],
    ['--port abc', /--port/],
    ['--seed some', /--seed/],
    ['--start-delay-ms 1.5', /--start-delay-ms/],
    ['--first-instance-id 9223372036854775808', /--first-instance-id/],
    ['--nonsense', /nonsense/],
    ['stray', /stray/],
    ['--deny ListJobs', /--deny .*"ListJobs"/],
    ['--allow ListJob,listjob', /--allow .*"listjob"/],
  ])('refuses %s by its name', (args, why) => {
    expect(() => parse(`--data d ${args}`)).toThrow(why);
    expect(() => parse(`--data d ${args}`)).toThrow(UsageError);
  });

  it('takes lists and large numbers', () => {
    const options = parse(
      '--data d --deny ListProject,GetJob --first-instance-id 9223372036854775807 --port 65535',
    );
    expect(options).toMatchObject({
      deny: ['ListProject', 'GetJob'],
      firstInstanceId: 2n ** 63n - 1n,
      port: 65_535,
    });
  });
});
