import type { DataType, Identifier, Name, Span } from './base.ts';
import type { Call, Expression, Literal } from './expressions.ts';
import type { Query } from './queries.ts';

export interface CreateTable extends Span {
  readonly kind: 'createTable';
  readonly name: Name;
  /** Physical and computed columns in the order of their declaration. */
  readonly columns: readonly ColumnDefinition[];
  /** Every WATERMARK; the last one counts. */
  readonly watermarks: readonly Watermark[];
  /** Every PRIMARY KEY; the last one counts. */
  readonly primaryKeys: readonly Key[];
  readonly uniqueKeys: readonly Key[];
  readonly indexes: readonly Key[];
  /** `PERIOD FOR SYSTEM_TIME`: a dimension table. */
  readonly period?: Span;
  readonly comment?: Literal;
  readonly partitionedBy: readonly Identifier[];
  /** Absent: there is no WITH. */
  readonly properties?: Properties;
}

export type ColumnDefinition = Column | ComputedColumn;

export interface Column extends Span {
  readonly kind: 'column';
  readonly name: Identifier;
  readonly type: DataType;
  readonly notNull: boolean;
  /** Read from the header of the connector's message. */
  readonly header: boolean;
  readonly comment?: Literal;
  /** Offset of the token before the column: where the service says the column begins. */
  readonly before: number;
}

export interface ComputedColumn extends Span {
  readonly kind: 'computedColumn';
  readonly name: Identifier;
  readonly expression: Expression;
  readonly before: number;
}

export interface Watermark extends Span {
  readonly kind: 'watermark';
  readonly name?: Identifier;
  readonly column: Identifier;
  readonly call: Call;
}

export interface Key extends Span {
  readonly kind: 'key';
  readonly columns: readonly Identifier[];
  readonly unique: boolean;
}

export interface Properties extends Span {
  readonly items: readonly Property[];
}

/** `key = 'value'` of a WITH clause. */
export interface Property extends Span {
  readonly kind: 'property';
  readonly key: Name;
  readonly value: Literal;
}

export interface CreateView extends Span {
  readonly kind: 'createView';
  readonly name: Name;
  readonly columns: readonly Identifier[];
  readonly replace: boolean;
  readonly query: Query;
}

export interface CreateFunction extends Span {
  readonly kind: 'createFunction';
  readonly name: Name;
  readonly className: Literal;
}

export interface Insert extends Span {
  readonly kind: 'insert';
  readonly upsert: boolean;
  readonly target: Name;
  readonly columns: readonly Name[];
  readonly query: Query;
  readonly emit: readonly EmitItem[];
}

export interface EmitItem extends Span {
  /** Absent: without delay. */
  readonly delay?: Literal;
  readonly unit?: string;
  readonly phase?: 'BEFORE' | 'AFTER';
}

export interface QueryStatement extends Span {
  readonly kind: 'queryStatement';
  readonly query: Query;
}

/** Statements a job has no use for: they parse, and are refused or ignored by the service. */
export interface OtherStatement extends Span {
  readonly kind: 'otherStatement';
  readonly type:
    | 'CREATE DATABASE'
    | 'DROP TABLE'
    | 'DROP VIEW'
    | 'DROP FUNCTION'
    | 'ANALYZE TABLE'
    | 'DESCRIBE'
    | 'EXPLAIN'
    | 'SET'
    | 'RESET'
    | 'ALTER'
    | 'DELETE'
    | 'UPDATE'
    | 'MERGE'
    | 'CALL';
  readonly name?: Name;
}

export type StatementNode =
  CreateTable | CreateView | CreateFunction | Insert | QueryStatement | OtherStatement;
