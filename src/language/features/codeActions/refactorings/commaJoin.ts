import type { TextEdit } from '../../../analysis/checks/check.ts';
import type { ScopeItem, SelectUse } from '../../../analysis/model.ts';
import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { Join, TableExpression } from '../../../syntax/tree/queries.ts';
import type { Proposal } from '../action.ts';
import { edit, encloses, innermostSelect, textOf } from '../site.ts';
import type { Site } from '../site.ts';

/** `FROM a, b WHERE a.x = b.x AND c` becomes `FROM a JOIN b ON a.x = b.x WHERE c`. */
export function commaJoin(site: Site): Proposal[] {
  const use = innermostSelect(site);
  const from = use?.select.from;
  const where = use?.select.where;
  if (use === undefined || from === undefined || where === undefined) return [];
  if (!encloses({ start: from.start, end: where.end }, site.range)) return [];
  const joins = commaJoins(from);
  if (joins.length === 0 || use.scope.merged.size > 0) return [];
  const conditions = conjuncts(where).map(condition => ({
    condition,
    items: itemsRead(site, use, condition),
  }));
  const taken = new Set<Expression>();
  const edits: TextEdit[] = [];
  for (const join of joins) {
    const seen = new Set(use.scope.items.filter(({ node }) => node.end <= join.right.end));
    const on = conditions.filter(
      ({ condition, items }) =>
        !taken.has(condition) &&
        items !== undefined &&
        items.size > 1 &&
        [...items].some(({ node }) => node === join.right) &&
        [...items].every(item => seen.has(item)),
    );
    if (on.length === 0) return [];
    for (const { condition } of on) taken.add(condition);
    const change = joinEdits(
      site,
      join,
      on.map(({ condition }) => condition),
    );
    if (change === undefined) return [];
    for (const edit of change) edits.push(edit);
  }
  const rest = conditions.filter(({ condition }) => !taken.has(condition)).map(({ condition }) => condition);
  edits.push(whereEdit(site, where, rest));
  const title = { en: 'Write JOIN … ON instead of commas', zh: '将逗号连接改写为 JOIN … ON' };
  return [{ title, kind: 'refactor.rewrite', edits }];
}

/** The joins by comma of tables and sub-queries, leftmost first; none when another join stands among them. */
function commaJoins(from: TableExpression): Join[] {
  const found: Join[] = [];
  for (let node = from; node.kind === 'join'; node = node.left) {
    const { right } = node;
    const isPlain = (right.kind === 'tableReference' || right.kind === 'derivedTable') && !right.lateral;
    if (node.type !== 'COMMA' || !isPlain) return [];
    found.unshift(node);
  }
  return found;
}

function conjuncts(root: Expression): Expression[] {
  const found: Expression[] = [];
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.kind === 'operation' && node.operator === 'AND')
      for (const below of [...node.operands].reverse()) open.push(below);
    else found.push(node);
  }
  return found;
}

/** The items of FROM a condition reads; undefined when it may read others. */
function itemsRead({ model }: Site, { scope }: SelectUse, condition: Expression): Set<ScopeItem> | undefined {
  const found = new Set<ScopeItem>();
  if (model.faults.some(fault => encloses(condition, fault))) return undefined;
  for (const { target, start, end } of model.references) {
    if (target.kind !== 'column' || !encloses(condition, { start, end })) continue;
    const item = scope.items.find(one => one.relation.columns.includes(target));
    if (item === undefined) return undefined;
    found.add(item);
  }
  return found;
}

function joinEdits(site: Site, { left, right }: Join, on: readonly Expression[]): TextEdit[] | undefined {
  const between = textOf(site, { start: left.end, end: right.start });
  // A comment in between would have to go somewhere.
  if (!/^\s*,\s*$/.test(between)) return undefined;
  const blank = between.replace(',', '');
  const word = /[\r\n]/.test(blank) ? `${blank}JOIN ` : ' JOIN ';
  const condition = on.map(item => bracketed(site, item)).join(' AND ');
  return [
    edit(site, { start: left.end, end: right.start }, word),
    edit(site, { start: right.end, end: right.end }, ` ON ${condition}`),
  ];
}

/** OR binds looser than the AND it is put between. */
function bracketed(site: Site, expression: Expression): string {
  const { model, text } = site;
  const { starts, types } = model.statement.tokens;
  const first = starts.indexOf(expression.start);
  const isOpen = types[first - 1] === '(';
  const written = textOf(site, expression);
  const isLoose = expression.kind === 'operation' && expression.operator === 'OR';
  return isLoose && (isOpen || !text.startsWith('(', expression.start)) ? `(${written})` : written;
}

function whereEdit(site: Site, where: Expression, rest: readonly Expression[]): TextEdit {
  const { types, starts, ends } = site.model.statement.tokens;
  let at = types.findIndex((_, i) => (starts[i] ?? 0) >= where.start);
  while (at > 0 && types[at] !== 'WHERE') at--;
  const start = starts[at] ?? where.start;
  const end = endOfClause(site, where);
  if (rest.length > 0)
    return edit(
      site,
      { start: ends[at] ?? start, end },
      ` ${rest.map(item => bracketed(site, item)).join(' AND ')}`,
    );
  const before = ends[at - 1] ?? start;
  return edit(site, { start: before, end }, '');
}

/** Parentheses around the whole condition belong to no expression. */
function endOfClause({ model }: Site, where: Expression): number {
  const { types, starts, ends } = model.statement.tokens;
  let open = 0;
  let at = types.findIndex((_, i) => (starts[i] ?? 0) >= where.start);
  while (types[at - 1] === '(') {
    open++;
    at--;
  }
  let { end } = where;
  for (
    let i = types.findIndex((_, k) => (starts[k] ?? 0) >= where.end);
    open > 0 && types[i] === ')';
    i++, open--
  )
    end = ends[i] ?? end;
  return end;
}
