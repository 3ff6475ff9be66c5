import { jobModel, propertiesOf, type JobModel } from '../../language/service/jobModel.ts';
import { parseScript } from '../../language/syntax/script.ts';
import { nameText, type Name } from '../../language/syntax/tree/base.ts';
import type {
  Join,
  Query,
  QueryBody,
  Select,
  TableExpression,
  TableReference,
} from '../../language/syntax/tree/queries.ts';
import type { CreateTable } from '../../language/syntax/tree/statements.ts';
import { GraphBuilder, type OperatorGraph } from './graph.ts';
import { isAggregate, isGroupWindow, overCall } from './selectShape.ts';
import { listed, operatorName, wordingOf, type Wording } from './wording.ts';

/** How records are dealt out where those with the same key have to meet. */
const HASH = 'HASH';

/** Where a query stands: how its statement is worded, and what the WITH clauses around it name. */
interface Scope {
  readonly say: Wording;
  readonly named: ReadonlyMap<string, number>;
}

/** The operators of a SQL job, from its sources over each query to its sinks; a view is worked out once. */
export function sqlGraph(code: string): OperatorGraph {
  return new SqlGraph(jobModel(parseScript(code))).build();
}

class SqlGraph {
  readonly #model: JobModel;
  readonly #graph = new GraphBuilder();
  /** Operators of tables and views that are there already, by name. */
  readonly #made = new Map<string, number>();

  constructor(model: JobModel) {
    this.#model = model;
  }

  build(): OperatorGraph {
    for (const { node, placed } of this.#model.inserts) {
      const rows = this.#query(node.query, { say: wordingOf(placed.statement.text), named: new Map() });
      const target = nameText(node.target);
      this.#add('Sink', `Sink: ${this.#connector(target)}-${target}`, [rows]);
    }
    return this.#graph;
  }

