import { builtIn } from '../../../catalog/functions.ts';
import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { Column, StatementModel } from '../../model.ts';
import { columnReads } from '../columnReads.ts';

/** Whether the kind of type an expression has is beyond doubt: declared, written, or given by a well-known function. */
export function isSure(model: StatementModel, expression: Expression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'cast':
    case 'row':
    case 'collection':
      return true;
    case 'name':
      return isDeclared(columnReads(model).get(expression.end));
    case 'call':
      return builtIn(expression.name)?.confidence === 'high';
    case 'operation':
      return expression.operands.every(item => isSure(model, item));
    case 'case':
    case 'subquery':
    case 'star':
    case 'parameter':
    case 'word':
      return false;
  }
}

/** Whether a column is one of a CREATE TABLE, with its type, or hands one on unchanged. */
function isDeclared(column: Column | undefined): boolean {
  let root = column;
  while (root?.copied === true && root.sources.length === 1) root = root.sources[0];
  return root?.table !== undefined && root.sources.length === 0;
}
