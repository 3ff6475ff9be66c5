import { describe, expect, it } from 'vitest';
import type { ConnectionId, JobName, ProjectName } from '../services/model.ts';
import { WatchList, type WatchedJob } from './watchList.ts';

function job(path: string): WatchedJob {
  const [connection = '', project = '', name = ''] = path.split('/');
  return {
    connection: connection as ConnectionId,
    project: project as ProjectName,
    job: name as JobName,
    type: name.startsWith('batch') ? 'FLINK_BATCH' : 'FLINK_STREAM',
  };
}

const summary = (list: WatchList) =>
  [...list.projects.keys()].flatMap(key => list.jobKeys(key)).map(key => key.replaceAll('\n', '/'));

describe('WatchList', () => {
  it('sums up what all owners watch, each job once', () => {
    const list = new WatchList();
    list.set({}, [job('c/p/a'), job('c/q/a')]);
    list.set({}, [job('c/p/a'), job('c/p/batch1')]);
    expect(summary(list)).toEqual(['c/p/a', 'c/p/batch1', 'c/q/a']);
    expect(list.projects.get('c\np')?.jobs.get('batch1' as JobName)).toBe('FLINK_BATCH');
  });

  it('replaces what the same owner watched, and forgets it with an empty list', () => {
    const list = new WatchList();
    const owner = {};
    list.set(owner, [job('c/p/a')]);
    list.set(owner, [job('c/q/b')]);
    expect(summary(list)).toEqual(['c/q/b']);
    list.set(owner, []);
    expect(list.projects.size).toBe(0);
  });

  it('tells in which projects jobs came in, not where some only left', () => {
    const list = new WatchList();
    const owner = {};
    expect(list.set(owner, [job('c/p/a'), job('c/p/b'), job('c/q/a')])).toEqual(new Set(['c\np', 'c\nq']));
    expect(list.set(owner, [job('c/p/a'), job('c/q/a'), job('c/q/b')])).toEqual(new Set(['c\nq']));
    expect(list.set({}, [job('c/p/a')])).toEqual(new Set());
  });
});
