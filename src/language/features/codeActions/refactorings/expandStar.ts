import { quoteName } from '../../../analysis/checks/text.ts';
import type { Scope } from '../../../analysis/model.ts';
import type { SelectItem } from '../../../syntax/tree/queries.ts';
import type { Proposal } from '../action.ts';
import { beginsLine, indentAt, lineEndOf } from '../layout.ts';
import { edit, innermostSelect } from '../site.ts';
import type { Site } from '../site.ts';

/** So many characters stay on one line. */
const SHORT = 60;

/** Writes the columns `*` or `t.*` stands for: with their table where there are several. */
export function expandStar(site: Site): Proposal[] {
  const use = innermostSelect(site);
  const { range } = site;
  const item = use?.select.items.find(one => one.start <= range.start && range.end <= one.end && isStar(one));
  if (use === undefined || item === undefined) return [];
  const names = columnsOf(item, use.scope);
  if (names === undefined || names.length === 0) return [];
  return [
    {
      title: { en: `Replace * by its ${names.length} columns`, zh: `将 * 展开为 ${names.length} 个列` },
      kind: 'refactor.rewrite',
      edits: [edit(site, item, laidOut(site, item.start, names))],
    },
  ];
}

const isStar = ({ expression }: SelectItem): boolean =>
  expression.kind === 'star' || (expression.kind === 'name' && expression.star);

function columnsOf({ expression }: SelectItem, scope: Scope): string[] | undefined {
  const qualifier = expression.kind === 'name' ? expression.parts[0]?.name.toLowerCase() : undefined;
  if (expression.kind === 'name' && expression.parts.length > 1) return undefined;
  const items = scope.items.filter(item => qualifier === undefined || item.name?.toLowerCase() === qualifier);
  if (items.length === 0 || items.some(({ relation }) => relation.open)) return undefined;
  const isSole = scope.items.length === 1;
  if (!isSole && items.some(({ name }) => name === undefined)) return undefined;
  const merged = qualifier === undefined ? [...scope.merged.values()].map(({ name }) => quoteName(name)) : [];
  const taken = qualifier === undefined ? new Set(scope.merged.keys()) : new Set<string>();
  const names = items.flatMap(({ name, relation }) =>
    relation.columns
      .filter(column => !taken.has(column.name.toLowerCase()))
      .map(column => (isSole ? '' : `${quoteName(name ?? '')}.`) + quoteName(column.name)),
  );
  return [...merged, ...names];
}

function laidOut({ text, analysis }: Site, start: number, names: readonly string[]): string {
  const line = names.join(', ');
  const lineEnd = lineEndOf(analysis.script);
  if (beginsLine(text, start)) return names.join(`,${lineEnd}${indentAt(text, start)}`);
  if (line.length <= SHORT) return line;
  const indent = `${indentAt(text, start)}  `;
  return `${lineEnd}${indent}${names.join(`,${lineEnd}${indent}`)}`;
}
