import { describe, expect, it } from 'vitest';
import type { ProjectRef } from '../../connections/api.ts';
import type { Node } from '../../explorer/nodes.ts';
import type { FolderPath } from '../../services/model.ts';
import { planMoves, reversed } from './plan.ts';

const project = { connection: 'c', project: 'p' } as unknown as ProjectRef;
const to = (path: string) => path as FolderPath;
const job = (name: string, path: string, ref: object = project) =>
  ({ kind: 'job', ref: { ...ref, job: name }, folder: { path } }) as unknown as Node;
const folder = (path: string, ref: object = project) =>
  ({ kind: 'folder', ref, folder: { path } }) as unknown as Node;

const steps = (rows: Node[], path: string) =>
  planMoves(rows, project, to(path)).moves.map(
    ({ kind, from, to: target }) => `${kind} ${from} -> ${target}`,
  );

describe('planMoves', () => {
  it('moves jobs and folders', () => {
    expect(steps([job('x', '/a'), folder('/b')], '/c')).toEqual(['job /a -> /c', 'folder /b -> /c/b']);
    expect(steps([folder('/a/b')], '/')).toEqual(['folder /a/b -> /b']);
  });

  it('leaves alone what is there already', () => {
    expect(steps([job('x', '/a'), folder('/a/b')], '/a')).toEqual([]);
  });

  it('does not take out what comes along with its folder', () => {
    const rows = [job('x', '/a'), job('y', '/a/b'), folder('/a'), folder('/a/b'), job('z', '/ab')];
    expect(steps(rows, '/c')).toEqual(['folder /a -> /c/a', 'job /ab -> /c']);
  });

  it('refuses to put a folder into itself, or into what it holds', () => {
    expect(planMoves([folder('/a')], project, to('/a')).problem).toBe('intoItself');
    expect(planMoves([folder('/a')], project, to('/a/b')).problem).toBe('intoItself');
    expect(planMoves([folder('/a')], project, to('/ab')).problem).toBeUndefined();
  });

  it('stays in the project', () => {
    const other = { connection: 'c', project: 'q' };
    expect(planMoves([job('x', '/a', other)], project, to('/b'))).toEqual({
      moves: [],
      problem: 'otherProject',
    });
    expect(planMoves([folder('/a', { connection: 'd', project: 'p' })], project, to('/b')).problem).toBe(
      'otherProject',
    );
  });

  it('ignores rows that cannot be moved', () => {
    expect(steps([{ kind: 'project', ref: project } as unknown as Node], '/a')).toEqual([]);
  });
});

it('can be taken back, last first', () => {
  const { moves } = planMoves([job('x', '/a'), folder('/b')], project, to('/c'));
  expect(reversed(moves).map(({ kind, from, to: target }) => `${kind} ${from} -> ${target}`)).toEqual([
    'folder /c/b -> /b',
    'job /c -> /a',
  ]);
});
