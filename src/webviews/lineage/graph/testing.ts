import type { Column, Insert, Range, Source } from '../messages.ts';
import type { LayoutOptions } from './layout.ts';

/** One line of a script, for tests. */
export function at(line: number, start = 0, end = 10): Range {
  return { start: { line, character: start }, end: { line, character: end } };
}

export function from(path: string, kind: Source['kind'] = 'direct', declared?: Range): Source {
  const [table = '', column = ''] = path.split('.');
  return { table, column, kind, ...(declared && { declared }) };
}

export function column(name: string, sources: readonly Source[], rest: Partial<Column> = {}): Column {
  return { column: name, kind: sources[0]?.kind ?? 'constant', sources, ...rest };
}

export function insert(columns: readonly Column[], rest: Partial<Insert> = {}): Insert {
  return { sink: 'out', range: at(9), columns, influences: [], incomplete: false, ...rest };
}

/** Every letter is 7 px wide. */
export const LAYOUT: LayoutOptions = {
  measure: text => 7 * text.length,
  subtitle: ({ role }) => role,
  conditionWord: ({ kind }) => kind,
  opened: new Set(),
};

/**
 * A large INSERT: `columns` columns of the sink, each made of three columns of the `tables` tables before it.
 * Every third table is read through a view.
 */
export function largeInsert(tables: number, columns: number): Insert {
  const source = (index: number) => from(`t${index % tables}.c${index % columns}`);
  const isViewed = ({ table }: Source) => Number(table.slice(1)) % 3 === 0;
  const ways = Array.from({ length: columns }, (_, i) => [source(i), source(i * 7 + 1), source(i * 13 + 5)]);
  const used = ways.flat().filter(isViewed);
  return insert(
    ways.map((sources, i) =>
      column(`out${i}`, sources, {
        type: 'VARCHAR',
        through: sources.map(each => (isViewed(each) ? { ...each, table: `v${each.table}` } : each)),
      }),
    ),
    {
      views: [...new Set(used.map(({ table }) => table))].map(table => ({
        name: `v${table}`,
        declared: at(1),
        columns: [...new Set(used.filter(each => each.table === table).map(each => each.column))].map(name =>
          column(name, [from(`${table}.${name}`)]),
        ),
      })),
    },
  );
}
