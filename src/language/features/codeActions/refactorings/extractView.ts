import { quoteName } from '../../../analysis/checks/text.ts';
import type { TextEdit } from '../../../analysis/checks/check.ts';
import { parseScript } from '../../../syntax/script.ts';
import type { Span } from '../../../syntax/tree/base.ts';
import type { DerivedTable, Query } from '../../../syntax/tree/queries.ts';
import { walk } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { Proposal } from '../action.ts';
import { lineEndOf, topOf, uniqueName } from '../layout.ts';
import { edit, encloses } from '../site.ts';
import type { Site } from '../site.ts';

/** Makes a view of a sub-query in FROM, or of the query of an INSERT. */
export function extractView(site: Site): Proposal[] {
  const derived = derivedTable(site);
  if (derived !== undefined) return ofSubQuery(site, derived);
  return ofInsert(site);
}

const isDerived = (node: AnyNode): node is DerivedTable => node.kind === 'derivedTable';

/** The sub-query whose first word the cursor is on, or that is selected. */
function derivedTable({ model, range, text }: Site): DerivedTable | undefined {
  let best: DerivedTable | undefined;
  walk(model.node, node => {
    if (!encloses(node, range)) return false;
    if (isDerived(node) && isChosen(node.query, node, range, text)) best = node;
    return true;
  });
  return best;
}

/** The cursor is at its head, up to SELECT; or at least the query is selected. */
function isChosen(query: Query, around: Span, range: Span, text: string): boolean {
  if (range.end > range.start)
    return encloses({ start: around.start, end: around.end }, range) && encloses(range, inner(query, text));
  return range.start <= inner(query, text).start + 6;
}

/** A query without the parentheses around it, which belong to its span or not. */
function inner({ start, end }: Span, text: string): Span {
  let [from, to] = [start, end];
  while (text[from] === '(' && text[to - 1] === ')') {
    from++;
    to--;
    while (/\s/.test(text[from] ?? '')) from++;
    while (/\s/.test(text[to - 1] ?? '')) to--;
  }
  return { start: from, end: to };
}

function ofSubQuery(site: Site, node: DerivedTable): Proposal[] {
  const { text } = site;
  if (node.lateral || readsWith(site, node.query)) return [];
  const open = text.indexOf('(', node.start);
  const close = closing(site, open);
  if (open < 0 || close === undefined) return [];
  const query = inner({ start: open, end: close }, text);
  const name = viewName(site, node.alias?.name ?? targetName(site) ?? 'extracted');
  const view = viewText(site, query, name);
  if (view === undefined) return [];
  return [proposal(name, [view, edit(site, { start: open, end: close }, quoteName(name))])];
}

/** The end of a parenthesis, its sign included. */
function closing({ model }: Site, open: number): number | undefined {
  const { types, starts, ends } = model.statement.tokens;
  let depth = 0;
  for (let i = starts.indexOf(open); i >= 0 && i < types.length; i++) {
    if (types[i] === '(') depth++;
    else if (types[i] === ')' && --depth === 0) return ends[i];
  }
  return undefined;
}

function ofInsert(site: Site): Proposal[] {
  const { model, text, analysis } = site;
  const { node } = model;
  if (node.kind !== 'insert' || node.query.body.kind === 'values' || node.query.body.kind === 'explicitTable')
    return [];
  const { query } = node;
  const isHead = site.range.end <= query.start + 6;
  const isSelected = site.range.end > site.range.start && encloses(site.range, inner(query, text));
  if (!isHead && !isSelected) return [];
  const columns = model.output?.columns ?? [];
  const names = columns.map(column => column.name.toLowerCase());
  // A view cannot have two columns of one name.
  if (new Set(names).size < names.length || isWholeTable(query)) return [];
  const isNamed = model.output?.open === false && names.every(item => !item.startsWith('expr$'));
  const list = isNamed ? columns.map(column => quoteName(column.name)).join(', ') : '*';
  const name = viewName(site, targetName(site) ?? 'extracted');
  const view = viewText(site, inner(query, text), name);
  if (view === undefined) return [];
  const lineEnd = lineEndOf(analysis.script);
  const reading = `SELECT ${list}${lineEnd}FROM ${quoteName(name)}`;
  return [proposal(name, [view, edit(site, query, reading)])];
}

/** `SELECT * FROM t`: a view of it would be another name, no more. */
function isWholeTable({ body }: Query): boolean {
  if (body.kind !== 'select' || body.from?.kind !== 'tableReference' || body.where !== undefined)
    return false;
  return !body.grouped && body.items.every(({ expression }) => expression.kind === 'star');
}

function proposal(name: string, edits: readonly TextEdit[]): Proposal {
  return {
    title: { en: `Extract into view '${name}'`, zh: `提取为视图“${name}”` },
    kind: 'refactor.extract',
    edits,
  };
}

function targetName({ model }: Site): string | undefined {
  const { node } = model;
  if (node.kind === 'insert') return node.target.parts.at(-1)?.name;
  return node.kind === 'createView' ? node.name.parts.at(-1)?.name : undefined;
}

function viewName({ analysis, model }: Site, base: string): string {
  const withs = model.references.flatMap(({ target }) => (target.kind === 'with' ? [target.name] : []));
  return uniqueName(`${base}_view`, [...analysis.names.tableNames(), ...withs]);
}

/** The CREATE VIEW before the statement; undefined when it would not be read as one statement of its own. */
function viewText(site: Site, query: Span, name: string): TextEdit | undefined {
  const { item, text, analysis } = site;
  const lineEnd = lineEndOf(analysis.script);
  const view = `CREATE VIEW ${quoteName(name)} AS${lineEnd}${text.slice(query.start, query.end)}`;
  const top = topOf(item);
  const isBehind = item.offset > 0 && !/[\r\n]/.test(text.slice(0, top));
  const start = isBehind ? lineEnd : '';
  const added = `${start}${view};${lineEnd}${lineEnd}`;
  // A quote in a comment above keeps the service from seeing the semicolon.
  const { statements } = parseScript(text.slice(0, top) + added + text.slice(top));
  if (statements.length !== 2 || (statements[0]?.statement.problems.length ?? 1) > 0) return undefined;
  return edit(site, { start: top, end: top }, added);
}

/** Whether it reads an item of a WITH that stands outside of it. */
function readsWith({ model }: Site, query: Query): boolean {
  return model.references.some(
    ({ target, start, end }) =>
      target.kind === 'with' && encloses(query, { start, end }) && !encloses(query, target.place),
  );
}
