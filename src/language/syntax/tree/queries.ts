import type { Identifier, Name, Span } from './base.ts';
import type { Call, Expression, Literal, Word, WindowSpec } from './expressions.ts';

/** A query with all that may surround its body. */
export interface Query extends Span {
  readonly kind: 'query';
  readonly with: readonly WithItem[];
  readonly body: QueryBody;
  readonly orderBy: readonly OrderItem[];
  readonly limit?: Expression;
  readonly offset?: Expression;
  readonly fetch?: Expression;
}

export interface WithItem extends Span {
  readonly kind: 'withItem';
  readonly name: Identifier;
  readonly columns: readonly Identifier[];
  readonly query: Query;
}

/** A parenthesized query is a Query again. */
export type QueryBody = Select | SetOperation | Values | ExplicitTable | Query;

export interface SetOperation extends Span {
  readonly kind: 'setOperation';
  readonly operator: 'UNION' | 'INTERSECT' | 'EXCEPT';
  readonly all: boolean;
  readonly left: QueryBody;
  readonly right: QueryBody;
}

export interface Values extends Span {
  readonly kind: 'values';
  readonly rows: readonly Expression[];
}

/** `TABLE t` */
export interface ExplicitTable extends Span {
  readonly kind: 'explicitTable';
  readonly name: Name;
}

export interface Select extends Span {
  readonly kind: 'select';
  readonly stream: boolean;
  readonly quantifier?: 'ALL' | 'DISTINCT';
  readonly items: readonly SelectItem[];
  readonly from?: TableExpression;
  readonly where?: Expression;
  readonly groupBy: readonly GroupItem[];
  /** Whether there is a GROUP BY at all. */
  readonly grouped: boolean;
  readonly having?: Expression;
  readonly windows: readonly { readonly name: Identifier; readonly window: WindowSpec }[];
}

export interface SelectItem extends Span {
  readonly kind: 'selectItem';
  readonly expression: Expression;
  readonly alias?: Identifier;
}

export type GroupItem = Expression | GroupingSet;

export interface GroupingSet extends Span {
  readonly kind: 'groupingSet';
  readonly type: 'GROUPING SETS' | 'ROLLUP' | 'CUBE' | 'EMPTY';
  readonly items: readonly GroupItem[];
}

export interface OrderItem extends Span {
  readonly kind: 'orderItem';
  readonly expression: Expression;
  readonly descending: boolean;
  readonly nulls?: 'FIRST' | 'LAST';
}

export type TableExpression = TableReference | DerivedTable | TableFunction | Unnest | Join;

interface Aliased extends Span {
  readonly alias?: Identifier;
  readonly columnAliases: readonly Identifier[];
  readonly sampled: boolean;
  readonly match?: MatchRecognize;
}

export interface TableReference extends Aliased {
  readonly kind: 'tableReference';
  readonly name: Name;
  readonly lateral: boolean;
  /** `FOR SYSTEM_TIME AS OF …`: the table is joined as a dimension. */
  readonly systemTime?: Expression;
}

export interface DerivedTable extends Aliased {
  readonly kind: 'derivedTable';
  readonly query: Query;
  readonly lateral: boolean;
}

/** `LATERAL TABLE(f(x))` */
export interface TableFunction extends Aliased {
  readonly kind: 'tableFunction';
  readonly call: Call;
  readonly lateral: boolean;
}

export interface Unnest extends Aliased {
  readonly kind: 'unnest';
  readonly args: readonly Expression[];
  readonly ordinality: boolean;
}

export interface Join extends Span {
  readonly kind: 'join';
  readonly type: 'COMMA' | 'CROSS' | 'INNER' | 'LEFT' | 'RIGHT' | 'FULL';
  readonly natural: boolean;
  readonly left: TableExpression;
  readonly right: TableExpression;
  readonly on?: Expression;
  readonly using: readonly Identifier[];
}

export interface MatchRecognize extends Span {
  readonly kind: 'matchRecognize';
  readonly partitionBy: readonly Expression[];
  readonly orderBy: readonly OrderItem[];
  readonly measures: readonly SelectItem[];
  readonly rowsPerMatch?: 'ONE' | 'ALL';
  /** What AFTER MATCH SKIP says, words as written. */
  readonly skip?: Word;
  /** The names of PATTERN, in order of appearance. */
  readonly patternVariables: readonly Identifier[];
  readonly within?: Literal;
  readonly subsets: readonly { readonly name: Identifier; readonly members: readonly Expression[] }[];
  readonly define: readonly { readonly name: Identifier; readonly condition: Expression }[];
}
