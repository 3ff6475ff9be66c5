import { recording } from '../../../analysis/environment.ts';
import type { Column, ScopeItem, TableEntity } from '../../../analysis/model.ts';
import { resolveStatement } from '../../../analysis/resolve/statements.ts';
import { parseStatement } from '../../../syntax/script.ts';
import { DUMMY } from './cursorText.ts';
import type { Frame } from './frames.ts';
import type { Site } from './site.ts';

/** What the query around the cursor reads. */
export interface CursorScope {
  readonly items: readonly ScopeItem[];
  /** Tables of WITH in view. */
  readonly withs: readonly TableEntity[];
}

const NOTHING: CursorScope = { items: [], withs: [] };

const FROM_ENDS = new Set([
  'WHERE', 'GROUP', 'HAVING', 'ORDER', 'LIMIT', 'WINDOW', 'UNION', 'INTERSECT', 'EXCEPT', 'EMIT', ';', 'end',
]); // prettier-ignore

/** Functions with FROM among their arguments. */
const WITH_FROM = new Set(['EXTRACT', 'TRIM', 'SUBSTRING', 'OVERLAY']);

/**
 * Tables and columns in view at the cursor. Only the FROM clause is parsed, on its own: whatever else of the statement
 * is broken, which it mostly is while it is being typed, does no harm.
 */
export function scopeOf(site: Site): CursorScope {
  const { text, tokens } = site.cursor;
  const slice = (from: number, to: number): string =>
    text.slice(tokens.starts[from] ?? text.length, tokens.starts[to] ?? text.length);
  const withs = withText(site, slice);
  const from = fromOf(site);
  if (from < 0) return withs === '' ? NOTHING : resolved(site, withs, '(VALUES (1))', true);
  const end = fromEnd(site, from);
  const whole = resolved(site, withs, slice(from + 1, end));
  if (whole.complete) return whole;
  const cut = brokenFrom(site, from, end);
  const condition = tokens.types[cut] === 'ON' ? ' ON TRUE' : '';
  const shorter = resolved(site, withs, slice(from + 1, cut) + condition);
  return shorter.items.length > whole.items.length ? shorter : whole;
}

/** The items of every WITH around the cursor that are complete, as one WITH. */
function withText({ frames, cursor }: Site, slice: (from: number, to: number) => string): string {
  const items = frames
    .filter(item => item.withEnd >= 0 && item.withEnd < cursor.index)
    .map(item => slice(item.withStart + 1, item.withEnd + 1));
  return items.length === 0 ? '' : `WITH ${items.join(', ')} `;
}

type Resolved = CursorScope & { readonly complete: boolean };

function resolved({ analysis }: Site, withs: string, from: string, nothing = false): Resolved {
  const statement = parseStatement(`${withs}SELECT * FROM ${from}`);
  if (statement.node === undefined) return { ...NOTHING, complete: false };
  const { environment } = recording(analysis.names, analysis.room);
  const model = resolveStatement(statement, statement.node, environment);
  const items = model.selects.at(-1)?.scope.items ?? [];
  const entities = model.references.flatMap(({ target }) => (target.kind === 'with' ? [target] : []));
  return {
    items: nothing ? [] : items.filter(item => item.name !== DUMMY),
    withs: [...new Set(entities)],
    complete: statement.problems.length === 0,
  };
}

/** The FROM of the query around the cursor, before it or behind; -1 when there is none. */
function fromOf(site: Site): number {
  const { query } = site;
  if (query === undefined || query.from >= 0) return query?.from ?? -1;
  const found = fromBehind(site, query, name => WITH_FROM.has(name.toUpperCase()));
  // A call that is not closed yet swallows the FROM of its query.
  return found < 0 ? fromBehind(site, query, () => false) : found;
}

function fromBehind({ frames, cursor }: Site, query: Frame, takesFrom: (name: string) => boolean): number {
  const { types } = cursor.tokens;
  const inner = frames.slice(frames.indexOf(query) + 1);
  const open = inner.map(item => takesFrom(item.name));
  const selects: boolean[] = [];
  for (let i = cursor.index; i < types.length; i++) {
    const type = types[i] ?? '';
    if (type === '(') selects.push(false);
    else if (type === ')') {
      if (selects.length > 0) selects.pop();
      else if (open.pop() === undefined) return -1;
    } else if (type === 'SELECT' && selects.length > 0) selects[selects.length - 1] = true;
    else if (type === 'FROM' && selects.length === 0 && open.at(-1) !== true) return i;
    else if (selects.length === 0 && open.length === 0 && FROM_ENDS.has(type)) return -1;
  }
  return -1;
}

function fromEnd({ cursor, frames }: Site, from: number): number {
  const { types } = cursor.tokens;
  const match = frames.find(item => item.kind === 'match');
  if (match !== undefined && match.open > from) return match.open - 1;
  let depth = 0;
  for (let i = from + 1; i < types.length; i++) {
    const type = types[i] ?? '';
    if (type === '(') depth++;
    else if (type === ')') {
      if (depth === 0) return i;
      depth--;
    } else if (depth === 0 && FROM_ENDS.has(type)) return i;
  }
  return types.length - 1;
}

/** Words a join begins with. */
const JOIN_WORDS = new Set(['JOIN', 'LEFT', 'RIGHT', 'FULL', 'INNER', 'OUTER', 'CROSS', 'NATURAL']);

/**
 * Where FROM can be cut off to be read: before the ON, the comma or the join nearest to the cursor, or to its end when
 * the cursor is elsewhere.
 */
function brokenFrom({ cursor }: Site, from: number, end: number): number {
  const { types } = cursor.tokens;
  const last = cursor.index > from && cursor.index < end ? cursor.index : end;
  let depth = 0;
  for (let i = last - 1; i > from; i--) {
    const type = types[i] ?? '';
    if (type === ')') depth++;
    else if (type === '(' && depth > 0) depth--;
    else if (depth === 0 && (type === 'ON' || type === ',')) return i;
    else if (depth === 0 && JOIN_WORDS.has(type)) {
      while (i - 1 > from && JOIN_WORDS.has(types[i - 1] ?? '')) i--;
      return i;
    }
  }
  return last;
}

/** The columns of what FROM names so, or of the table of that name. */
export function columnsOf(site: Site, items: readonly ScopeItem[], name: string): readonly Column[] {
  const same = name.toLowerCase();
  const item = items.find(one => one.name?.toLowerCase() === same);
  if (item !== undefined) return item.relation.columns;
  if (site.frames.some(frame => frame.kind === 'match')) return items[0]?.relation.columns ?? [];
  return [];
}
