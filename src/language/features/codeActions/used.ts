import type { Scope, StatementModel } from '../../analysis/model.ts';
import { BIGINT, DOUBLE, familyOf, TIMESTAMP } from '../../analysis/types.ts';
import type { SqlType } from '../../analysis/types.ts';
import type { Name } from '../../syntax/tree/base.ts';
import type { Expression } from '../../syntax/tree/expressions.ts';
import type { TableReference } from '../../syntax/tree/queries.ts';
import { walk } from '../../syntax/tree/walk.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';
import { declarableType } from './declared.ts';
import type { NewColumn } from './declared.ts';
import { scopeAround } from './refactorings/columns.ts';

const WINDOWS = /^(?:TUMBLE|HOP|SESSION)(?:_\w+)?$/i;
const NUMERIC = /^(?:SUM|AVG|STDDEV\w*|VAR\w*)$/i;
const COMPARING: ReadonlySet<string> = new Set(['=', '<>', '<', '>', '<=', '>=', '+', '-', '*', '/']);

const isName = (node: AnyNode): node is Name => node.kind === 'name';
const isExpression = (node: AnyNode): node is Expression => node.kind === 'call' || node.kind === 'operation';

/** The columns a statement reads of a table nobody declared, in the order of their first use, with types as far as these show. */
export function usedColumns(model: StatementModel, table: TableReference): NewColumn[] {
  const types = guessedTypes(model);
  const skipped = new Set<AnyNode>(model.tables.map(({ node }) => node.name));
  const resolved = new Set(model.references.map(({ start }) => start));
  const found = new Map<string, NewColumn & { start: number }>();
  walk(model.node, node => {
    if (!isName(node) || skipped.has(node)) return true;
    const name = columnName(model, table, node, resolved);
    const key = name?.toLowerCase() ?? '';
    // The tree is not walked in the order of the text.
    if (name !== undefined && node.start < (found.get(key)?.start ?? Infinity))
      found.set(key, { name, type: types.get(key) ?? 'VARCHAR', start: node.start });
    return false;
  });
  return [...found.values()].sort((a, b) => a.start - b.start).map(({ name, type }) => ({ name, type }));
}

/** The column of the table a name means; undefined when it is another's, or something else. */
function columnName(
  model: StatementModel,
  table: TableReference,
  { parts, star, start, end }: Name,
  resolved: ReadonlySet<number>,
): string | undefined {
  const [first, second] = parts;
  if (star || first === undefined || first.name.includes('${')) return undefined;
  for (
    let scope: Scope | undefined = scopeAround(model, { start, end });
    scope !== undefined;
    scope = scope.outer
  ) {
    if (second !== undefined) {
      const owner = scope.items.find(({ name }) => name?.toLowerCase() === first.name.toLowerCase());
      if (owner !== undefined) return owner.node === table ? second.name : undefined;
      if (scope.variables.includes(first.name))
        return scope.items[0]?.node === table ? second.name : undefined;
    } else {
      if (resolved.has(start)) return undefined;
      const open = scope.items.filter(({ relation }) => relation.open);
      if (open.length > 0) return open.length === 1 && open[0]?.node === table ? first.name : undefined;
    }
  }
  return undefined;
}

/** Types by the names of columns, in lower case: of time in windows, of numbers where one is reckoned with, of what is compared. */
function guessedTypes(model: StatementModel): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const note = (node: Expression | undefined, type: SqlType): void => {
    const last = node?.kind === 'name' ? node.parts.at(-1)?.name.toLowerCase() : undefined;
    if (last !== undefined && !found.has(last)) found.set(last, declarableType(type));
  };
  walk(model.node, node => {
    if (!isExpression(node)) return true;
    if (node.kind === 'call') {
      if (WINDOWS.test(node.name)) note(node.args[0], TIMESTAMP);
      else if (NUMERIC.test(node.name)) note(node.args[0], DOUBLE);
    } else if (node.kind === 'operation' && COMPARING.has(node.operator)) {
      const [left, right] = node.operands;
      const [a, b] = [typeOf(model, left), typeOf(model, right)];
      if (b !== undefined) note(left, b);
      if (a !== undefined) note(right, a);
    }
    return true;
  });
  return found;
}

function typeOf({ types }: StatementModel, node: Expression | undefined): SqlType | undefined {
  if (node?.kind === 'literal' && node.type === 'number') return /[.eE]/.test(node.value) ? DOUBLE : BIGINT;
  const type = node === undefined ? undefined : types.get(node);
  return type === undefined || familyOf(type) === 'unknown' ? undefined : type;
}

/** The type a column must have to be used as it is at a place; `VARCHAR` when nothing shows it. */
export function guessedType(model: StatementModel, name: string): string {
  return guessedTypes(model).get(name.toLowerCase()) ?? 'VARCHAR';
}
