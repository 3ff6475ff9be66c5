import type { AnyNode } from '../../language/syntax/tree/walk.ts';
import { walk } from '../../language/syntax/tree/walk.ts';
import type { Call } from '../../language/syntax/tree/expressions.ts';
import type { GroupItem, Select } from '../../language/syntax/tree/queries.ts';

const GROUP_WINDOWS = new Set(['TUMBLE', 'HOP', 'SESSION']);

/** Aggregates of the dialect that a SELECT without GROUP BY can have. */
const AGGREGATES = new Set([
  'COUNT',
  'SUM',
  'AVG',
  'MIN',
  'MAX',
  'STDDEV_POP',
  'STDDEV_SAMP',
  'VAR_POP',
  'VAR_SAMP',
  'COLLECT',
  'CONCAT_AGG',
  'FIRST_VALUE',
  'LAST_VALUE',
  'APPROX_COUNT_DISTINCT',
]);

function isCall(node: AnyNode): node is Call {
  return node.kind === 'call';
}

/** Calls of a node's own SELECT: those of queries inside it belong to those. */
function callsIn(root: AnyNode): Call[] {
  const calls: Call[] = [];
  walk(root, node => {
    if (isCall(node)) calls.push(node);
    return node.kind !== 'query';
  });
  return calls;
}

export function isGroupWindow(item: GroupItem): boolean {
  return item.kind === 'call' && GROUP_WINDOWS.has(item.name.toUpperCase());
}

/** The call with an OVER clause, if a select list has one. */
export function overCall(select: Select): Call | undefined {
  return select.items.flatMap(item => callsIn(item)).find(call => call.over !== undefined);
}

/** Whether the rows of a SELECT are brought together: it groups, or it counts all that there is. */
export function isAggregate(select: Select): boolean {
  if (select.grouped || select.quantifier === 'DISTINCT') return true;
  const calls = select.items.flatMap(item => callsIn(item));
  return calls.some(call => call.over === undefined && AGGREGATES.has(call.name.toUpperCase()));
}
