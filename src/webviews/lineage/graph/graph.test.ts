import { describe, expect, it } from 'vitest';
import type { Insert } from '../messages.ts';
import { graphOf, type GraphOptions } from './graph.ts';
import { at, column, from, insert } from './testing.ts';

const END_TO_END = { hasConditions: false, hasViews: false };
const VIEWS = { hasConditions: false, hasViews: true };
const ALL = { hasConditions: true, hasViews: true };

const viewed = insert(
  [
    column('a', [from('orders.id')], { through: [from('v.k')] }),
    column('b', [from('orders.price', 'aggregate')], { through: [from('v.total', 'expression')] }),
    column('c', [from('shops.city')]),
    column('d', []),
  ],
  {
    tables: [
      { name: 'out', role: 'sink', connector: 'rds', declared: at(1) },
      { name: 'Orders', role: 'source', declared: at(2) },
      { name: 'shops', role: 'dimension', declared: at(3) },
    ],
    views: [
      {
        name: 'v',
        declared: at(4),
        columns: [column('k', [from('orders.id')]), column('total', [from('orders.price', 'aggregate')])],
      },
    ],
    influences: [
      { kind: 'filter', text: 'x >\n  1', range: at(5), view: 'v', sources: [from('orders.x')] },
      { kind: 'join', text: 'o.id = s.id', range: at(6), sources: [from('orders.id'), from('shops.id')] },
    ],
  },
);

const shown = (given: Insert, options: GraphOptions) => {
  const { tables, edges } = graphOf(given, options);
  return {
    tables: tables.map(({ name, role, rows }) => `${role} ${name}: ${rows.map(row => row.name).join(', ')}`),
    edges: edges.map(({ id }) => id),
  };
};

describe('the graph of an INSERT', () => {
  it('leads from end to end', () => {
    expect(shown(viewed, END_TO_END)).toEqual({
      tables: ['sink out: a, b, c, d', 'source orders: id, price', 'dimension shops: city'],
      edges: [
        'from:orders.id > sink:out.a',
        'from:orders.price > sink:out.b',
        'from:shops.city > sink:out.c',
      ],
    });
  });

  it('has the views in between, each with its own sources', () => {
    expect(shown(viewed, VIEWS)).toEqual({
      tables: [
        'sink out: a, b, c, d',
        'view v: k, total',
        'dimension shops: city',
        'source orders: id, price',
      ],
      edges: [
        'from:v.k > sink:out.a',
        'from:v.total > sink:out.b',
        'from:shops.city > sink:out.c',
        'from:orders.id > from:v.k',
        'from:orders.price > from:v.total',
      ],
    });
  });

  it('has conditions where they stand: in their view, or in the INSERT when views are not shown', () => {
    const all = shown(viewed, ALL);
    expect(all.tables).toContain('view v: k, total, x > 1');
    expect(all.tables).toContain('sink out: a, b, c, d, o.id = s.id');
    expect(all.edges).toContain('from:orders.x > from:v?0');
    const without = shown(viewed, { hasConditions: true, hasViews: false });
    expect(without.tables[0]).toBe('sink out: a, b, c, d, x > 1, o.id = s.id');
    expect(without.edges).toContain('from:orders.x > sink:out?0');
  });

  it('links a condition from where it reads, and shows columns only conditions read with those alone', () => {
    const given = insert([column('a', [from('d.id')])], {
      views: [{ name: 'w', declared: at(1), columns: [column('k', [from('s.id')])] }],
      influences: [
        {
          kind: 'join',
          text: 'w.k = d.id',
          range: at(2),
          sources: [from('s.id'), from('d.id')],
          through: [from('w.k'), from('d.id')],
        },
      ],
    });
    const condition = 'sink:out?0';
    expect(shown(given, ALL).edges.filter(id => id !== 'from:d.id > sink:out.a')).toEqual([
      `from:w.k > ${condition}`,
      `from:d.id > ${condition}`,
      'from:s.id > from:w.k',
    ]);
    expect(shown(given, { hasConditions: true, hasViews: false }).edges).toContain(
      `from:s.id > ${condition}`,
    );
    expect(shown(given, VIEWS).tables).toEqual(['sink out: a', 'source d: id']);
  });

  it('tells connectors and declarations, and what nothing declares', () => {
    const given = insert([column('a', [from('lost.x')])], { tables: [] });
    expect(shown(given, ALL).tables).toEqual(['sink out: a', 'undeclared lost: x']);
    const [sink] = graphOf(viewed, ALL).tables;
    expect(sink).toMatchObject({ connector: 'rds', isDeclared: true, reveal: at(1) });
  });

  it('shows tables that nothing declares, also those the query names no column of', () => {
    const source = { ...from('lost.x'), named: at(4) };
    const given = insert([column('a', [source]), column('*', [from('Gone.*')])], {
      tables: [
        { name: 'out', role: 'sink', named: at(1) },
        { name: 'lost', role: 'source', named: at(2) },
        { name: 'gone', role: 'dimension', named: at(3) },
        { name: 'empty', role: 'source', named: at(5) },
      ],
      undeclared: ['out', 'lost', 'gone', 'empty'],
    });
    expect(shown(given, VIEWS).tables).toEqual([
      'sink out: a, *',
      'undeclared lost: x',
      'undeclared Gone: *',
      'undeclared empty: ',
    ]);
    const { tables, rows } = graphOf(given, VIEWS);
    expect(tables.map(({ isDeclared, reveal }) => [isDeclared, reveal])).toEqual(
      [at(1), at(2), at(3), at(5)].map(place => [false, place]),
    );
    expect(rows.get('from:lost.x')).toMatchObject({ reveal: at(4), places: [at(4)] });
    expect(graphOf(viewed, VIEWS).tables.every(({ isDeclared }) => isDeclared)).toBe(true);
  });

  it('lets a table that is read and written stand twice, so that there is no circle', () => {
    const given = insert([column('a', [from('out.a')])], {
      tables: [{ name: 'out', role: 'sink', declared: at(1) }],
    });
    expect(shown(given, ALL)).toEqual({
      tables: ['sink out: a', 'source out: a'],
      edges: ['from:out.a > sink:out.a'],
    });
  });

  it('shows columns of tables as they are declared, and takes names that differ by case only for one', () => {
    const given = insert([
      column('a', [from('s.late', 'direct', at(8)), from('s.early', 'direct', at(7))]),
      column('b', [from('S.EARLY', 'direct', at(7))]),
    ]);
    expect(shown(given, ALL).tables).toEqual(['sink out: a, b', 'source s: early, late']);
  });

  it('shows two columns of one name, a fault, both', () => {
    const { rows } = graphOf(insert([column('a', [from('s.x')]), column('a', [from('s.y')])]), ALL);
    expect([...rows.values()].filter(({ name }) => name === 'a')).toHaveLength(2);
  });

  it('reveals what makes a column before where it is declared', () => {
    const plain = column('a', [from('s.x', 'expression')], { written: [at(5)], declared: at(1) });
    const made = { ...plain, expression: { text: 'x + 1', range: at(4) } };
    const reveal = (each: typeof plain) => graphOf(insert([each]), ALL).rows.get('sink:out.a')?.reveal;
    expect([made, plain].map(reveal)).toEqual([at(4), at(5)]);
  });
});
