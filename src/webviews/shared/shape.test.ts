import { describe, expect, it } from 'vitest';
import {
  boolean,
  list,
  messages,
  nullable,
  number,
  object,
  oneOf,
  optional,
  pair,
  ShapeError,
  text,
  texts,
} from './shape.ts';

const person = object({ name: text(5), age: optional(number), tags: list(text(), 2) });

describe('object', () => {
  it('keeps the named members, leaves out the others and absent optional ones', () => {
    expect(person.read({ name: 'a', tags: ['x'], extra: 1 }, '')).toEqual({ name: 'a', tags: ['x'] });
    expect('age' in person.read({ name: 'a', tags: [], age: undefined }, '')).toBe(false);
  });

  it('names the place and never the value', () => {
    expect(() => person.read({ name: 'a', tags: ['x', 5] }, '')).toThrow('tags[1]: expected text');
    expect(() => person.read({ name: 'secret', tags: [] }, '')).toThrow(/^name: expected text of at most 5/);
    expect(() => person.read({ name: 'a', age: 'secret', tags: [] }, '')).not.toThrow('secret"');
  });

  it.each([[null], [undefined], ['x'], [1], [[]], [{}], [{ name: 1, tags: [] }], [{ name: 'a' }]])(
    'refuses %j',
    value => expect(() => person.read(value, '')).toThrow(ShapeError),
  );
});

describe('values', () => {
  it.each([
    ['not a number', number, Number.NaN],
    ['infinity', number, Infinity],
    ['a number as text', number, '1'],
    ['a truthy value', boolean, 1],
    ['an unknown word', oneOf(['a', 'b']), 'c'],
    ['too long a text', text(1), 'ab'],
    ['too long a list', list(number, 1), [1, 2]],
    ['half a pair', pair(number, number), [1]],
    ['undefined for null', nullable(number), undefined],
    ['a number among texts', texts, { a: 1 }],
  ] as const)('refuses %s', (_, shape, value) => {
    expect(() => shape.read(value, 'x')).toThrow(ShapeError);
  });

  it('accepts what fits', () => {
    expect(nullable(number).read(null, '')).toBeNull();
    expect(pair(number, nullable(number)).read([1, null], '')).toEqual([1, null]);
    expect(texts.read({ a: 'b' }, '')).toEqual({ a: 'b' });
    expect(oneOf([5, 15]).read(15, '')).toBe(15);
  });

  it('does not touch the prototype through a hostile key', () => {
    const read = texts.read(JSON.parse('{"__proto__":"x","a":"b"}'), '');
    expect(read['a']).toBe('b');
    expect(Object.getPrototypeOf({})).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('messages', () => {
  const shape = messages({ ready: {}, act: { what: oneOf(['start', 'stop']) } });

  it('tells kinds apart by type', () => {
    expect(shape.read({ type: 'ready', rest: 1 }, '')).toEqual({ type: 'ready' });
    expect(shape.read({ type: 'act', what: 'stop' }, '')).toEqual({ type: 'act', what: 'stop' });
  });

  it.each([
    [undefined],
    [{}],
    [{ type: 'other' }],
    [{ type: 'toString' }],
    [{ type: 'act', what: 'erase' }],
    [{ type: 'act' }],
  ])('refuses %j', value => expect(() => shape.read(value, '')).toThrow(ShapeError));
});
