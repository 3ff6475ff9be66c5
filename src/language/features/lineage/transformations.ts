import type { AnalyzedStatement } from '../../analysis/analyze.ts';
import type { Column, ScopeItem, SelectUse, StatementModel, ValuesUse } from '../../analysis/model.ts';
import { builtIn } from '../../catalog/functions.ts';
import type { Name, Span } from '../../syntax/tree/base.ts';
import type { Expression } from '../../syntax/tree/expressions.ts';
import type { SelectItem } from '../../syntax/tree/queries.ts';
import { walk } from '../../syntax/tree/walk.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';
import { UndeclaredNames } from './undeclared.ts';
import { UnknownNames } from './unknownNames.ts';

/** What a column is made of: an expression of some statement. Offsets count from the statement's start. */
export interface Transformation extends Span {
  readonly text: string;
  readonly kind: 'expression' | 'aggregate';
  /** It reads a name that means no column anybody knows of. */
  readonly readsUnknown: boolean;
}

/** How the columns one statement makes come about. */
export interface Transformations {
  /** The expressions behind them; columns handed on as they are have none. */
  readonly expressions: ReadonlyMap<Column, Transformation>;
  /** What they are made of besides the sources the analysis knows: columns of tables that nothing declares. */
  readonly undeclared: ReadonlyMap<Column, readonly Column[]>;
  readonly names: UndeclaredNames;
}

const known = new WeakMap<StatementModel, Transformations>();

export function transformationsOf(model: StatementModel, { statement }: AnalyzedStatement): Transformations {
  let found = known.get(model);
  if (found === undefined) {
    found = new Collector(statement.text, model);
    known.set(model, found);
  }
  return found;
}

class Collector implements Transformations {
  readonly expressions = new Map<Column, Transformation>();
  readonly undeclared = new Map<Column, readonly Column[]>();
  readonly names: UndeclaredNames;
  private readonly text: string;
  private readonly model: StatementModel;
  private readonly unknown: UnknownNames;

  constructor(text: string, model: StatementModel) {
    this.text = text;
    this.model = model;
    this.names = new UndeclaredNames(model);
    this.unknown = new UnknownNames(model);
    this.collect();
  }

  private collect(): void {
    const { model } = this;
    for (const use of model.selects) this.select(use);
    for (const use of model.values) this.values(use);
    for (const scope of model.scopes) for (const item of scope.items) this.item(item);
    const { node, declares } = model;
    if (node.kind !== 'createTable' || declares?.kind !== 'table') return;
    node.columns.forEach((definition, i) => {
      const column = declares.relation.columns[i];
      if (column !== undefined && definition.kind === 'computedColumn')
        this.add(column, definition.expression);
    });
  }

  private select(use: SelectUse): void {
    for (const [column, item] of selectedColumns(use))
      if (!column.copied && !isStar(item)) this.add(column, item.expression);
  }

  /** A column of one row is made by the row's value; that of several, by all of them. */
  private values({ node, output }: ValuesUse): void {
    const [row, ...others] = node.rows;
    output.columns.forEach((column, i) => {
      const value = row?.kind === 'row' ? row.items[i] : row;
      this.add(column, others.length === 0 && value !== undefined ? value : node);
    });
  }

  /** Columns of a table function, of UNNEST, and the measures of MATCH_RECOGNIZE. */
  private item(item: ScopeItem): void {
    const { node, relation } = item;
    if (node.kind === 'join') return;
    for (const [column, source] of this.names.listed(item)) this.undeclared.set(column, [source]);
    const measures = node.match?.measures ?? [];
    const first = relation.columns.length - measures.length;
    measures.forEach(({ expression }, i) => {
      const column = relation.columns[first + i];
      if (column !== undefined) this.add(column, expression);
    });
    const made = node.kind === 'tableFunction' ? node.call : node.kind === 'unnest' ? node : undefined;
    if (made === undefined || made.end === 0) return;
    for (const column of relation.columns) {
      const [source] = column.sources;
      this.add(column.copied && source !== undefined ? source : column, made);
    }
  }

  private add(column: Column, node: AnyNode): void {
    if (this.expressions.has(column) || this.undeclared.has(column)) return;
    const meanings = this.unknown.readBy(node).map(name => this.names.of(name));
    const sources = meanings.filter(each => each !== undefined);
    if (sources.length > 0) this.undeclared.set(column, sources);
    if (sources.length > 0 && isColumn(node)) return;
    const { start, end } = node;
    const kind = aggregates(node) ? 'aggregate' : 'expression';
    const readsUnknown = sources.length < meanings.length;
    this.expressions.set(column, { text: this.text.slice(start, end), kind, readsUnknown, start, end });
  }
}

/** The columns a SELECT gives, each with the item of its list that brings it; a star brings several. */
export function* selectedColumns({ select, output, scope }: SelectUse): Generator<[Column, SelectItem]> {
  const { items } = select;
  const plain = items.filter(item => !isStar(item)).length;
  const hasOneStar = items.length - plain === 1;
  let at = 0;
  for (const item of items) {
    const wide = hasOneStar ? output.columns.length - plain : widthOf(item, scope.items);
    const end = at + (isStar(item) ? wide : 1);
    for (const column of output.columns.slice(at, end)) yield [column, item];
    at = end;
  }
}

function isStar({ expression }: SelectItem): boolean {
  return expression.kind === 'star' || (expression.kind === 'name' && expression.star);
}

function widthOf({ expression }: SelectItem, items: readonly ScopeItem[]): number {
  const name = expression.kind === 'name' ? expression.parts[0]?.name.toLowerCase() : undefined;
  const meant = name === undefined ? items : items.filter(item => item.name?.toLowerCase() === name);
  return meant.reduce((sum, item) => sum + item.relation.columns.length, 0);
}

/** `a` or `t.a`: handed on as it is. What has more parts is a field. */
const isColumn = (node: AnyNode): boolean => node.kind === 'name' && (node as Name).parts.length <= 2;

type CallNode = Extract<Expression, { kind: 'call' }>;
const isCall = (node: AnyNode): node is CallNode => node.kind === 'call';

/** Whether a value is put together from several rows: by an aggregate, with or without OVER. */
function aggregates(root: AnyNode): boolean {
  let found = false;
  walk(root, node => {
    if (node.kind === 'query') return false;
    if (isCall(node) && (node.over !== undefined || builtIn(node.name)?.kind === 'aggregate')) found = true;
    return !found;
  });
  return found;
}
