import type { Expression, Operation, WindowSpec } from '../../syntax/tree/expressions.ts';
import type { OrderItem } from '../../syntax/tree/queries.ts';
import type { TimeAttribute } from '../model.ts';
import { BOOLEAN, commonType, declaredType, INTERVAL, ROW, UNKNOWN } from '../types.ts';
import type { SqlType } from '../types.ts';
import { callTime, resolveCall } from './calls.ts';
import { resolveName } from './names.ts';
import { literalType, operationType } from './operators.ts';
import { resolveQuery } from './queries.ts';
import type { Context, Resolution } from './resolution.ts';

/** Resolves the names of an expression and finds its type. */
export function resolveExpression(r: Resolution, expression: Expression, context: Context): SqlType {
  const type = typeOf(r, expression, context);
  if (expression.kind !== 'literal') r.types.set(expression, type);
  return type;
}

function typeOf(r: Resolution, e: Expression, context: Context): SqlType {
  switch (e.kind) {
    case 'name': {
      const value = resolveName(r, e, context);
      if (value.time !== undefined) r.times.set(e, value.time);
      return value.type;
    }
    case 'literal':
      return literalType(e);
    case 'operation':
      return operation(r, e, context);
    case 'call': {
      const types = e.args.map(item => resolveExpression(r, item, context));
      if (e.filter !== undefined) resolveExpression(r, e.filter, context);
      if (e.over?.kind === 'windowSpec') resolveWindow(r, e.over, context);
      const time: TimeAttribute | undefined = callTime(e);
      if (time !== undefined) r.times.set(e, time);
      return resolveCall(r, e, types, context);
    }
    case 'case': {
      if (e.operand !== undefined) resolveExpression(r, e.operand, context);
      const results: Expression[] = [];
      for (const branch of e.branches) {
        for (const when of branch.when) resolveExpression(r, when, context);
        results.push(branch.then);
      }
      if (e.otherwise !== undefined) results.push(e.otherwise);
      return results.map(item => resolveExpression(r, item, context)).reduce(commonType);
    }
    case 'cast':
      resolveExpression(r, e.operand, context);
      return e.type.kind === 'word' ? INTERVAL : declaredType(e.type);
    case 'row':
      for (const item of e.items) resolveExpression(r, item, context);
      return ROW;
    case 'collection': {
      const types = e.items.map(item => resolveExpression(r, item, context));
      const elements = e.type === 'MAP' ? types.filter((_, i) => i % 2 === 1) : types;
      const element = elements.length === 0 ? UNKNOWN : elements.reduce(commonType);
      return { name: e.type, element };
    }
    case 'subquery': {
      const { columns } = resolveQuery(r, e.query, { withs: context.withs, outer: context.scope });
      for (const column of columns) context.sources.add(column);
      return columns.length === 1 ? (columns[0]?.type ?? UNKNOWN) : ROW;
    }
    case 'star':
    case 'parameter':
    case 'word':
      return UNKNOWN;
  }
}

/** Chains such as `a AND b AND …` lean to the left and may be long: they are walked, not recursed into. */
function operation(r: Resolution, root: Operation, context: Context): SqlType {
  const spine: Operation[] = [];
  let first: Expression = root;
  while (first.kind === 'operation' && first.operands[0] !== undefined) {
    spine.push(first);
    first = first.operands[0];
  }
  const named = spine.at(-1)?.operator === '=>';
  let type = named ? UNKNOWN : resolveExpression(r, first, context);
  for (const node of spine.reverse()) {
    const rest = node.operator === '.' ? [] : node.operands.slice(1);
    const types = [type, ...rest.map(item => operand(r, node, item, context))];
    r.operations.push({ operation: node, types });
    type = operationType(node.operator, types);
    if (node !== root) r.types.set(node, type);
  }
  return type;
}

/** The list behind IN is no row: its items are resolved one by one. */
function operand(r: Resolution, { operator }: Operation, item: Expression, context: Context): SqlType {
  if (item.kind !== 'row' || !/IN$/.test(operator)) return resolveExpression(r, item, context);
  const types = item.items.map(value => resolveExpression(r, value, context));
  return types.length === 0 ? UNKNOWN : types.reduce(commonType);
}

/** Resolves what stands in an OVER or a WINDOW clause. */
export function resolveWindow(r: Resolution, window: WindowSpec, context: Context): void {
  for (const item of window.partitionBy) resolveExpression(r, item, context);
  resolveOrder(r, window.orderBy, context);
  for (const bound of [window.frame?.lower, window.frame?.upper])
    if (bound?.offset !== undefined) resolveExpression(r, bound.offset, context);
}

export function resolveOrder(r: Resolution, items: readonly OrderItem[], context: Context): void {
  for (const item of items) resolveExpression(r, item.expression, context);
}

/** Resolves a condition; its type is not asked for. */
export function resolveCondition(
  r: Resolution,
  condition: Expression | undefined,
  context: Context,
): SqlType {
  return condition === undefined ? BOOLEAN : resolveExpression(r, condition, context);
}
