import type { Choice, Column, Insert, Range, Source } from '../messages.ts';
import type { Edge, Graph, Role, Row, Table } from './model.ts';

export type GraphOptions = Pick<Choice, 'hasConditions' | 'hasViews'>;

interface Box {
  readonly table: Omit<Table, 'rows'>;
  readonly columns: Map<string, Row>;
  readonly conditions: Row[];
}

interface View {
  readonly view: string;
  readonly columns: ReadonlyMap<string, Column>;
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
  readonly #views: ReadonlyMap<string, View>;
  /** Columns of views that something was found to read. */
  readonly #met: Source[] = [];

  constructor(insert: Insert, options: GraphOptions) {
    this.#insert = insert;
    this.#options = options;
    const views = options.hasViews ? (insert.views ?? []) : [];
    this.#views = new Map(
      views.map(({ name, columns }) => [
        key(name),
        { view: name, columns: new Map(columns.map(column => [key(column.column), column])) },
      ]),
    );
  }

  make(): Graph {
    const { columns, sink } = this.#insert;
    const box = this.#box(sink, 'sink');
    for (const column of columns) this.#column(box, column, this.#nearest(column));
    this.#follow();
    if (this.#options.hasConditions) this.#conditions();
    this.#follow();
    this.#undeclared();
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

  /** Goes on from the columns of views that were met: one that only conditions read is shown with those alone. */
  #follow(): void {
    for (let met = this.#met.shift(); met; met = this.#met.shift()) {
      const { view, columns } = this.#views.get(key(met.table)) ?? {};
      const column = columns?.get(key(met.column));
      if (view && column) this.#column(this.#box(view, 'view'), column, column.sources);
    }
  }

  #nearest({ sources, through }: Pick<Column, 'sources' | 'through'>): readonly Source[] {
    return (this.#options.hasViews ? through : undefined) ?? sources;
  }

  #box(name: string, role: Role): Box {
    const id = `${role === 'sink' ? 'sink' : 'from'}:${key(name)}`;
    const known = this.#boxes.get(id);
    if (known) return known;
    const declared = this.#insert.tables?.find(each => key(each.name) === key(name));
    const view = this.#insert.views?.find(each => key(each.name) === key(name));
    const reveal = declared?.declared ?? view?.declared ?? declared?.named;
    const box: Box = {
      table: {
        id,
        name,
        role,
        ...(declared?.connector === undefined ? {} : { connector: declared.connector }),
        // Who does not tell tables knows of none that is not declared.
        isDeclared: this.#insert.tables === undefined || (declared?.declared ?? view?.declared) !== undefined,
        ...(reveal === undefined ? {} : { reveal }),
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
      kind: column.kind,
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

  #source(source: Source): Row {
    const { table, column, type, declared, named } = source;
    const place = declared ?? named;
    const box = this.#box(table, this.#roleOf(table));
    const known = box.columns.get(key(column));
    if (known) return known;
    if (box.table.role === 'view') this.#met.push(source);
    return this.#row(box, key(column), column, {
      kind: 'direct',
      ...(type === undefined ? {} : { type }),
      places: place === undefined ? [] : [place],
    });
  }

  /** What the table is that is read; one that is written as well is a source here. */
  #roleOf(name: string): Role {
    if (this.#views.has(key(name))) return 'view';
    const { tables } = this.#insert;
    if (tables === undefined) return 'source';
    const declared = tables.find(each => key(each.name) === key(name));
    if (declared?.declared === undefined) return 'undeclared';
    return declared.role === 'sink' ? 'source' : declared.role;
  }

  /** Tables that nothing declares have a box even when the query names none of their columns. */
  #undeclared(): void {
    for (const { name, role, declared } of this.#insert.tables ?? [])
      if (declared === undefined && role !== 'sink') this.#box(name, 'undeclared');
  }

  #edge(from: Row, to: Row, kind: Edge['kind']): void {
    const id = `${from.id} > ${to.id}`;
    this.#edges.set(id, { id, from: from.id, to: to.id, kind });
  }

  #conditions(): void {
    this.#insert.influences.forEach(({ kind, text, range, view, ...read }, index) => {
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
      for (const source of this.#nearest(read)) this.#edge(this.#source(source), row, kind);
    });
  }
}

/** By the first place of each: the declaration of a table's column, the select item of a view's. */
function byPlace(rows: Iterable<Row>): Row[] {
  return [...rows].sort(({ places: [one] }, { places: [other] }) => compare(one, other));
}
