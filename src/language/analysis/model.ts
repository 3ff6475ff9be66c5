import type { BuiltIn } from '../catalog/functions.ts';
import type { Statement } from '../syntax/script.ts';
import type { Span } from '../syntax/tree/base.ts';
import type { Call, Expression, Operation } from '../syntax/tree/expressions.ts';
import type {
  Join,
  Select,
  SetOperation,
  TableExpression,
  TableReference,
  Values,
} from '../syntax/tree/queries.ts';
import type {
  CreateFunction,
  CreateTable,
  CreateView,
  Insert,
  StatementNode,
} from '../syntax/tree/statements.ts';
import type { Relation } from './relation.ts';
import type { SqlType } from './types.ts';

/** A place in some statement: offsets count from that statement's start, so it stays true when the statement moves. */
export interface Place extends Span {
  readonly statement: Statement;
}

/** Row time, processing time, or one the facts at hand do not decide. */
export type TimeAttribute = 'row' | 'proc' | 'maybe';

/** A column of a table, a view, a query. */
export interface Column {
  readonly kind: 'column';
  readonly name: string;
  readonly type: SqlType;
  readonly time?: TimeAttribute;
  /** Where its name is given: its declaration, its alias, or the column whose name it takes over. */
  readonly place?: Place;
  /** The columns it is computed from; empty for a physical column and for constants. */
  readonly sources: readonly Column[];
  /** It is its one source, unchanged. */
  readonly copied: boolean;
  /** Whether its name is that of its source because nothing gives it another: renaming the one renames the other. */
  readonly inherited: boolean;
  /** The declaration it belongs to, of a column of a table. */
  readonly table?: CreateTable;
}

/** A table, a view, or an item of WITH. */
export interface TableEntity {
  readonly kind: 'table' | 'view' | 'with';
  readonly name: string;
  readonly place: Place;
  readonly relation: Relation;
  readonly node?: CreateTable | CreateView;
}

export interface FunctionEntity {
  readonly kind: 'function';
  readonly name: string;
  readonly place: Place;
  /** Absent when its statement could not be read. */
  readonly node?: CreateFunction;
}

/** A name given in FROM, or a window's, a pattern variable's. */
export interface Alias {
  readonly kind: 'alias';
  readonly name: string;
  readonly place: Place;
}

export type Target = Column | TableEntity | FunctionEntity | Alias | BuiltInTarget;

export interface BuiltInTarget {
  readonly kind: 'builtIn';
  readonly builtIn: BuiltIn;
}

/** A name in a statement, and what it means. */
export interface Reference extends Span {
  readonly target: Target;
  readonly use: 'declaration' | 'read' | 'write';
}

/** What FROM brings into view under one name. */
export interface ScopeItem {
  readonly name?: string;
  readonly alias?: Alias;
  readonly relation: Relation;
  readonly entity?: TableEntity;
  readonly node: TableExpression;
}

/** What names mean within one SELECT (or MATCH_RECOGNIZE, or computed column): its items, then those around it. */
export interface Scope extends Span {
  readonly items: readonly ScopeItem[];
  /** Columns that USING or NATURAL made one; keys in lower case. */
  readonly merged: ReadonlyMap<string, Column>;
  /** Pattern variables, each an alias of the one item. */
  readonly variables: readonly string[];
  /** What became of the time attributes of the items on the way through joins. */
  readonly time: 'kept' | 'lost' | 'maybe';
  readonly outer?: Scope;
}

/** The part of a query an expression stands in. */
export type Clause =
  'select' | 'where' | 'groupBy' | 'having' | 'on' | 'orderBy' | 'computed' | 'table' | 'match' | 'values';

/**
 * A name that means nothing, or too much. `choices`: names of the same statement that might be meant; what else of the
 * script might be meant by a table or a function is not known here, so that a new name elsewhere changes no model.
 */
export interface NameFault extends Span {
  readonly kind:
    'unknownTable' | 'unknownColumn' | 'ambiguousColumn' | 'unknownFunction' | 'unknownQualifier';
  readonly name: string;
  readonly choices: readonly string[];
  /** Of an unknown column: the table or alias before its dot. */
  readonly qualifier?: string;
  /** Of an unknown column: an alias of the select list has this name. */
  readonly isAlias?: boolean;
}

export interface CallUse {
  readonly call: Call;
  readonly builtIn?: BuiltIn;
  readonly types: readonly SqlType[];
  readonly clause: Clause;
  readonly select?: Select;
}

export interface OperationUse {
  readonly operation: Operation;
  readonly types: readonly SqlType[];
}

export interface SelectUse {
  readonly select: Select;
  readonly scope: Scope;
  readonly output: Relation;
}

/** A join: what its left side brought together are the first items of the scope, the right side adds the next. */
export interface JoinUse {
  readonly join: Join;
  readonly scope: Scope;
  /** How many items the left side has. */
  readonly before: number;
  readonly right: ScopeItem;
  readonly where?: Expression;
}

export interface TableUse {
  readonly node: TableReference;
  readonly entity?: TableEntity;
  /** Whether it is joined as a dimension. */
  readonly dimension: boolean;
  /** Whether it is the first table of its FROM. */
  readonly first: boolean;
}

export interface SetUse {
  readonly node: SetOperation;
  readonly left: Relation;
  readonly right: Relation;
}

export interface ValuesUse {
  readonly node: Values;
  readonly output: Relation;
}

/** Everything found out about one statement. */
export interface StatementModel {
  readonly statement: Statement;
  readonly node: StatementNode;
  /** Faults of the grammar make it doubtful what is missing and what was only not read. */
  readonly broken: boolean;
  readonly references: readonly Reference[];
  readonly scopes: readonly Scope[];
  readonly types: ReadonlyMap<Expression, SqlType>;
  readonly times: ReadonlyMap<Expression, TimeAttribute>;
  readonly faults: readonly NameFault[];
  readonly calls: readonly CallUse[];
  readonly operations: readonly OperationUse[];
  readonly selects: readonly SelectUse[];
  readonly joins: readonly JoinUse[];
  readonly tables: readonly TableUse[];
  readonly sets: readonly SetUse[];
  readonly values: readonly ValuesUse[];
  /** What the statement's query gives, of a view, an INSERT, a query. */
  readonly output?: Relation;
  /** What it declares. */
  readonly declares?: TableEntity | FunctionEntity;
  readonly insert?: { readonly node: Insert; readonly target?: TableEntity };
}
