import { describe, expect, it } from 'vitest';
import { graphOf } from './graph.ts';
import { layoutOf, SIZE, type Layout } from './layout.ts';
import { at, column, from, insert, largeInsert, LAYOUT } from './testing.ts';

const ALL = { hasConditions: true, hasViews: true };

const layout = (given = insert([column('a', [from('s.x')])]), opened: readonly string[] = []) =>
  layoutOf(graphOf(given, ALL), { ...LAYOUT, opened: new Set(opened) });

const place = (made: Layout, name: string) => made.tables.find(({ table }) => table.name === name)!;

const chain = insert([column('a', [from('s.x')], { through: [from('v.y')] }), column('b', [from('d.z')])], {
  tables: [
    { name: 'out', role: 'sink', declared: at(0) },
    { name: 's', role: 'source', declared: at(1) },
    { name: 'd', role: 'dimension', declared: at(2) },
  ],
  views: [{ name: 'v', declared: at(3), columns: [column('y', [from('s.x')])] }],
});

describe('the layout', () => {
  it('places sources left of views, and views left of the sink', () => {
    const made = layout(chain);
    const ends = ['s', 'v', 'out'].map(name => place(made, name));
    for (const [index, table] of ends.entries()) {
      const next = ends[index + 1];
      if (next) expect(table.x + table.width).toBeLessThan(next.x);
    }
    expect(place(made, 'd').x).toBeLessThan(place(made, 'out').x);
  });

  it('places what no wire leads from before the sink too', () => {
    const made = layout(
      insert([column('a', [])], {
        tables: [
          { name: 'out', role: 'sink', declared: at(0) },
          { name: 'lost', role: 'source', named: at(1) },
        ],
      }),
    );
    const [lost, out] = [place(made, 'lost'), place(made, 'out')];
    expect(lost.x + lost.width).toBeLessThan(out.x);
    expect(made.wires).toEqual([]);
  });

  it('lets no two tables overlap, and none leave the page', () => {
    const made = layout(largeInsert(12, 60));
    for (const [index, one] of made.tables.entries()) {
      expect(one.x).toBeGreaterThanOrEqual(0);
      expect(one.x + one.width).toBeLessThanOrEqual(made.width);
      expect(one.y + one.height).toBeLessThanOrEqual(made.height);
      for (const other of made.tables.slice(index + 1)) {
        const apartX = one.x + one.width <= other.x || other.x + other.width <= one.x;
        const apartY = one.y + one.height <= other.y || other.y + other.height <= one.y;
        expect(apartX || apartY).toBe(true);
      }
    }
  });

  it('draws each wire from the right side of its first row to the left side of its last', () => {
    const made = layout(chain);
    const wire = made.wires.find(({ from: start, to }) => start === 'from:s.x' && to === 'from:v.y')!;
    const numbers = wire.path.match(/-?[\d.]+/g)!.map(Number);
    const [source, view] = [place(made, 's'), place(made, 'v')];
    const middle = SIZE.header + SIZE.row / 2;
    expect(numbers.slice(0, 2)).toEqual([source.x + source.width, source.y + middle].map(round));
    expect(numbers.slice(-2)).toEqual([view.x, view.y + middle].map(round));
  });

  it('cuts a long table, joins the wires of what it hides, and opens it on demand', () => {
    const long = insert(Array.from({ length: 40 }, (_, i) => column(`c${i}`, [from('s.x')])));
    const made = layout(long);
    const sink = place(made, 'out');
    expect(sink.rows.map(({ row }) => row.name)).toEqual(Array.from({ length: 10 }, (_, i) => `c${i}`));
    expect(sink.more?.hidden).toHaveLength(30);
    expect(made.wires).toHaveLength(11);
    expect(made.wires.at(-1)?.edges).toHaveLength(30);
    const opened = place(layout(long, ['sink:out']), 'out');
    expect(opened.rows).toHaveLength(40);
    expect(opened.more?.hidden).toEqual([]);
  });

  it('cuts names and types that are too long with an ellipsis, never within a letter', () => {
    const name = '𠮷'.repeat(90);
    const made = layout(insert([column(name, [], { type: 'ROW<'.repeat(40) })]));
    const sink = place(made, 'out');
    expect(sink.width).toBe(SIZE.maxWidth);
    const [row] = sink.rows;
    expect(row?.name).toMatch(/^(?:𠮷)+…$/u);
    expect(row?.type).toMatch(/^ROW<.*…$/);
    expect(7 * row!.name.length).toBeLessThan(SIZE.maxWidth);
  });

  it('takes an INSERT that has neither sources nor columns', () => {
    expect(layout(insert([])).tables).toHaveLength(1);
  });
});

const round = (value: number): number => Math.round(value * 10) / 10;
