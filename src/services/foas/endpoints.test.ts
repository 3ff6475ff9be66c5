import { describe, expect, it } from 'vitest';
import { readSpec } from '../testing/spec.ts';
import { endpointOf, KNOWN_REGIONS, PRODUCT_REGIONS } from './endpoints.ts';

describe('endpointOf', () => {
  it('knows every region of the description', () => {
    const expected = Object.entries(readSpec().endpoints.byRegion).map(([region, host]) => [
      region,
      `https://${host}`,
    ]);
    expect(expected).toHaveLength(54);
    expect(KNOWN_REGIONS.map(region => [region, endpointOf(region)])).toEqual(expected.sort());
    expect(PRODUCT_REGIONS.filter(region => !KNOWN_REGIONS.includes(region))).toEqual([]);
  });

  it('falls back to the rule for a new region', () => {
    expect(endpointOf('cn-new-1')).toBe('https://foas.cn-new-1.aliyuncs.com');
  });

  it.each([
    ['foas.aliyuncs.com', 'https://foas.aliyuncs.com'],
    [' https://foas.aliyuncs.com/ ', 'https://foas.aliyuncs.com'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['foas.example:8443', 'https://foas.example:8443'],
  ])('takes %s from the user', (text, origin) => {
    expect(endpointOf('cn-shanghai', text)).toBe(origin);
  });

  it.each(['ftp://foas', 'https://user:pw@foas', 'https://foas/path', 'https://foas?x=1', 'a b'])(
    'refuses %s',
    text => {
      expect(() => endpointOf('cn-shanghai', text)).toThrow(
        expect.objectContaining({ kind: 'invalid' }) as Error,
      );
    },
  );

  it.each(['', 'evil.example/', 'CN', 'cn_shanghai'])('refuses the region "%s"', region => {
    expect(() => endpointOf(region)).toThrow(expect.objectContaining({ kind: 'invalid' }) as Error);
  });
});
