import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../graph/graph.ts';
import { layoutOf } from '../graph/layout.ts';
import { at, column, from, insert, LAYOUT } from '../graph/testing.ts';
import { gapsOf } from '../gaps.ts';
import type { Table } from '../graph/model.ts';
import type { Insert } from '../messages.ts';
import { TEXTS } from '../texts.ts';
import { subtitleOf } from '../view/looks.ts';
import { asSvg, escapeXml, type Palette } from './asSvg.ts';
import { asText } from './asText.ts';

const PALETTE: Palette = {
  background: '#fff',
  foreground: '#000',
  quiet: '#666',
  box: '#fff',
  border: '#ccc',
  wire: '#666',
  roles: { source: 'blue', dimension: 'purple', view: 'orange', sink: 'green', undeclared: 'red' },
  font: '"Segoe UI", sans-serif',
  codeFont: 'monospace',
};

const HOSTILE = '</text><script>alert(1)</script>&\u0000\uD800"';

const given = insert(
  [
    column('a', [from('s.x')], { type: 'BIGINT' }),
    column('total', [from('s.x', 'aggregate'), from('s.y', 'aggregate')], {
      kind: 'aggregate',
      expression: { text: 'SUM(x\n  + y)', range: at(1) },
    }),
    column('c', [], { kind: 'unknown', expression: { text: 'c', range: at(2) } }),
    column('d', [], { expression: { text: "'x'", range: at(3) } }),
  ],
  {
    tables: [
      { name: 'out', role: 'sink', connector: 'rds', declared: at(0) },
      { name: 's', role: 'source', declared: at(1) },
    ],
    views: [{ name: 'v', declared: at(1), columns: [] }],
    influences: [{ kind: 'filter', text: 'x >\n 1', range: at(2), view: 'v', sources: [] }],
  },
);

describe('lineage as text', () => {
  it('has a line per column, then one per condition', () => {
    expect(asText(given, TEXTS.en)).toBe(
      [
        'Sink out (rds)',
        '  a BIGINT  <- s.x  (direct)',
        '  total     <- s.x, s.y  (aggregated)  = SUM(x + y)',
        '  c         <- columns that are not declared  (not known)  = c',
        "  d         <- no column  (constant)  = 'x'",
        '',
        'Conditions',
        '  FILTER  x > 1  (in v)',
        '',
      ].join('\n'),
    );
  });
});

describe('tables that nothing declares', () => {
  const gap = insert([column('a', [from('lost.x')])], {
    tables: [
      { name: 'out', role: 'sink', named: at(1) },
      { name: 'lost', role: 'source', named: at(2) },
    ],
    undeclared: ['out', 'lost'],
  });

  it('are named in the text', () => {
    expect(asText(gap, TEXTS.en)).toBe(
      'Sink out (not declared)\n  a  <- lost.x  (direct)\n\nNot declared  lost\n',
    );
    expect(asText(gap, TEXTS.zh)).toContain('结果表 out (未声明)');
  });

  it('have dashed borders and words in the picture', () => {
    const options = { hasConditions: true, hasViews: true };
    const subtitle = (table: Table) => subtitleOf(table, TEXTS.en);
    const picture = (given: Insert) => {
      const words = { title: '', sign: () => '', conditionWord: () => '', more: () => '' };
      return asSvg(layoutOf(graphOf(given, options), { ...LAYOUT, subtitle }), words, PALETTE);
    };
    const boxes = (svg: string) => [...svg.matchAll(/<rect [^>]*stroke-dasharray="5 4"/g)].length;
    expect(boxes(picture(gap))).toBe(2);
    expect(picture(gap)).toContain('>Sink · not declared</text>');
    expect(picture(gap)).toContain('>Not declared</text>');
    expect(boxes(picture(given))).toBe(0);
  });
});

describe('lineage as a picture', () => {
  const svgOf = (name: string) => {
    const graph = graphOf(insert([column(name, [from(`${name}.x`)], { type: name })], { sink: name }), {
      hasConditions: true,
      hasViews: true,
    });
    const words = {
      title: name,
      sign: () => name,
      conditionWord: () => name,
      more: () => name,
    };
    return asSvg(layoutOf(graph, LAYOUT), words, PALETTE);
  };

  it('is a file of XML with tables, rows and wires, and nothing that runs or loads', () => {
    const svg = svgOf('orders');
    expect(svg).toContain('>orders</text>');
    expect(svg.match(/<path d="M[^"]*C/g)).toHaveLength(1);
    expect(svg).not.toMatch(/<script|<foreignObject|href|on\w+=|url\(/);
  });

  it('holds hostile names as text', () => {
    const svg = svgOf(HOSTILE);
    const tags = new Set(Array.from(svg.matchAll(/<\/?(\w+)/g), ([, tag]) => tag));
    expect([...tags].sort()).toEqual(['g', 'path', 'rect', 'svg', 'text', 'title']);
    const { svg: root } = new XMLParser().parse(svg) as { svg: { title: string } };
    expect(root.title).toContain('<script>alert(1)</script>&');
  });

  it('leaves out what XML cannot hold', () => {
    expect(escapeXml('a\u0000b\uD800c\u{1F600}\t')).toBe('abc\u{1F600}\t');
  });
});

describe('gaps', () => {
  it('are told with their reasons', () => {
    const open = { ...given, incomplete: true };
    expect(gapsOf(given, TEXTS.en)).toEqual([]);
    expect(gapsOf(open, TEXTS.en)).toEqual([TEXTS.en.unknownColumns]);
    expect(gapsOf({ ...open, undeclared: ['OUT', 'p', 'q'] }, TEXTS.en)).toEqual([
      TEXTS.en.undeclaredSink('out'),
      TEXTS.en.undeclaredTables('p, q', 2),
    ]);
  });
});
