import type { Expression, Operation } from '../../syntax/tree/expressions.ts';

/** The operands of every `a = b` that must hold for a condition to hold: those joined by AND. */
export function equalities(condition: Expression | undefined): Operation[] {
  const found: Operation[] = [];
  const open = condition === undefined ? [] : [condition];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind !== 'operation') continue;
    if (node.operator === 'AND') for (const below of node.operands) open.push(below);
    else if (node.operator === '=' || node.operator === 'IS NOT DISTINCT FROM') found.push(node);
  }
  return found;
}
