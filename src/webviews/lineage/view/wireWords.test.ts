import { describe, expect, it } from 'vitest';
import { follow } from '../graph/follow.ts';
import { graphOf } from '../graph/graph.ts';
import { layoutOf } from '../graph/layout.ts';
import { at, column, from, insert, LAYOUT } from '../graph/testing.ts';
import { createUi } from '../ui.ts';
import { wireLabel } from './wireWords.ts';

const ui = { en: createUi('en', () => undefined), zh: createUi('zh', () => undefined) };

const graph = graphOf(
  insert(
    [
      column('a', [from('s.x')]),
      column('total', [from('s.y', 'aggregate')], {
        kind: 'aggregate',
        expression: { text: `SUM(\n  ${'y + '.repeat(100)} 0)`, range: at(1) },
      }),
      ...Array.from({ length: 20 }, (_, i) => column(`c${i}`, [from('t.z')])),
    ],
    { influences: [{ kind: 'filter', text: 's.x >\n  1', range: at(2), sources: [from('s.x')] }] },
  ),
  { hasConditions: true, hasViews: true },
);
const drawn = layoutOf(graph, LAYOUT);

/** What is said of a stop's wires to the right. */
const said = (stop: string, language: 'en' | 'zh' = 'en') => {
  const followed = follow(stop, true, drawn);
  return followed && wireLabel(followed, graph.tables, ui[language]);
};

describe('the words of a wire', () => {
  it('tell its ends and how one takes part in the other', () => {
    expect(said('from:s.x')).toBe('s.x → out.a, direct; wire 1 of 2');
    expect(said('from:s.x', 'zh')).toBe('s.x → out.a，直接传递；第 1 条连线，共 2 条');
  });

  it('tell the expression at its end in one line, cut when it is long', () => {
    expect(said('from:s.y')).toMatch(/^s\.y → out\.total, aggregated: SUM\( y \+ y .*…; wire 1 of 1$/);
    expect(said('from:s.y')?.length).toBeLessThan(370);
  });

  it('tell a condition', () => {
    const [, condition] = drawn.wires.filter(wire => wire.from === 'from:s.x');
    if (!condition) throw new Error('no wire to the condition');
    const followed = { stop: 'from:s.x', isForward: true, wire: condition, at: 2, count: 2 };
    expect(wireLabel(followed, graph.tables, ui.en)).toBe('s.x → out (filter), filter: s.x > 1; wire 2 of 2');
  });

  it('tell some of many ends that are hidden', () => {
    const many = drawn.wires.find(({ edges }) => edges.length > 1);
    if (!many) throw new Error('no wire of hidden rows');
    const followed = { stop: many.from, isForward: true, wire: many, at: 1, count: 1 };
    expect(wireLabel(followed, graph.tables, ui.en)).toBe(
      't.z → out.c8, out.c9, out.c10, out.c11, out.c12 … 7 more, direct; wire 1 of 1',
    );
  });
});
