import type { OrderItem } from '../tree/queries.ts';
import type { Cursor } from './cursor.ts';
import { expression } from './expressions.ts';
import { commaList } from './names.ts';

/** `ORDER BY …`, if it is there. */
export function orderBy(p: Cursor): OrderItem[] {
  if (!p.at('ORDER')) return [];
  p.choose();
  p.expect('BY');
  return commaList(p, orderItem);
}

function orderItem(p: Cursor): OrderItem {
  const value = expression(p, 'subQuery');
  const descending = p.at('DESC');
  if (descending || p.at('ASC')) p.take();
  let nulls: 'FIRST' | 'LAST' | undefined;
  if (p.at('NULLS')) {
    p.choose();
    nulls = p.at('FIRST') ? 'FIRST' : 'LAST';
    p.expect(nulls);
  }
  const { start } = value;
  const base = { kind: 'orderItem', expression: value, descending, start, end: p.lastEnd } as const;
  return nulls === undefined ? base : { ...base, nulls };
}
