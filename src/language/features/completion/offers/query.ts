import { quoteName } from '../../../analysis/checks/text.ts';
import { builtIn } from '../../../catalog/functions.ts';
import { endsValue } from '../context/frames.ts';
import type { Frame } from '../context/frames.ts';
import { openCase } from '../context/openCase.ts';
import { columnsOf, scopeOf } from '../context/scope.ts';
import type { CursorScope } from '../context/scope.ts';
import type { Site } from '../context/site.ts';
import type { Offer } from '../item.ts';
import { aliasOffers, columnOffers, scopeColumns } from './columns.ts';
import { emitOffers, emitStart } from './emit.ts';
import { sinkColumnAt } from './insert.ts';
import { functionOffers } from './functions.ts';
import { groupByOffers, selectAggregates, selectAliases } from './groupBy.ts';
import { joinConditions } from './joins.ts';
import { documented, followers, keywords, valueWords } from './keywords.ts';
import { columnsOfAll, readableTables, unlikeness } from './tables.ts';
import { intervalOffers, timeColumns, UNITS, windowOffers } from './times.ts';
import { typeOffers } from './tableItems.ts';

/** Functions whose first argument is a unit of time. */
const WITH_UNIT = new Set(['EXTRACT', 'TIMESTAMPADD', 'TIMESTAMPDIFF']);

/** Offers within a query: in a clause of it, or in parentheses below. */
export function queryOffers(site: Site): Offer[] {
  const { top, qualifier, before } = site;
  const scope = scopeOf(site);
  if (qualifier !== undefined && (scope.items.length > 0 || site.query === undefined))
    return columnOffers(columnsOf(site, scope.items, qualifier), undefined, 5);
  // Its FROM is still to come: then the qualifier is an alias nobody knows yet.
  if (qualifier !== undefined) return columnsOfAll(site, (_, table) => 5 + unlikeness(table.name, qualifier));
  const interval = intervalOffers(site);
  if (interval !== undefined) return interval;
  const part = openCase(site);
  if (part !== undefined && endsValue(before)) return followers(part);
  switch (top.kind) {
    case 'call':
      return callOffers(site, scope);
    case 'over':
      if (top.clause === '') return keywords('PARTITION BY, ORDER BY');
      if (before === 'PARTITION' || before === 'ORDER') return keywords('BY', 1);
      if (endsValue(before)) return followers(top.clause === 'orderBy' ? 'overOrderBy' : top.clause);
      if (top.clause !== 'orderBy') return expressionOffers(site, scope, top.clause);
      return [...timeColumns(scope.items, 9), ...expressionOffers(site, scope, top.clause)];
    case 'match':
      return matchOffers(site, scope);
    case 'group':
      return top.clause === '' ? groupOffers(site, scope) : clauseOffers(site, scope, top);
    case 'root':
      return clauseOffers(site, scope, top);
    case 'columns':
    case 'properties':
    case 'insertColumns':
    case 'keyColumns':
    case 'names':
    case 'length':
    case 'pattern':
      return [];
  }
}

function callOffers(site: Site, scope: CursorScope): Offer[] {
  const { top, before } = site;
  const name = top.name.toUpperCase();
  if (name === 'CAST' && before === 'AS') return typeOffers(site.language, true);
  if ((name === 'CEIL' || name === 'FLOOR') && before === 'TO') return keywords(UNITS, 1);
  if (WITH_UNIT.has(name) && top.argument === 0 && before === '(') return keywords(UNITS, 1);
  if (endsValue(before)) return afterValueInCall(name);
  if (builtIn(name)?.kind === 'window') return windowOffers(site, scope.items);
  const isAggregate = (builtIn(name)?.kind ?? 'aggregate') === 'aggregate';
  const distinct = before === '(' && isAggregate ? keywords('DISTINCT', 25) : [];
  return [
    ...expressionOffers(site, scope, isInAggregate(site) ? 'aggregate' : queryClause(site)),
    ...distinct,
  ];
}

/** Aggregates nest only below OVER. */
function isInAggregate({ frames, query }: Site): boolean {
  const inner = query === undefined ? frames : frames.slice(frames.indexOf(query) + 1);
  return inner.some(item => item.kind === 'call' && builtIn(item.name)?.kind === 'aggregate');
}

function afterValueInCall(name: string): Offer[] {
  if (name === 'CAST') return keywords('AS', 1);
  return name === 'EXTRACT' ? keywords('FROM', 1) : followers('');
}

const queryClause = ({ query }: Site): string => query?.clause ?? '';

/** In parentheses that may hold a query or a value. */
function groupOffers(site: Site, scope: CursorScope): Offer[] {
  const { before, frames } = site;
  const parent = frames.at(-2);
  const select = before === '(' ? keywords('SELECT', 2) : [];
  if (parent?.clause === 'from') return isTableFunction(site) ? functionOffers(site, 'table') : select;
  if (parent?.clause === 'with' || (parent?.kind === 'root' && parent.select < 0)) return select;
  if (endsValue(before)) return followers('');
  return [
    ...expressionOffers(site, scope, queryClause(site)),
    ...select.map(item => ({ ...item, rank: 50 })),
  ];
}

function isTableFunction({ top, cursor }: Site): boolean {
  return cursor.tokens.types[top.open - 1] === 'TABLE';
}

function matchOffers(site: Site, scope: CursorScope): Offer[] {
  const { top, before } = site;
  if (top.clause === '') return keywords('PARTITION BY, ORDER BY, MEASURES, PATTERN, DEFINE');
  if (endsValue(before) || before === ')')
    return [...followers(top.clause), ...keywords('ORDER BY, MEASURES, PATTERN, WITHIN, DEFINE', 30)];
  return [...expressionOffers(site, scope, top.clause), ...functionOffers(site, 'match')];
}

