import { describe, expect, it } from 'vitest';
import { readEndpoint } from './endpoint.ts';

describe('readEndpoint', () => {
  it.each([
    ['https://foas.cn-hangzhou.aliyuncs.com', 'https://foas.cn-hangzhou.aliyuncs.com'],
    [' foas.cn-hangzhou.aliyuncs.com/ ', 'https://foas.cn-hangzhou.aliyuncs.com'],
    ['HTTPS://Foas.Example.com:8443/', 'https://foas.example.com:8443'],
    ['http://127.0.0.1:8080', 'http://127.0.0.1:8080'],
    ['http://localhost:8080/', 'http://localhost:8080'],
    ['http://[::1]:8080', 'http://[::1]:8080'],
    ['10.0.0.1:443', 'https://10.0.0.1'],
  ])('takes %s', (text, origin) => {
    expect(readEndpoint(text)).toEqual({ origin });
  });

  it.each([
    ['', 'syntax'],
    ['https://', 'syntax'],
    ['two words', 'syntax'],
    ['https://例子_x.com', 'syntax'],
    ['http://foas.cn-hangzhou.aliyuncs.com', 'insecure'],
    ['http://127.0.0.1.example.com', 'insecure'],
    ['ftp://127.0.0.1', 'insecure'],
    ['https://me:you@foas.example.com', 'userInfo'],
    ['https://me@foas.example.com', 'userInfo'],
    ['https://foas.example.com/api/v2', 'path'],
    ['https://foas.example.com?x=1', 'path'],
    ['https://foas.example.com/?AccessKeyId=testid', 'accessKey'],
    ['LTAI5tAbCdEfGhIj', 'accessKey'],
    ['https://LTAI5tAbCdEfGhIj:secret@foas.example.com', 'accessKey'],
  ])('refuses %s', (text, problem) => {
    expect(readEndpoint(text)).toEqual({ problem });
  });
});
