import { quoteName } from '../../../analysis/checks/text.ts';
import { columnComment } from '../../../analysis/comments.ts';
import type { Column, ScopeItem } from '../../../analysis/model.ts';
import { typeText } from '../../../analysis/types.ts';
import type { Offer } from '../item.ts';

/** Columns of one table, in its order. */
export function columnOffers(columns: readonly Column[], owner: string | undefined, rank: number): Offer[] {
  return columns.map(column => {
    const comment = columnComment(column);
    return {
      label: column.name,
      kind: 'column',
      insert: quoteName(column.name),
      ...commented([typeText(column.type), owner], comment),
      rank,
    };
  });
}

/** So much of a comment fits beside a label; the documentation has all of it. */
const LONGEST_COMMENT = 32;

/** Facts beside the label, and what the script says of the thing itself. */
export function commented(
  facts: readonly (string | undefined)[],
  comment: string | undefined,
): Pick<Offer, 'detail' | 'about'> {
  const isLong = comment !== undefined && comment.length > LONGEST_COMMENT;
  const short = isLong ? `${comment.slice(0, LONGEST_COMMENT - 1)}…` : comment;
  const detail = [...facts, short].filter(part => part !== undefined && part !== '').join(' · ');
  return {
    ...(detail === '' ? {} : { detail }),
    ...(comment === undefined ? {} : { about: { kind: 'comment', text: comment } }),
  };
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
