import type { Cursor } from './cursor.ts';

/**
 * What may stand where an expression or a query is read; the names are those of Calcite's ExprContext. `query`: only a
 * query; `nonQuery`: no query at all; `subQuery`: a query in parentheses; `nonCursor`: a query or an expression.
 */
export type Context = 'query' | 'nonQuery' | 'subQuery' | 'nonCursor' | 'cursor' | 'all';

/** The context inside parentheses. */
export function inside(context: Context): Context {
  if (context === 'subQuery') return 'nonCursor';
  return context === 'cursor' ? 'all' : context;
}

/** Refuses an expression where only a query may stand; called after its first part was read. */
export function requireExpressionAllowed(p: Cursor, context: Context): void {
  if (context === 'query') p.refuseNonQuery();
}

/** Refuses a query where none may stand. */
export function requireQueryAllowed(p: Cursor, context: Context): void {
  if (context === 'nonQuery' || context === 'subQuery' || context === 'cursor')
    p.refuse('queryNotAllowed', 'Query expression encountered in illegal context', p.lastToken);
}
