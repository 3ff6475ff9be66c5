import type { Statement } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { Expression } from '../../syntax/tree/expressions.ts';
import type { Select } from '../../syntax/tree/queries.ts';
import type {
  CallUse,
  Clause,
  Column,
  FunctionEntity,
  JoinUse,
  NameFault,
  OperationUse,
  Place,
  Reference,
  Scope,
  SelectUse,
  SetUse,
  ValuesUse,
  TableEntity,
  TableUse,
  Target,
  TimeAttribute,
} from '../model.ts';
import type { SqlType } from '../types.ts';
import { ScopeIndex } from './scopeIndex.ts';

/** Where names of tables and functions are looked up. What was asked for is what the answer depends on. */
export interface Environment {
  readonly caseSensitive: boolean;
  table(name: string): TableEntity | undefined;
  function(name: string): FunctionEntity | undefined;
  /** Asked for every column a star or a union brings, before it does: whether there is room for it. See `roomFor`. */
  bring(columns: number): boolean;
}

/** How many faults of a statement come with names that may have been meant. */
const SUGGESTED = 25;

/** What is collected while the names of one statement are resolved. */
export class Resolution {
  readonly statement: Statement;
  readonly environment: Environment;
  readonly references: Reference[] = [];
  readonly scopes: Scope[] = [];
  readonly types = new Map<Expression, SqlType>();
  readonly times = new Map<Expression, TimeAttribute>();
  readonly faults: NameFault[] = [];
  readonly calls: CallUse[] = [];
  readonly operations: OperationUse[] = [];
  readonly selects: SelectUse[] = [];
  readonly joins: JoinUse[] = [];
  readonly tables: TableUse[] = [];
  readonly sets: SetUse[] = [];
  readonly values: ValuesUse[] = [];
  private readonly indexes = new Map<Scope, ScopeIndex>();

  constructor(statement: Statement, environment: Environment) {
    this.statement = statement;
    this.environment = environment;
  }

  place({ start, end }: Span): Place {
    return { statement: this.statement, start, end };
  }

  refer({ start, end }: Span, target: Target, use: Reference['use'] = 'read'): void {
    this.references.push({ start, end, target, use });
  }

  /**
   * Notes a fault. Behind the first ones nobody looks for what was meant: comparing all with all would take long.
   * @param choices what might be meant, asked for only as long as it is of use
   */
  fault(fault: Omit<NameFault, 'choices'>, choices: () => Iterable<string>): void {
    this.faults.push({ ...fault, choices: this.faults.length < SUGGESTED ? [...choices()] : [] });
  }

  /** The items of a scope, by name. */
  index(scope: Scope): ScopeIndex {
    let index = this.indexes.get(scope);
    if (index === undefined)
      this.indexes.set(scope, (index = new ScopeIndex(scope, this.environment.caseSensitive)));
    return index;
  }

  /** Names of tables and columns with one key are one name. */
  key(name: string): string {
    return this.environment.caseSensitive ? name : name.toLowerCase();
  }

  equal(a: string, b: string): boolean {
    return this.key(a) === this.key(b);
  }
}

/** Names of WITH in view; the innermost first. */
export interface WithNames {
  /** Of its name, as `Resolution.key` makes it. */
  readonly key: string;
  readonly entity: TableEntity;
  readonly outer: WithNames | undefined;
}

/** What an expression is resolved in. */
export interface Context {
  readonly scope: Scope;
  readonly withs: WithNames | undefined;
  readonly clause: Clause;
  /** Collects the columns the expression reads. */
  readonly sources: Set<Column>;
  readonly select?: Select;
  /** Aliases of the select list, where they may be read: keys in lower case. */
  readonly aliases?: ReadonlyMap<string, Column>;
}

/** A job parameter in the text: what it stands for is known only when the job is compiled. */
export const isPlaceholder = (name: string): boolean => name.includes('${');
