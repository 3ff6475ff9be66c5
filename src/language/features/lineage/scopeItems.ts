import type { Scope, ScopeItem } from '../../analysis/model.ts';
import { ScopeIndex } from '../../analysis/resolve/scopeIndex.ts';

/** What the FROMs of one statement bring: asked for by every name, so each is read once. */
export class ScopeItems {
  private readonly indexes = new Map<Scope, ScopeIndex>();
  private readonly opens = new Map<Scope, readonly ScopeItem[]>();

  /** What a name before a dot means: an item of the innermost scope that has it, or the table of a pattern variable. */
  item(name: string, from: Scope): ScopeItem | undefined {
    for (let scope: Scope | undefined = from; scope !== undefined; scope = scope.outer) {
      const index = this.index(scope);
      const found = index.item(name) ?? (index.hasVariable(name) ? scope.items[0] : undefined);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether something in a scope has a column of that name. */
  hasColumn(name: string, scope: Scope): boolean {
    return this.index(scope).column(name) !== undefined;
  }

  /** The items of a scope that have columns nobody knows of. */
  open(scope: Scope): readonly ScopeItem[] {
    let found = this.opens.get(scope);
    if (found === undefined) {
      found = scope.items.filter(({ relation }) => relation.open);
      this.opens.set(scope, found);
    }
    return found;
  }

  private index(scope: Scope): ScopeIndex {
    let found = this.indexes.get(scope);
    if (found === undefined) this.indexes.set(scope, (found = new ScopeIndex(scope, false)));
    return found;
  }
}
