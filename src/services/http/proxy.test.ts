import { describe, expect, it } from 'vitest';
import { isExempt, isLoopback } from './hosts.ts';
import { proxyFor } from './proxy.ts';

describe('isLoopback', () => {
  it.each(['localhost', 'LOCALHOST', 'a.localhost', '127.0.0.1', '127.9.9.9', '[::1]', '::1', 'localhost.'])(
    '%s is',
    host => {
      expect(isLoopback(host)).toBe(true);
    },
  );
  it.each(['127.0.0.1.example.com', 'localhost.example.com', '128.0.0.1', '0.0.0.0', '::2', '127.evil'])(
    '%s is not',
    host => {
      expect(isLoopback(host)).toBe(false);
    },
  );
});

describe('isExempt', () => {
  it.each([
    ['foas.aliyuncs.com', '443', '*'],
    ['foas.aliyuncs.com', '443', 'foas.aliyuncs.com'],
    ['foas.aliyuncs.com', '443', 'aliyuncs.com'],
    ['foas.aliyuncs.com', '443', '.aliyuncs.com'],
    ['foas.aliyuncs.com', '443', '*.ALIYUNCS.com'],
    ['foas.aliyuncs.com', '8443', 'aliyuncs.com:8443'],
    ['10.1.2.3', '443', '10.0.0.0/8'],
    ['10.1.2.3', '443', '10.1.2.3'],
    ['[fd00::1]', '443', 'fd00::/8'],
  ])('%s:%s is by %s', (host, port, entry) => {
    expect(isExempt(host, port, ['other.example', entry])).toBe(true);
  });
  it.each([
    ['foas.aliyuncs.com', '443', 'oas.aliyuncs.com'],
    ['notaliyuncs.com', '443', 'aliyuncs.com'],
    ['foas.aliyuncs.com', '443', 'aliyuncs.com:8443'],
    ['11.1.2.3', '443', '10.0.0.0/8'],
    ['foas.aliyuncs.com', '443', '10.0.0.0/8'],
    ['10.1.2.3', '443', '10.0.0.0/99'],
    ['foas.aliyuncs.com', '443', ''],
  ])('%s:%s is not by %s', (host, port, entry) => {
    expect(isExempt(host, port, [entry])).toBe(false);
  });
});

describe('proxyFor', () => {
  const url = new URL('https://foas.cn-shanghai.aliyuncs.com');
  const proxy = 'http://proxy.example:3128';

  it('joins the setting and both spellings of NO_PROXY', () => {
    expect(proxyFor(url, { proxy, environment: {} })?.host).toBe('proxy.example:3128');
    expect(proxyFor(url, { proxy, noProxy: ['aliyuncs.com'], environment: {} })).toBeUndefined();
    expect(proxyFor(url, { proxy, environment: { NO_PROXY: 'a.example, .aliyuncs.com' } })).toBeUndefined();
    expect(proxyFor(url, { proxy, environment: { no_proxy: 'aliyuncs.com' } })).toBeUndefined();
  });

  it('is none without a setting and variables', () => {
    expect(proxyFor(url, { proxy: ' ', environment: { HTTPS_PROXY: '' } })).toBeUndefined();
  });
});
