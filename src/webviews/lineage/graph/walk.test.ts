import { describe, expect, it } from 'vitest';
import { graphOf } from './graph.ts';
import { layoutOf, moreId } from './layout.ts';
import { column, from, insert, LAYOUT } from './testing.ts';
import { walk, type Step } from './walk.ts';

const long = Array.from({ length: 30 }, (_, i) => column(`c${i}`, [from('s.x')]));
const graph = graphOf(
  insert([column('a', [from('s.x')]), column('b', [from('s.x'), from('t.y')]), ...long]),
  { hasConditions: true, hasViews: true },
);
const { tables, wires } = layoutOf(graph, LAYOUT);
const go = (start: string, ...steps: Step[]) =>
  steps.reduce<string | undefined>((stop, step) => stop && walk(stop, step, tables, wires), start);

describe('walking by keyboard', () => {
  it('moves within a table, from its head to its line for more', () => {
    expect(go('sink:out', 'ArrowDown')).toBe('sink:out.a');
    expect(go('sink:out.a', 'ArrowUp')).toBe('sink:out');
    expect(go('sink:out.b', 'End')).toBe(moreId('sink:out'));
    expect(go('sink:out.b', 'Home')).toBe('sink:out');
    expect(go('sink:out', 'ArrowUp')).toBeUndefined();
  });

  it('goes on to the next table of the same rank', () => {
    const [upper, lower] = [...tables]
      .filter(({ table }) => table.role === 'source')
      .sort((a, b) => a.y - b.y);
    const last = upper!.rows.at(-1)!.row.id;
    expect(go(last, 'ArrowDown')).toBe(lower!.table.id);
    expect(go(lower!.table.id, 'ArrowUp')).toBe(last);
  });

  it('follows wires left and right, to the nearest end', () => {
    expect(go('sink:out.a', 'ArrowLeft')).toBe('from:s.x');
    expect(go('from:t.y', 'ArrowRight')).toBe('sink:out.b');
    expect(go('from:s.x', 'ArrowLeft')).toBeUndefined();
    expect(go(moreId('sink:out'), 'ArrowLeft')).toBe('from:s.x');
  });

  it('takes the end nearest in height where there are several', () => {
    const sink = tables.find(({ table }) => table.role === 'sink')!;
    const source = tables.find(({ table }) => table.id === 'from:s')!;
    const height = source.y + source.rows[0]!.y;
    const distances = sink.rows.map(({ y }) => Math.abs(sink.y + y - height));
    const nearest = sink.rows[distances.indexOf(Math.min(...distances))]!.row.id;
    const farthest = sink.rows[distances.indexOf(Math.max(...distances))]!.row.id;
    expect(go('from:s.x', 'ArrowRight')).toBe(nearest);
    expect(go('from:s.x', 'ArrowRight')).not.toBe(farthest);
  });

  it('goes from a table’s head to a table’s head', () => {
    expect(go('from:t', 'ArrowRight')).toBe('sink:out');
    expect(['from:s', 'from:t']).toContain(go('sink:out', 'ArrowLeft'));
  });

  it('stays where it is when the row is not drawn any more', () => {
    expect(go('from:gone.x', 'ArrowDown')).toBeUndefined();
  });
});