  #add(
    role: 'Source' | 'Operator' | 'Sink',
    name: string,
    inputs: readonly number[] = [],
    ship?: string,
  ): number {
    return this.#graph.add(role, operatorName(name), inputs, ship);
  }

  #query(query: Query, outer: Scope): number {
    const named = new Map(outer.named);
    const scope = { ...outer, named };
    for (const item of query.with) named.set(item.name.name, this.#query(item.query, scope));
    const rows = this.#body(query.body, scope);
    if (query.orderBy.length === 0 && !query.limit) return rows;
    const keys = query.orderBy.map(item => scope.say(item));
    return this.#add('Operator', `sort: ${listed(keys)}`, [rows], 'GLOBAL');
  }

  #body(body: QueryBody, scope: Scope): number {
    switch (body.kind) {
      case 'query':
        return this.#query(body, scope);
      case 'select':
        return this.#select(body, scope);
      case 'setOperation': {
        const inputs = [this.#body(body.left, scope), this.#body(body.right, scope)];
        const name = `${body.operator.toLowerCase()}${body.all ? ' all' : ''}`;
        return this.#add('Operator', name, inputs, body.all ? 'FORWARD' : HASH);
      }
      case 'values':
        return this.#add('Source', 'Source: Values');
      case 'explicitTable':
        return this.#named(body.name, scope);
    }
  }

  #select(select: Select, scope: Scope): number {
    const { say } = scope;
    const rows = select.from ? this.#table(select.from, scope) : this.#add('Source', 'Source: Values');
    const items = `select: ${listed(select.items.map(item => say(item)))}`;
    const where = select.where ? `where: (${say(select.where)}), ` : '';
    const over = overCall(select)?.over;
    if (isAggregate(select)) {
      const filtered = select.where ? this.#add('Operator', `where: (${say(select.where)})`, [rows]) : rows;
      return this.#add('Operator', `${grouping(select, say)}${items}`, [filtered], shipOf(select));
    }
    if (over?.kind === 'windowSpec') {
      const keys = over.partitionBy.map(key => say(key));
      const order = over.orderBy.map(item => say(item));
      const name = `${where}over: partitionBy: ${listed(keys)}, orderBy: ${listed(order)}, ${items}`;
      return this.#add('Operator', name, [rows], keys.length > 0 ? HASH : 'GLOBAL');
    }
    return this.#add('Operator', `Calc(${where}${items})`, [rows]);
  }

  #table(table: TableExpression, scope: Scope): number {
    if (table.kind === 'join') return this.#join(table, scope);
    const rows = this.#rows(table, scope);
    if (!table.match) return rows;
    const keys = table.match.partitionBy.map(key => scope.say(key));
    const pattern = table.match.patternVariables.map(({ name }) => name).join(' ');
    return this.#add('Operator', `Match(partitionBy: ${listed(keys)}, pattern: (${pattern}))`, [rows], HASH);
  }

  #rows(table: Exclude<TableExpression, Join>, scope: Scope): number {
    switch (table.kind) {
      case 'tableReference':
        return this.#named(table.name, scope);
      case 'derivedTable':
        return this.#query(table.query, scope);
      case 'tableFunction':
        return this.#add('Source', `Source: ${scope.say(table.call)}`);
      case 'unnest':
        return this.#add('Source', `Source: ${scope.say(table)}`);
    }
  }

  #join({ type, left, right, on, using }: Join, scope: Scope): number {
    const { say } = scope;
    const rows = this.#table(left, scope);
    if (right.kind === 'tableFunction' || right.kind === 'unnest') {
      const what = right.kind === 'unnest' ? say(right) : say(right.call);
      return this.#add('Operator', `correlate: table(${what})`, [rows]);
    }
    const condition = on ? say(on) : listed(using.map(({ name }) => name));
    if (right.kind === 'tableReference' && this.#isDimension(right)) {
      const name = nameText(right.name);
      return this.#add('Operator', `joinTable: ${this.#connector(name)}-${name}, on: (${condition})`, [rows]);
    }
    const kind = type === 'COMMA' ? 'CROSS' : type;
    const name = `${kind.charAt(0)}${kind.slice(1).toLowerCase()}Join(where: (${condition}))`;
    return this.#add('Operator', name, [rows, this.#table(right, scope)], HASH);
  }

  #isDimension({ name, systemTime }: TableReference): boolean {
    return systemTime !== undefined || this.#declared(nameText(name))?.period !== undefined;
  }

  /** The rows of a WITH clause, a view or a table. */
  #named(name: Name, scope: Scope): number {
    const text = nameText(name);
    const known = scope.named.get(text) ?? this.#made.get(text);
    if (known !== undefined) return known;
    const view = this.#model.views.find(({ node }) => nameText(node.name) === text);
    const made = view
      ? this.#query(view.node.query, { say: wordingOf(view.placed.statement.text), named: new Map() })
      : this.#add('Source', `Source: ${this.#connector(text)}-${text}`);
    this.#made.set(text, made);
    return made;
  }

  #declared(name: string): CreateTable | undefined {
    return this.#model.tables.find(({ node }) => nameText(node.name) === name)?.node;
  }

  #connector(name: string): string {
    const table = this.#declared(name);
    return (table && propertiesOf(table)['type']) ?? 'table';
  }
}

/** `window: (…), groupBy: (…), `, each where there is one. */
function grouping({ groupBy, items, quantifier, grouped }: Select, say: Wording): string {
  const windows = groupBy.filter(isGroupWindow).map(item => say(item));
  const keys = groupBy.filter(item => !isGroupWindow(item)).map(item => say(item));
  if (!grouped && quantifier === 'DISTINCT') keys.push(...items.map(item => say(item)));
  const window = windows.length > 0 ? `window: ${listed(windows)}, ` : '';
  return keys.length > 0 ? `${window}groupBy: ${listed(keys)}, ` : window;
}

function shipOf({ groupBy, quantifier }: Select): string {
  const hasKeys = quantifier === 'DISTINCT' || groupBy.some(item => !isGroupWindow(item));
  return hasKeys ? HASH : 'GLOBAL';
}
