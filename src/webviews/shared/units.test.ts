import { describe, expect, it } from 'vitest';
import { languageOf } from './language.ts';
import { createFormats } from './units.ts';

const en = createFormats('en', 'Asia/Shanghai');
const zh = createFormats('zh', 'Asia/Shanghai');
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('durations', () => {
  it.each([
    [0, '0 ms', '0 毫秒'],
    [0.25, '0.25 ms', '0.25 毫秒'],
    [999, '999 ms', '999 毫秒'],
    [1000, '1 s', '1 秒'],
    [1534, '1.53 s', '1.53 秒'],
    [MINUTE, '1 min', '1 分'],
    [2 * MINUTE + 5000, '2 min 5 s', '2 分 5 秒'],
    [3 * HOUR + 12 * MINUTE, '3 h 12 min', '3 小时 12 分'],
    [50 * HOUR, '2 d 2 h', '2 天 2 小时'],
    [-1500, '−1.5 s', '−1.5 秒'],
  ])('%d ms is %s', (ms, english, chinese) => {
    expect(en.duration(ms)).toBe(english);
    expect(zh.duration(ms)).toBe(chinese);
  });

  it.each([
    [950, '950 ns'],
    [12_300, '12.3 µs'],
    [4_500_000, '4.5 ms'],
    [2_000_000_000, '2 s'],
  ])('%d ns is %s', (ns, text) => {
    expect(en.nanoseconds(ns)).toBe(text);
  });
});

describe('sizes and numbers', () => {
  it.each([
    [0, '0 B'],
    [1023, '1023 B'],
    [1024, '1 KB'],
    [1536, '1.5 KB'],
    [3.2 * 1024 ** 3, '3.2 GB'],
    [5 * 1024 ** 6, '5120 PB'],
  ])('%d bytes are %s', (bytes, text) => {
    expect(en.bytes(bytes)).toBe(text);
  });

  it('shortens counts the way each language does', () => {
    expect(en.recordsPerSecond(12_345)).toBe('12.3K rec/s');
    expect(zh.recordsPerSecond(12_345)).toBe('1.23万 条/秒');
    expect(en.percent(0.375)).toBe('37.5%');
  });
});

describe('times', () => {
  const at = Date.UTC(2024, 0, 5, 16, 3, 9);

  it('writes dates in order of the language, in 24 hours', () => {
    expect(en.dateTime(at)).toBe('01/06/2024, 00:03:09');
    expect(zh.dateTime(at)).toBe('2024/01/06 00:03:09');
    expect(en.hourMinute(at)).toBe('00:03');
  });

  it.each([
    [0, 'now', '现在'],
    [-30_000, '30 seconds ago', '30秒钟前'],
    [-5 * MINUTE, '5 minutes ago', '5分钟前'],
    [-3 * HOUR, '3 hours ago', '3小时前'],
    [-26 * HOUR, 'yesterday', '昨天'],
  ])('%d ms from now is %s', (distance, english, chinese) => {
    expect(en.relative(at + distance, at)).toBe(english);
    expect(zh.relative(at + distance, at)).toBe(chinese);
  });
});

it('speaks Chinese to every Chinese locale and English to all others', () => {
  expect(['zh-cn', 'zh-TW', 'zh', 'en', 'de', 'zhx'].map(languageOf)).toEqual([
    'zh',
    'zh',
    'zh',
    'en',
    'en',
    'en',
  ]);
});
