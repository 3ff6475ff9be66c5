import { quoteName } from '../../../analysis/checks/text.ts';
import type { Column, ScopeItem } from '../../../analysis/model.ts';
import { typeText } from '../../../analysis/types.ts';
import type { Offer } from '../item.ts';

/** Columns of one table, in its order. */
export function columnOffers(columns: readonly Column[], owner: string | undefined, rank: number): Offer[] {
  return columns.map(column => ({
    label: column.name,
    kind: 'column',
    insert: quoteName(column.name),
    detail: [typeText(column.type), owner].filter(part => part !== undefined).join(' · '),
    rank,
  }));
}

/** Columns of all tables in view. A name several tables have is offered with each alias instead. */
export function scopeColumns(items: readonly ScopeItem[], rank: number): Offer[] {
  const count = new Map<string, number>();
  for (const { relation } of items)
    for (const { name } of relation.columns)
      count.set(name.toLowerCase(), (count.get(name.toLowerCase()) ?? 0) + 1);
  return items.flatMap(({ name, relation }) =>
    columnOffers(relation.columns, name, rank).map(offer => {
      if (name === undefined || (count.get(offer.label.toLowerCase()) ?? 0) < 2) return offer;
      return {
        ...offer,
        label: `${name}.${offer.label}`,
        insert: `${quoteName(name)}.${offer.insert}`,
        filter: `${offer.label} ${name}.${offer.label}`,
      };
    }),
  );
}

/** The names of what FROM brings into view. */
export function aliasOffers(items: readonly ScopeItem[], rank: number): Offer[] {
  return items.flatMap(({ name, entity }): Offer[] =>
    name === undefined
      ? []
      : [
          {
            label: name,
            kind: 'alias',
            insert: quoteName(name),
            ...(entity === undefined || entity.name === name ? {} : { detail: entity.name }),
            rank,
          },
        ],
  );
}
