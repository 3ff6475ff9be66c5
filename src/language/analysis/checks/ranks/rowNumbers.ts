import type { Call, Expression, WindowSpec } from '../../../syntax/tree/expressions.ts';
import type { Query, Select, SelectItem } from '../../../syntax/tree/queries.ts';
import { walk } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { StatementModel } from '../../model.ts';

/** A row number a query gives, with the query around that limits it. */
export interface RowNumber {
  readonly call: Call;
  readonly window: WindowSpec;
  readonly item: SelectItem;
  /** The name the outer query knows it by. */
  readonly name: string;
  readonly outer: Select;
}

/** The row numbers of sub-queries of FROM: the pattern of TopN and de-duplication. */
export function rowNumbers({ selects }: StatementModel): RowNumber[] {
  return selects.flatMap(({ select: outer }) => {
    const inner = outer.from?.kind === 'derivedTable' ? innermost(outer.from.query) : undefined;
    for (const item of inner?.items ?? []) {
      const { expression, alias } = item;
      if (alias === undefined || !isRowNumber(expression) || expression.over?.kind !== 'windowSpec') continue;
      return [{ call: expression, window: expression.over, item, name: alias.name, outer }];
    }
    return [];
  });
}

/** The SELECT a query is, without the parentheses around it. */
export function innermost({ body }: Query): Select | undefined {
  if (body.kind === 'query') return innermost(body);
  return body.kind === 'select' ? body : undefined;
}

export function isRowNumber(expression: Expression): expression is Call {
  return expression.kind === 'call' && expression.name.toUpperCase() === 'ROW_NUMBER';
}

/** A condition of the WHERE clause that must hold, and bounds the number by a whole number. */
export interface Bound {
  readonly node: Expression;
  readonly operator: '<' | '<=' | '=';
  readonly limit: number;
}

const MIRRORED: Readonly<Record<string, Bound['operator'] | undefined>> = { '>': '<', '>=': '<=', '=': '=' };
const PLAIN: Readonly<Record<string, Bound['operator'] | undefined>> = { '<': '<', '<=': '<=', '=': '=' };

/** The bounds WHERE gives a row number among the conditions joined by AND. */
export function boundsOf({ outer, name }: RowNumber): Bound[] {
  return conjuncts(outer.where).flatMap(node => {
    if (node.kind !== 'operation') return [];
    const [left, right] = node.operands;
    if (left === undefined || right === undefined) return [];
    const [operator, value] = isNamed(left, name)
      ? [PLAIN[node.operator], right]
      : isNamed(right, name)
        ? [MIRRORED[node.operator], left]
        : [undefined, left];
    if (operator === undefined || value.kind !== 'literal' || value.type !== 'number') return [];
    return [{ node, operator, limit: Number(value.value) }];
  });
}

/** The conditions that must all hold. */
export function conjuncts(condition: Expression | undefined): Expression[] {
  const found: Expression[] = [];
  const open = condition === undefined ? [] : [condition];
  for (let node = open.pop(); node !== undefined; node = open.pop())
    if (node.kind === 'operation' && node.operator === 'AND')
      for (const below of node.operands) open.push(below);
    else found.push(node);
  return found;
}

/** Whether a node is the column of that name, with or without its table. */
export function isNamed(node: AnyNode, name: string): boolean {
  if (node.kind !== 'name') return false;
  const { parts } = node as Extract<Expression, { kind: 'name' }>;
  return parts.at(-1)?.name.toLowerCase() === name.toLowerCase();
}

/** Whether the column of that name stands anywhere in a node. */
export function mentions(root: AnyNode, name: string): boolean {
  let found = false;
  walk(root, node => {
    found ||= isNamed(node, name);
    return !found;
  });
  return found;
}
