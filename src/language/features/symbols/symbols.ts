import type { PlacedStatement, Script, Statement } from '../../syntax/script.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { Identifier, Name, Span } from '../../syntax/tree/base.ts';
import { typeText } from '../../syntax/tree/base.ts';
import type { Query } from '../../syntax/tree/queries.ts';
import type { CreateTable, StatementNode } from '../../syntax/tree/statements.ts';

/** `source`, `dimension` and `sink` are tables by their role in the script. */
export type SymbolKind =
  | 'source'
  | 'dimension'
  | 'sink'
  | 'view'
  | 'function'
  | 'insert'
  | 'column'
  | 'computedColumn'
  | 'watermark'
  | 'commonTable';

/** An entry of the outline. Offsets in UTF-16 units of the script. */
export interface DocumentSymbol {
  readonly name: string;
  /** A type, a class, or what a computed column is computed from; may be empty. */
  readonly detail: string;
  readonly kind: SymbolKind;
  readonly range: Span;
  /** The name, inside of `range`. */
  readonly selection: Span;
  readonly children: readonly DocumentSymbol[];
}

/** Computed columns show their expression up to so many characters. */
const LONGEST_DETAIL = 60;

/** The outline of a script in its order: tables with columns, views, functions, inserts. */
export function documentSymbols(script: Script): DocumentSymbol[] {
  const targets = insertTargets(script);
  return script.statements.flatMap(placed => {
    const kind = symbolKindOf(placed.statement, targets);
    return kind === undefined ? [] : [statementSymbol(placed, kind)].filter(symbol => symbol !== undefined);
  });
}

/** What a statement is in the outline; undefined when it does not stand there. @param targets of its script */
export function symbolKindOf({ node }: Statement, targets: ReadonlySet<string>): SymbolKind | undefined {
  switch (node?.kind) {
    case 'createTable':
      if (targets.has(nameText(node.name).toLowerCase())) return 'sink';
      return node.period === undefined ? 'source' : 'dimension';
    case 'createView':
      return 'view';
    case 'createFunction':
      return 'function';
    case 'insert':
      return 'insert';
    case 'queryStatement':
    case 'otherStatement':
    case undefined:
      return undefined;
  }
}

/** The entry of one statement; it depends on the statement, its place and its kind only. @param kind by `symbolKindOf` */
export function statementSymbol(placed: PlacedStatement, kind: SymbolKind): DocumentSymbol | undefined {
  const { node } = placed.statement;
  return node && new SymbolReader(placed).statement(node, kind);
}

/** Names of all tables something is inserted into; compared without case, as Blink 3.3 and later do. */
export function insertTargets(script: Script): ReadonlySet<string> {
  const targets = new Set<string>();
  for (const { statement } of script.statements)
    if (statement.node?.kind === 'insert') targets.add(nameText(statement.node.target).toLowerCase());
  return targets;
}

/** Makes the symbols of one statement. */
class SymbolReader {
  private readonly placed: PlacedStatement;

  constructor(placed: PlacedStatement) {
    this.placed = placed;
  }

  statement(node: StatementNode, kind: SymbolKind): DocumentSymbol | undefined {
    switch (node.kind) {
      case 'createTable':
        return this.symbol(kind, node.name, node, connectorOf(node), this.tableItems(node));
      case 'createView':
        return this.symbol(kind, node.name, node, '', [
          ...node.columns.map(column => this.symbol('column', column, column)),
          ...this.commonTables(node.query),
        ]);
      case 'createFunction':
        return this.symbol(kind, node.name, node, node.className.value);
      case 'insert':
        return this.symbol(kind, node.target, node, '', this.commonTables(node.query));
      case 'queryStatement':
      case 'otherStatement':
        return undefined;
    }
  }

  private symbol(
    kind: SymbolKind,
    name: Name | Identifier,
    span: Span,
    detail = '',
    children: readonly DocumentSymbol[] = [],
  ): DocumentSymbol {
    const text = name.kind === 'name' ? nameText(name) : name.name;
    return { name: text, detail, kind, range: this.place(span), selection: this.place(name), children };
  }

  private place({ start, end }: Span): Span {
    const { offset } = this.placed;
    return { start: start + offset, end: end + offset };
  }

  /** Columns and watermarks in the order of the text. */
  private tableItems(table: CreateTable): DocumentSymbol[] {
    const columns = table.columns.map(column =>
      column.kind === 'column'
        ? this.symbol('column', column.name, column, typeText(column.type))
        : this.symbol('computedColumn', column.name, column, this.shortText(column.expression)),
    );
    const marks = table.watermarks.map(mark =>
      this.symbol('watermark', mark.name ?? mark.column, mark, this.shortText(mark.call)),
    );
    return [...columns, ...marks].sort((a, b) => a.range.start - b.range.start);
  }

  private commonTables(query: Query): DocumentSymbol[] {
    return query.with.map(item => this.symbol('commonTable', item.name, item));
  }

  private shortText({ start, end }: Span): string {
    const text = this.placed.statement.text.slice(start, end).replace(/\s+/g, ' ');
    return text.length > LONGEST_DETAIL ? `${text.slice(0, LONGEST_DETAIL - 1)}…` : text;
  }
}

/** The connector type of a table, as its WITH clause has it. */
function connectorOf(table: CreateTable): string {
  const type = table.properties?.items.findLast(item => nameText(item.key).toLowerCase() === 'type');
  return type?.value.value ?? '';
}
