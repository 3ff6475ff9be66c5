import { quoteName } from '../../../analysis/checks/text.ts';
import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { Select, SelectItem } from '../../../syntax/tree/queries.ts';
import type { Proposal } from '../action.ts';
import { uniqueName } from '../layout.ts';
import { edit, innermostSelect } from '../site.ts';
import type { Site } from '../site.ts';

/** Gives the items of a select list names that have none. */
export function addAliases(site: Site): Proposal[] {
  const select = innermostSelect(site)?.select;
  if (select === undefined || !isInList(site, select)) return [];
  const unnamed = select.items.filter(isUnnamed);
  if (unnamed.length === 0) return [];
  const taken = new Set(select.items.flatMap(nameOf));
  const edits = unnamed.map(({ expression, end }) => {
    const name = uniqueName(suggestion(expression), taken);
    taken.add(name);
    return edit(site, { start: end, end }, ` AS ${quoteName(name)}`);
  });
  const title =
    unnamed.length === 1
      ? { en: 'Give the expression a name', zh: '为表达式添加别名' }
      : { en: `Give ${unnamed.length} expressions names`, zh: `为 ${unnamed.length} 个表达式添加别名` };
  return [{ title, kind: 'refactor.rewrite', edits }];
}

/** The cursor is in the list, and not in a query inside of it (which would be the innermost one). */
function isInList({ range }: Site, { start, items }: Select): boolean {
  return start <= range.start && range.end <= (items.at(-1)?.end ?? start);
}

function isUnnamed({ expression, alias }: SelectItem): boolean {
  return alias === undefined && expression.kind !== 'name' && expression.kind !== 'star';
}

function nameOf({ expression, alias }: SelectItem): string[] {
  if (alias !== undefined) return [alias.name];
  const last = expression.kind === 'name' ? expression.parts.at(-1)?.name : undefined;
  return last === undefined ? [] : [last];
}

/** `SUM(price)` is called `sum_price`, `COUNT(*)` `cnt`; what has no better name is `expr`. */
function suggestion(expression: Expression): string {
  if (expression.kind === 'cast') return suggestion(expression.operand);
  if (expression.kind === 'name') return expression.parts.at(-1)?.name ?? 'expr';
  if (expression.kind !== 'call') return 'expr';
  const word = expression.name.toLowerCase().replace(/\W/g, '');
  const [first] = expression.args;
  if (word === 'count' && first?.kind !== 'name') return 'cnt';
  const part = first?.kind === 'name' ? first.parts.at(-1)?.name : undefined;
  return part === undefined || !/^\w+$/.test(part) ? `${word}_value` : `${word}_${part}`;
}
