import { beforeEach, describe, expect, it } from 'vitest';
import type { JobService } from '../services/jobService.ts';
import type { ConnectionId } from '../services/model.ts';
import { SessionCache } from './sessionCache.ts';

const ID = 'prod' as ConnectionId;
const OTHER = 'test' as ConnectionId;
const TARGET = {
  regionId: 'cn-test',
  endpoint: 'https://a',
  keys: { accessKeyId: 'i', accessKeySecret: 's', securityToken: 't' },
};
const service = {} as JobService;
const session = { target: TARGET, service };

const known = new Set<string>();
let cache: SessionCache;
beforeEach(() => {
  known.clear();
  known.add(ID).add(OTHER);
  cache = new SessionCache(id => known.has(id));
  cache.keep(ID, session);
  cache.keep(OTHER, session);
});

describe('a session', () => {
  it('is found again for the same target alone', () => {
    expect(cache.find(ID, structuredClone(TARGET))).toBe(service);
    const { keys } = TARGET;
    for (const other of [
      { ...TARGET, regionId: 'cn-other' },
      { ...TARGET, endpoint: undefined },
      { ...TARGET, keys: { ...keys, accessKeyId: 'x' } },
      { ...TARGET, keys: { ...keys, accessKeySecret: 'x' } },
      { ...TARGET, keys: { accessKeyId: 'i', accessKeySecret: 's' } },
    ]) {
      expect(cache.find(ID, other)).toBeUndefined();
    }
  });

  it('is let go of when its connection is removed, the others are not', () => {
    known.delete(ID);
    cache.dropUnknown();
    expect([cache.find(ID, TARGET), cache.find(OTHER, TARGET), cache.size]).toEqual([undefined, service, 1]);
  });

  it('is let go of when its keys change', () => {
    cache.drop(ID);
    expect([cache.find(ID, TARGET), cache.size]).toEqual([undefined, 1]);
  });

  it('is not kept when its connection was removed while it was being opened', () => {
    known.delete(ID);
    cache.dropUnknown();
    cache.keep(ID, session);
    expect(cache.size).toBe(1);
  });
});
