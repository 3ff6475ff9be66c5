import { describe, expect, it } from 'vitest';
import type { Edge } from './model.ts';
import { linksOf, pathAlong, pathThrough } from './paths.ts';

const edge = (from: string, to: string): Edge => ({ id: `${from}>${to}`, from, to, kind: 'direct' });

// a and b make v; v and c make x; v makes y.
const edges = [edge('a', 'v'), edge('b', 'v'), edge('v', 'x'), edge('c', 'x'), edge('v', 'y')];
const links = linksOf({ edges });

const sorted = (set: ReadonlySet<string>) => [...set].sort().join(' ');

describe('paths', () => {
  it('go all the way up and all the way down', () => {
    const path = pathThrough(['v'], links);
    expect(sorted(path.rows)).toBe('a b v x y');
    expect(sorted(path.edges)).toBe('a>v b>v v>x v>y');
  });

  it('leave out what only shares a source or a target', () => {
    expect(sorted(pathThrough(['x'], links).rows)).toBe('a b c v x');
    expect(sorted(pathThrough(['a'], links).rows)).toBe('a v x y');
  });

  it('lead along one edge only', () => {
    const path = pathAlong(edge('v', 'x'), links);
    expect(sorted(path.rows)).toBe('a b v x');
    expect(sorted(path.edges)).toBe('a>v b>v v>x');
  });

  it('join those of several rows, and end in a circle', () => {
    expect(sorted(pathThrough(['c', 'y'], links).rows)).toBe('a b c v x y');
    const circle = linksOf({ edges: [edge('p', 'q'), edge('q', 'p')] });
    expect(sorted(pathThrough(['p'], circle).rows)).toBe('p q');
  });
});
