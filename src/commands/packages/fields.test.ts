import { describe, expect, it } from 'vitest';
import type { Package } from '../../services/model.ts';
import { changeOf, draftOf, fieldProblem, missingFields, newPackageOf } from './fields.ts';

const item = {
  name: 'udf.jar',
  type: 'JAR',
  ossPath: 'a/b.jar',
  description: 'old',
  createTime: 1,
} as unknown as Package;

describe('a package being filled in', () => {
  it('needs a name and a path', () => {
    expect(missingFields({ type: 'JAR' })).toEqual(['name', 'ossPath']);
    expect(() => newPackageOf({ type: 'JAR', name: 'x' })).toThrow();
    expect(newPackageOf({ type: 'PYTHON', name: 'x', ossPath: 'y', tag: 't' })).toEqual({
      type: 'PYTHON',
      name: 'x',
      ossPath: 'y',
      tag: 't',
    });
  });

  it.each([
    ['ossPath', '', 'empty'],
    ['ossPath', '/a', 'slash'],
    ['ossPath', 'oss://bucket/a', 'slash'],
    ['ossPath', 'a/b.jar', undefined],
    ['md5', 'xyz', 'md5'],
    ['md5', '', undefined],
    ['md5', 'D41D8CD98F00B204E9800998ECF8427E', undefined],
    ['description', '', undefined],
  ] as const)('%s %j: %s', (field, text, problem) => {
    expect(fieldProblem(field, text)).toBe(problem);
  });

  it('changes only what differs, and can empty a field', () => {
    expect(changeOf(item, draftOf(item))).toEqual({});
    expect(changeOf(item, { ...draftOf(item), description: '', tag: '' })).toEqual({ description: '' });
    expect(changeOf(item, { ...draftOf(item), name: 'other', ossPath: 'c.jar' })).toEqual({
      ossPath: 'c.jar',
    });
  });
});
