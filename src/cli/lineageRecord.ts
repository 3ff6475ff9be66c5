import type { InsertLineage, SourceColumn } from '../language/features/lineage/lineage.ts';
import type { LineMap } from '../language/syntax/positions.ts';
import type { Span } from '../language/syntax/tree/base.ts';

/** A place as programs read it: lines and columns from 1 in UTF-16 units, the end exclusive. */
export interface Range {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

interface Source {
  readonly table: string;
  readonly column: string;
  readonly kind: SourceColumn['kind'];
}

/** The lineage of one INSERT as programs read it. */
export interface LineageRecord extends Range {
  readonly sink: string;
  readonly incomplete: boolean;
  readonly undeclared: readonly string[];
  /** The sink first. */
  readonly tables: readonly {
    readonly name: string;
    readonly role: string;
    readonly connector?: string;
    readonly declared: boolean;
  }[];
  readonly columns: readonly {
    readonly name: string;
    readonly type?: string;
    readonly kind: string;
    readonly expression?: Range & { readonly text: string };
    readonly sources: readonly Source[];
  }[];
  readonly influences: readonly (Range & {
    readonly kind: string;
    readonly text: string;
    readonly sources: readonly Source[];
  })[];
}

function rangeOf({ start, end }: Span, lines: LineMap): Range {
  const { line, column } = lines.position(start);
  const { line: endLine, column: endColumn } = lines.position(end);
  return { line, column, endLine, endColumn };
}

const plain = ({ table, column, kind }: SourceColumn): Source => ({ table, column, kind });

export function lineageRecord(insert: InsertLineage, lines: LineMap): LineageRecord {
  return {
    ...rangeOf(insert, lines),
    sink: insert.sink,
    incomplete: insert.incomplete,
    undeclared: insert.undeclared,
    tables: insert.tables.map(({ name, role, connector, declared }) => ({
      name,
      role,
      ...(connector === undefined ? {} : { connector }),
      declared: declared !== undefined,
    })),
    columns: insert.columns.map(({ column, type, kind, expression, sources }) => ({
      name: column,
      ...(type === undefined ? {} : { type }),
      kind,
      ...(expression === undefined
        ? {}
        : { expression: { text: expression.text, ...rangeOf(expression, lines) } }),
      sources: sources.map(plain),
    })),
    influences: insert.influences.map(influence => ({
      kind: influence.kind,
      text: influence.text,
      ...rangeOf(influence, lines),
      sources: influence.sources.map(plain),
    })),
  };
}
