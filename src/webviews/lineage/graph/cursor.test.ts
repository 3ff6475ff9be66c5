import { describe, expect, it } from 'vitest';
import { rowsAt } from './cursor.ts';
import { graphOf } from './graph.ts';
import { at, column, from, insert } from './testing.ts';

const graph = graphOf(
  insert(
    [
      column('a', [from('s.x', 'expression', at(1, 2, 5))], {
        written: [at(10, 7, 30)],
        expression: { text: '', range: at(10, 7, 20) },
        declared: at(5, 2, 3),
      }),
      column('b', [from('s.y')], { written: [at(11, 0, 3)] }),
      column('c', [from('s.y')], { written: [at(11, 0, 3), at(12, 0, 3)] }),
    ],
    {
      influences: [
        {
          kind: 'filter',
          text: '',
          range: { start: { line: 10, character: 0 }, end: { line: 14, character: 5 } },
          sources: [],
        },
      ],
    },
  ),
  { hasConditions: true, hasViews: true },
);

const rows = (line: number, character: number) => rowsAt(graph, { line, character });

describe('the rows under the cursor', () => {
  it('are those with the innermost place around it', () => {
    expect(rows(10, 8)).toEqual(['sink:out.a']);
    expect(rows(10, 25)).toEqual(['sink:out.a']);
    expect(rows(13, 0)).toEqual(['sink:out?0']);
  });

  it('are found by declarations too, of sources and of the sink', () => {
    expect(rows(1, 3)).toEqual(['from:s.x']);
    expect(rows(5, 2)).toEqual(['sink:out.a']);
  });

  it('are several where several share the place, such as what a star brings', () => {
    expect(rows(11, 1)).toEqual(['sink:out.b', 'sink:out.c']);
    expect(rows(12, 1)).toEqual(['sink:out.c']);
  });

  it('are touched right after their last character, and no later', () => {
    expect(rows(1, 5)).toEqual(['from:s.x']);
    expect(rows(1, 6)).toEqual([]);
    expect(rows(0, 0)).toEqual([]);
  });
});
