import type { ClauseName } from './clauses.ts';

/** Something of the catalog, by name: enough to look its documentation up later. Or what the script says itself. */
export type About =
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'connector'; readonly type: string }
  | { readonly kind: 'property'; readonly name: string; readonly type?: string }
  | { readonly kind: 'dataType'; readonly name: string }
  | { readonly kind: 'clause'; readonly name: ClauseName }
  | { readonly kind: 'comment'; readonly text: string };
