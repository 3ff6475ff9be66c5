import type { Edge, Row, Table } from '../graph/model.ts';
import type { Followed } from '../graph/follow.ts';
import type { Ui } from '../ui.ts';

/** Names that are written out. */
const MOST = 5;
/** Letters of an expression that are read aloud. */
const MOST_LETTERS = 300;

/** What a wire tells. */
export interface WireWords {
  readonly from: string;
  readonly to: string;
  /** How the one takes part in the other. */
  readonly how: string;
  /** What makes the column at its end, or the condition there; absent where several are hidden. */
  readonly expression?: string;
}

/** The words of a wire that stands for some edges: more than one when their ends are hidden. */
export function wireWords(edges: readonly Edge[], tables: readonly Table[], { texts }: Ui): WireWords {
  const rows = new Map(tables.flatMap(table => table.rows.map(row => [row.id, { row, table }])));
  const nameOf = (id: string): string => {
    const { row, table } = rows.get(id) ?? {};
    if (!row || !table) return '';
    return row.is === 'column' ? `${table.name}.${row.name}` : `${table.name} (${texts.kind[row.kind]})`;
  };
  const ends = [...new Set(edges.map(({ to }) => to))];
  const made: Row | undefined = ends.length === 1 ? rows.get(ends[0] ?? '')?.row : undefined;
  const list = (ids: readonly string[]) => {
    const names = [...new Set(ids)].map(nameOf);
    const rest = names.length - MOST;
    return names.slice(0, MOST).join(', ') + (rest > 0 ? ` … ${texts.more(rest)}` : '');
  };
  return {
    from: list(edges.map(({ from }) => from)),
    to: list(ends),
    how: [...new Set(edges.map(({ kind }) => texts.kind[kind]))].join(', '),
    ...(made?.expression === undefined ? {} : { expression: made.expression }),
  };
}

/** What is read aloud of a wire that has the keyboard. */
export function wireLabel({ wire, at, count }: Followed, tables: readonly Table[], ui: Ui): string {
  const { from, to, how, expression } = wireWords(wire.edges, tables, ui);
  const line = expression?.replaceAll(/\s+/g, ' ') ?? '';
  const said = line.length > MOST_LETTERS ? `${line.slice(0, MOST_LETTERS)}…` : line;
  return ui.texts.wireLabel(`${from} → ${to}`, said === '' ? how : `${how}: ${said}`, at, count);
}
