import type { Column, Reference, Scope, ScopeItem, StatementModel } from '../../../analysis/model.ts';
import type { Span } from '../../../syntax/tree/base.ts';
import { encloses } from '../site.ts';

/** The innermost scope a place of the statement is in. */
export function scopeAround({ scopes }: StatementModel, place: Span): Scope | undefined {
  let best: Scope | undefined;
  for (const scope of scopes)
    if (encloses(scope, place) && (best === undefined || encloses(best, scope))) best = scope;
  return best;
}

/** The item of FROM a column comes from as it is read at a scope; undefined where its name would mean another. */
export function ownerOf(scope: Scope | undefined, column: Column): ScopeItem | undefined {
  const inner = new Set<string>();
  for (let around = scope; around !== undefined; around = around.outer) {
    const { items } = around;
    const owner = items.find(item => item.relation.columns.includes(column));
    if (owner !== undefined) {
      const name = owner.name?.toLowerCase() ?? '';
      const same = items.filter(item => item.name?.toLowerCase() === name);
      return same.length === 1 && !inner.has(name) && around.variables.length === 0 ? owner : undefined;
    }
    for (const { name } of items) if (name !== undefined) inner.add(name.toLowerCase());
  }
  return undefined;
}

/** Places where USING names a column: a table before it is not allowed there. */
export function usingPlaces({ joins }: StatementModel): ReadonlySet<number> {
  return new Set(joins.flatMap(({ join }) => join.using.map(({ start }) => start)));
}

/** Names of columns that are read without a table before them, in a span. */
export function bareColumns(model: StatementModel, span: Span): (Reference & { readonly target: Column })[] {
  const using = usingPlaces(model);
  const { text } = model.statement;
  const found = new Map<number, Reference & { readonly target: Column }>();
  for (const reference of model.references) {
    const { target, use, start } = reference;
    if (target.kind !== 'column' || use !== 'read' || !encloses(span, reference) || using.has(start))
      continue;
    if (/\.\s*$/.test(text.slice(Math.max(0, start - 20), start)) || text[start] === '*') continue;
    found.set(start, { ...reference, target });
  }
  return [...found.values()];
}
