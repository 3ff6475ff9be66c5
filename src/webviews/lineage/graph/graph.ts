import type { Choice, Column, Insert, Range, Source } from '../messages.ts';
import { madeHow } from './made.ts';
import type { Edge, Graph, Role, Row, Table } from './model.ts';

export type GraphOptions = Pick<Choice, 'hasConditions' | 'hasViews'>;

interface Box {
  readonly table: Omit<Table, 'rows'>;
  readonly columns: Map<string, Row>;
  readonly conditions: Row[];
}

const key = (name: string): string => name.toLowerCase();

const compare = (one: Range | undefined, other: Range | undefined): number =>
  one === undefined || other === undefined
    ? Number(one === undefined) - Number(other === undefined)
    : one.start.line - other.start.line || one.start.character - other.start.character;

/** The graph of one INSERT: with its views between or end to end, with its conditions or without. */
export function graphOf(insert: Insert, options: GraphOptions): Graph {
  const maker = new Maker(insert, options);
  return maker.make();
}

class Maker {
  readonly #insert: Insert;
  readonly #options: GraphOptions;
  readonly #boxes = new Map<string, Box>();
  readonly #edges = new Map<string, Edge>();
  readonly #views: ReadonlySet<string>;

  constructor(insert: Insert, options: GraphOptions) {
    this.#insert = insert;
    this.#options = options;
    this.#views = new Set(options.hasViews ? (insert.views ?? []).map(({ name }) => key(name)) : []);
  }

  make(): Graph {
    const { columns, sink, views = [] } = this.#insert;
    const box = this.#box(sink, 'sink');
    for (const column of columns) this.#column(box, column, this.#nearest(column));
    if (this.#options.hasViews)
      for (const view of views)
        for (const column of view.columns) this.#column(this.#box(view.name, 'view'), column, column.sources);
    if (this.#options.hasConditions) this.#conditions();
    const tables = [...this.#boxes.values()].map(({ table, columns: own, conditions }) => ({
      ...table,
      // The sink's columns stand as the INSERT fills them; all others as they are written down.
      rows: [...(table.role === 'sink' ? own.values() : byPlace(own.values())), ...conditions],
    }));
    return {
      tables,
      edges: [...this.#edges.values()],
      rows: new Map(tables.flatMap(({ rows }) => rows.map(row => [row.id, row]))),
    };
  }

  #nearest({ sources, through }: Column): readonly Source[] {
    return (this.#options.hasViews ? through : undefined) ?? sources;
  }

  #box(name: string, role: Role): Box {
    const id = `${role === 'sink' ? 'sink' : 'from'}:${key(name)}`;
    const known = this.#boxes.get(id);
    if (known) return known;
    const declared = this.#insert.tables?.find(each => key(each.name) === key(name));
    const view = this.#insert.views?.find(each => key(each.name) === key(name));
    const place = declared?.declared ?? view?.declared;
    const box: Box = {
      table: {
        id,
        name,
        role,
        ...(declared?.connector === undefined ? {} : { connector: declared.connector }),
        ...(place === undefined ? {} : { declared: place }),
      },
      columns: new Map(),
      conditions: [],
    };
    this.#boxes.set(id, box);
    return box;
  }

  #column(box: Box, column: Column, sources: readonly Source[]): void {
    // Two columns of one name are a fault the editor marks; both are shown.
    const name = key(column.column);
    const taken = box.columns.has(name) && box.table.role === 'sink';
    const row = this.#row(box, taken ? `${name}\n${box.columns.size}` : name, column.column, {
      kind: madeHow(column),
      ...(column.type === undefined ? {} : { type: column.type }),
      ...(column.expression === undefined ? {} : { expression: column.expression.text }),
      places: [
        ...(column.expression ? [column.expression.range] : []),
        ...(column.written ?? []),
        ...(column.declared ? [column.declared] : []),
      ],
    });
    for (const source of sources) this.#edge(this.#source(source), row, source.kind);
  }

  #row(
    { table, columns }: Box,
    under: string,
    name: string,
    facts: Pick<Row, 'kind' | 'type' | 'expression' | 'places'>,
  ): Row {
    const [reveal] = facts.places;
    const id = `${table.id}.${under}`;
    const row: Row = {
      id,
      table: table.id,
      is: 'column',
      name,
      ...facts,
      ...(reveal === undefined ? {} : { reveal }),
    };
    columns.set(under, row);
    return row;
  }

  #source({ table, column, type, declared }: Source): Row {
    const box = this.#box(table, this.#roleOf(table));
    return (
      box.columns.get(key(column)) ??
      this.#row(box, key(column), column, {
        kind: 'direct',
        ...(type === undefined ? {} : { type }),
        places: declared === undefined ? [] : [declared],
      })
    );
  }

  /** What the table is that is read; one that is written as well is a source here. */
  #roleOf(name: string): Role {
    if (this.#views.has(key(name))) return 'view';
    const { tables } = this.#insert;
    if (tables === undefined) return 'source';
    const declared = tables.find(each => key(each.name) === key(name));
    if (declared === undefined) return 'unknown';
    return declared.role === 'sink' ? 'source' : declared.role;
  }

  #edge(from: Row, to: Row, kind: Edge['kind']): void {
    const id = `${from.id} > ${to.id}`;
    this.#edges.set(id, { id, from: from.id, to: to.id, kind });
  }

  #conditions(): void {
    this.#insert.influences.forEach(({ kind, text, range, view, sources }, index) => {
      const isInView = view !== undefined && this.#views.has(key(view));
      const box = isInView ? this.#box(view, 'view') : this.#box(this.#insert.sink, 'sink');
      const row: Row = {
        id: `${box.table.id}?${index}`,
        table: box.table.id,
        is: 'condition',
        name: text.replaceAll(/\s+/g, ' '),
        kind,
        expression: text,
        reveal: range,
        places: [range],
      };
      box.conditions.push(row);
      for (const source of sources) this.#edge(this.#source(source), row, kind);
    });
  }
}

/** By the first place of each: the declaration of a table's column, the select item of a view's. */
function byPlace(rows: Iterable<Row>): Row[] {
  return [...rows].sort(({ places: [one] }, { places: [other] }) => compare(one, other));
}
