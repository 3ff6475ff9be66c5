import { describe, expect, it } from 'vitest';
import { newProfileId, readProfiles } from './profiles.ts';

const good = { id: 'prod', name: '生产', regionId: 'cn-hangzhou' };

describe('readProfiles', () => {
  it('reads an entry, trimmed and with its endpoint as an origin', () => {
    const entry = {
      ...good,
      name: ' 生产 ',
      endpoint: 'foas.cn-hangzhou.aliyuncs.com/',
      projects: ['a', ' b ', 'a'],
    };
    expect(readProfiles([entry])).toEqual({
      connections: [
        { ...good, kind: 'foas', endpoint: 'https://foas.cn-hangzhou.aliyuncs.com', projects: ['a', 'b'] },
      ],
      problems: [],
    });
  });

  it('is empty where nothing is set', () => {
    expect(readProfiles(undefined)).toEqual({ connections: [], problems: [] });
    expect(readProfiles(null)).toEqual({ connections: [], problems: [] });
  });

  it.each([
    ['not a list', { a: 1 }, { kind: 'notAList' }],
    ['a number', [7], { kind: 'notAnObject', index: 0 }],
    ['a list in the list', [[good]], { kind: 'notAnObject', index: 0 }],
    ['no name', [{ ...good, name: '' }], { kind: 'missing', index: 0, member: 'name' }],
    ['a number as region', [{ ...good, regionId: 1 }], { kind: 'notText', index: 0, member: 'regionId' }],
    ['the id of the local service', [{ ...good, id: 'local' }], { kind: 'id', index: 0, value: 'local' }],
    ['an id with capitals', [{ ...good, id: 'Prod' }], { kind: 'id', index: 0, value: 'Prod' }],
    ['an odd region', [{ ...good, regionId: 'cn/x' }], { kind: 'region', index: 0, value: 'cn/x' }],
    [
      'a region no host is named after',
      [{ ...good, regionId: 'CN-Hangzhou' }],
      { kind: 'region', index: 0, value: 'CN-Hangzhou' },
    ],
    [
      'plain HTTP to elsewhere',
      [{ ...good, endpoint: 'http://a.b' }],
      { kind: 'endpoint', index: 0, reason: 'insecure' },
    ],
    ['projects as text', [{ ...good, projects: 'a,b' }], { kind: 'projects', index: 0 }],
    ['an odd project', [{ ...good, projects: ['a/b'] }], { kind: 'projects', index: 0 }],
  ])('reports %s', (_what, setting, problem) => {
    expect(readProfiles(setting)).toEqual({ connections: [], problems: [problem] });
  });

  it('keeps the entries beside a faulty one, and the first of two that clash', () => {
    const { connections, problems } = readProfiles([
      null,
      good,
      { ...good, name: 'other' },
      { ...good, id: 'p2', name: '生产' },
      { ...good, id: 'p3', name: 'third' },
    ]);
    expect(connections.map(({ id }) => id)).toEqual(['prod', 'p3']);
    expect(problems.map(({ kind }) => kind)).toEqual(['notAnObject', 'duplicateId', 'duplicateName']);
  });

  it('reports a key that does not belong there, and uses the entry without it', () => {
    const { connections, problems } = readProfiles([{ ...good, accessKeySecret: 'hush' }]);
    expect(connections).toHaveLength(1);
    expect(problems).toEqual([{ kind: 'secret', index: 0, member: 'accessKeySecret' }]);
    expect(JSON.stringify([connections, problems])).not.toContain('hush');
  });
});

describe('newProfileId', () => {
  it.each([
    ['Production (Hangzhou)', 'production-hangzhou'],
    ['生产', 'connection'],
    ['生产 cn-1', 'cn-1'],
    ['Local', 'local-2'],
    ['--', 'connection'],
  ])('makes one of %s', (name, id) => {
    expect(newProfileId(name, new Set())).toBe(id);
  });

  it('avoids those in use', () => {
    expect(newProfileId('a', new Set(['a', 'a-2']))).toBe('a-3');
  });
});
