import { clauseOf } from '../../hover/clauses.ts';
import type { Offer } from '../item.ts';

const words = (text: string): readonly string[] => text.split(',').map(word => word.trim());

const OPERATORS = 'AND, OR, NOT, IN, LIKE, BETWEEN, IS NULL, IS NOT NULL';

/** What may follow a complete item of a clause, the likeliest first. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  select: words(`FROM, AS, OVER, FILTER, ${OPERATORS}`),
  from: words(`WHERE, JOIN, LEFT JOIN, GROUP BY, AS, INNER JOIN, RIGHT JOIN, FULL JOIN, CROSS JOIN, UNION ALL,
    ORDER BY, HAVING, MATCH_RECOGNIZE, LIMIT`),
  join: words('ON, FOR SYSTEM_TIME AS OF PROCTIME(), AS, USING, WHERE, GROUP BY, JOIN, LEFT JOIN'),
  on: words(`AND, WHERE, GROUP BY, JOIN, LEFT JOIN, UNION ALL, ORDER BY, ${OPERATORS}`),
  using: words('WHERE, GROUP BY, JOIN, LEFT JOIN'),
  where: words(`AND, OR, GROUP BY, UNION ALL, ORDER BY, HAVING, LIMIT, ${OPERATORS}`),
  groupBy: words('HAVING, UNION ALL, ORDER BY, LIMIT'),
  having: words(`AND, OR, UNION ALL, ORDER BY, LIMIT, ${OPERATORS}`),
  orderBy: words('ASC, DESC, LIMIT, NULLS FIRST, NULLS LAST'),
  overOrderBy: words('ASC, DESC, ROWS BETWEEN, RANGE BETWEEN, NULLS FIRST, NULLS LAST'),
  partitionBy: words('ORDER BY, ROWS BETWEEN, RANGE BETWEEN'),
  measures: words('AS, ONE ROW PER MATCH, ALL ROWS PER MATCH, AFTER MATCH SKIP TO NEXT ROW'),
  define: words(`AS, ${OPERATORS}`),
  limit: words('UNION ALL'),
  CASE: words('WHEN'),
  WHEN: words(`THEN, ${OPERATORS}`),
  THEN: words(`WHEN, ELSE, END, ${OPERATORS}`),
  ELSE: words(`END, ${OPERATORS}`),
};

/** Words a value may begin with. */
const VALUES = words('CASE, NOT, NULL, TRUE, FALSE, INTERVAL, DATE, TIMESTAMP, EXISTS');

const offersOf = (list: readonly string[], rank: number): Offer[] =>
  list.map((label, i) => ({
    label,
    kind: 'keyword',
    insert: label,
    ...documented(label),
    rank: rank + i / 100,
  }));

/** Key words of this dialect have documentation. */
export function documented(words: string): Pick<Offer, 'about'> {
  const name = clauseOf(words);
  return name === undefined ? {} : { about: { kind: 'clause', name } };
}

/** Key words that follow a complete item of a clause, of a part of CASE, of a join. */
export const followers = (clause: string): Offer[] => offersOf(AFTER[clause] ?? words(OPERATORS), 10);

const CASE: Offer = {
  label: 'CASE WHEN … END',
  kind: 'keyword',
  insert: 'CASE WHEN ${1:condition} THEN ${2:value} ELSE ${3:value} END',
  snippet: true,
  rank: 28,
};

/** Key words a value may begin with. */
export const valueWords = (): Offer[] => [CASE, ...offersOf(VALUES, 60)];

/** Key words in the order given. */
export const keywords = (list: string, rank = 10): Offer[] => offersOf(words(list), rank);
