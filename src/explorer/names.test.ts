import { describe, expect, it } from 'vitest';
import type { FolderPath } from '../services/model.ts';
import { childPath, folderName, freeName, isWithin, NAME_LIMIT, nameProblem, parentPath } from './names.ts';

describe('nameProblem', () => {
  it.each([
    'orders',
    'dwd_订单_明细',
    'a',
    'a.b',
    'v1-2',
    '_x',
    'étage',
    '实时大屏 2',
    'x'.repeat(NAME_LIMIT),
  ])('takes %s', name => {
    expect(nameProblem(name)).toBeUndefined();
  });

  it.each([
    ['', 'empty'],
    ['  ', 'empty'],
    [' a', 'space'],
    ['a\t', 'space'],
    ['a/b', 'characters'],
    ['a\\b', 'characters'],
    ['<img src=x>', 'characters'],
    ['a\u0000b', 'characters'],
    ['a\nb', 'characters'],
    ['50%', 'characters'],
    ['..', 'dots'],
    ['.a', 'dots'],
    ['a.', 'dots'],
    ['x'.repeat(NAME_LIMIT + 1), 'tooLong'],
  ])('refuses %j: %s', (name, problem) => {
    expect(nameProblem(name)).toBe(problem);
  });
});

describe('freeName', () => {
  it('counts on, and stays within the limit and its own rule', () => {
    const taken = new Set(['a', 'a_2']);
    expect(freeName('a', name => taken.has(name))).toBe('a_3');
    expect(freeName('b', name => taken.has(name))).toBe('b');
    const long = 'x'.repeat(NAME_LIMIT - 3) + '😀x';
    const free = freeName(long, name => name === long);
    expect(free.length).toBeLessThanOrEqual(NAME_LIMIT);
    expect(nameProblem(free)).toBeUndefined();
    expect(() => encodeURIComponent(free)).not.toThrow();
  });
});

describe('paths', () => {
  const path = (text: string) => text as FolderPath;

  it('go up and down', () => {
    expect(childPath(path('/'), 'a')).toBe('/a');
    expect(childPath(path('/a'), 'b')).toBe('/a/b');
    expect(parentPath(path('/a/b'))).toBe('/a');
    expect(parentPath(path('/a'))).toBe('/');
    expect(parentPath(path('/'))).toBeUndefined();
    expect(folderName(path('/订单/实时'))).toBe('实时');
  });

  it('know what lies within, and are not misled by a common beginning', () => {
    expect(isWithin(path('/a/b'), path('/a'))).toBe(true);
    expect(isWithin(path('/a'), path('/a'))).toBe(true);
    expect(isWithin(path('/ab'), path('/a'))).toBe(false);
    expect(isWithin(path('/a'), path('/'))).toBe(true);
  });
});
