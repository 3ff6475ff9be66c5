import { describe, expect, it } from 'vitest';
import { graphOf } from './graph/graph.ts';
import { layoutOf } from './graph/layout.ts';
import { linksOf } from './graph/paths.ts';
import { searchColumns } from './graph/search.ts';
import { column, from, insert, LAYOUT } from './graph/testing.ts';
import { selectionOf, type Meant } from './selection.ts';

const graph = graphOf(
  insert([column('a', [from('s.x'), from('t.y')]), column('b', [from('s.x')])], {
    influences: [{ kind: 'filter', text: 'y', range: insert([]).range, sources: [from('t.y')] }],
  }),
  { hasConditions: true, hasViews: true },
);
const { tables, wires } = layoutOf(graph, LAYOUT);

const selected = (meant: Meant) => {
  const { active, path } = selectionOf(meant, graph, linksOf(graph), wires);
  return [[...active].join(' '), path && [...path.rows].sort().join(' ')];
};

describe('what is highlighted', () => {
  it('is what the user means most deliberately', () => {
    const cursor = ['sink:out.b'];
    const all: Meant = {
      pointed: { stop: 'from:t.y' },
      focused: { stop: 'sink:out.a' },
      sought: 'from:s.x',
      cursor,
    };
    expect(selected(all)[0]).toBe('from:t.y');
    expect(selected({ focused: { stop: 'sink:out.a' }, sought: 'from:s.x', cursor })[0]).toBe('sink:out.a');
    expect(selected({ sought: 'from:s.x', cursor })[0]).toBe('from:s.x');
    expect(selected({ cursor })).toEqual(['sink:out.b', 'from:s.x sink:out.b']);
    expect(selected({ cursor: [] })).toEqual(['', undefined]);
  });

  it('is all that goes through a table, or through a wire', () => {
    expect(selected({ pointed: { stop: 'from:t' }, cursor: [] })[1]).toBe('from:t.y sink:out.a sink:out?0');
    const wire = { wire: 'from:s.x > sink:out.a' };
    const along = ['sink:out.a', 'from:s.x sink:out.a'];
    expect(selected({ pointed: wire, cursor: [] })).toEqual(along);
    expect(selected({ focused: wire, cursor: [] })).toEqual(along);
    expect(selected({ pointed: { stop: 'from:t.y' }, focused: wire, cursor: [] })[0]).toBe('from:t.y');
  });

  it('is what lies below, where what is pointed at is gone', () => {
    expect(selected({ pointed: { stop: 'gone' }, cursor: ['sink:out.b'] })[0]).toBe('sink:out.b');
    expect(selected({ pointed: { wire: 'gone' }, cursor: ['sink:out.b'] })[0]).toBe('sink:out.b');
    const focused = { wire: 'gone' };
    expect(selected({ focused, sought: 'from:s.x', cursor: [] })[0]).toBe('from:s.x');
  });
});

describe('the search', () => {
  const found = (words: string) => searchColumns(tables, words).map(({ id }) => id);

  it('finds columns by their names and their tables’, from left to right', () => {
    expect(found('S.X')).toEqual(['from:s.x']);
    expect(found('out a')).toEqual(['sink:out.a']);
    expect(found('y')).toEqual(['from:t.y']);
    expect(found('.').at(-1)).toBe('sink:out.b');
  });

  it('finds nothing for no words', () => {
    expect(found('  ')).toEqual([]);
  });
});