function clauseOffers(site: Site, scope: CursorScope, frame: Frame): Offer[] {
  const { before } = site;
  const { clause } = frame;
  const emit = emitOffers(site);
  if (emit !== undefined) return emit;
  if (clause === 'with')
    return before === 'AS' || before === 'WITH' || before === ',' ? [] : keywords('AS, SELECT');
  if (clause === 'from') return fromOffers(site, scope);
  if (clause === 'setOperation') return keywords(before === 'ALL' ? 'SELECT' : 'ALL, SELECT', 1);
  if (before === 'GROUP' || before === 'ORDER') return keywords('BY', 1);
  if (clause === 'limit') return before === 'LIMIT' ? [] : followers(clause);
  if (clause === 'using') return before === ')' ? followers(clause) : [];
  if (clause === 'window' || clause === 'other') return [];
  if (endsValue(before) || (before === '*' && isSelectStar(site)))
    return [
      ...followers(clause).filter(({ label }) => before === ')' || !BEHIND_CALLS.has(label)),
      ...(clause === 'groupBy' || clause === 'having' ? emitStart(site) : []),
    ];
  if (before === 'AS') return clause === 'select' ? sinkNames(site) : [];
  if (before === 'IS') return keywords('NULL, NOT NULL, TRUE, FALSE', 1);
  if (before === 'NOT' && typeBefore(site, 2) === 'IS') return keywords('NULL, TRUE, FALSE', 1);
  const offers = expressionOffers(site, scope, clause);
  if (clause === 'on') return [...joinConditions(scope.items), ...offers];
  if (clause === 'groupBy') return [...groupByOffers(site), ...offers];
  if (clause === 'orderBy') return [...selectAliases(site), ...offers];
  if (clause === 'having') return [...selectAggregates(site), ...offers];
  if (clause === 'select') for (const offer of selectOffers(site, scope)) offers.push(offer);
  const star = before === 'SELECT' ? [...keywords('*', 24), ...keywords('DISTINCT', 26)] : [];
  return [...offers, ...star];
}

/** The name an item of an INSERT's select list has in the sink: the likeliest alias. */
function sinkNames(site: Site): Offer[] {
  const name = sinkColumnAt(site);
  return name === undefined ? [] : [{ label: name, kind: 'column', insert: quoteName(name), rank: 1 }];
}

/** Words that go on with a call only. */
const BEHIND_CALLS = new Set(['OVER', 'FILTER']);

/** Of an INSERT the column that goes by the sink's name. */
function selectOffers(site: Site, { items }: CursorScope): Offer[] {
  const wanted = sinkColumnAt(site)?.toLowerCase();
  if (wanted === undefined) return [];
  return scopeColumns(items, 9).filter(({ label }) => label.toLowerCase().split('.').at(-1) === wanted);
}

const typeBefore = ({ cursor }: Site, distance: number): string =>
  cursor.tokens.types[cursor.index - distance] ?? '';

function isSelectStar(site: Site): boolean {
  const type = typeBefore(site, 2);
  return type === 'SELECT' || type === ',' || type === '.' || type === 'DISTINCT';
}

function fromOffers(site: Site, scope: CursorScope): Offer[] {
  const { before, cursor, top } = site;
  if (before === 'FROM' || before === 'JOIN' || before === ',') {
    const functions: Offer[] = [
      { label: 'LATERAL TABLE', kind: 'keyword', insert: 'LATERAL TABLE(${1:function}(${2:column})) AS ${3:t} (${4:name})', snippet: true, ...documented('LATERAL'), rank: 20 },
      { label: 'UNNEST', kind: 'keyword', insert: 'UNNEST(${1:array}) AS ${2:t} (${3:element})', snippet: true, rank: 21 },
      { label: '(SELECT …)', kind: 'keyword', insert: '(\n  SELECT ${2:*}\n  FROM ${3:source}\n) AS ${1:t}', filter: '( SELECT', snippet: true, rank: 22 },
    ]; // prettier-ignore
    return [...readableTables(site, scope), ...functions];
  }
  if (before === 'AS') return typeBefore(site, 2) === 'SYSTEM_TIME' ? keywords('OF PROCTIME()', 1) : [];
  if (before === 'FOR') return keywords('SYSTEM_TIME AS OF PROCTIME()', 1);
  if (before === 'LATERAL') return keywords('TABLE', 1);
  if (before === 'SYSTEM_TIME') return keywords('AS OF PROCTIME()', 1);
  if (before === 'OF') return keywords('PROCTIME()', 1);
  if (/^(?:LEFT|RIGHT|FULL|INNER|CROSS|OUTER|NATURAL)$/.test(before)) return keywords('JOIN, OUTER JOIN', 1);
  return followers(cursor.tokens.types[top.item - 1] === 'JOIN' ? 'join' : 'from');
}

/** What a value may be made of: columns, aliases to choose columns by, functions, words. */
function expressionOffers(site: Site, scope: CursorScope, clause: string): Offer[] {
  const when = site.before === 'CASE' ? keywords('WHEN', 1) : [];
  return [
    ...when,
    ...(scope.items.length === 0 && site.query !== undefined
      ? likelyColumns(site)
      : scopeColumns(scope.items, 10)),
    ...aliasOffers(scope.items, 20),
    ...functionOffers(site, clause),
    ...valueWords(),
  ];
}

/** Before there is a FROM: the columns of every table; of an INSERT, that of the sink's name first. */
function likelyColumns(site: Site): Offer[] {
  const wanted = sinkColumnAt(site)?.toLowerCase();
  return columnsOfAll(site, ({ name }) => (name.toLowerCase() === wanted ? 9 : 12));
}
