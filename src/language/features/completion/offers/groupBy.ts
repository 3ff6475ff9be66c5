import { hasAggregate } from '../../../analysis/resolve/select.ts';
import { quoteName } from '../../../analysis/checks/text.ts';
import { builtIn } from '../../../catalog/functions.ts';
import { tokenText } from '../../../syntax/lexer/tokens.ts';
import { parseStatement } from '../../../syntax/script.ts';
import type { Identifier } from '../../../syntax/tree/base.ts';
import type { Expression } from '../../../syntax/tree/expressions.ts';
import { walk } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { Site } from '../context/site.ts';
import type { Offer } from '../item.ts';

type CallNode = Extract<Expression, { kind: 'call' }>;
const isCall = (node: AnyNode): node is CallNode => node.kind === 'call';

/** What GROUP BY needs: the items of the select list that are no aggregates, all at once and one by one. */
export function groupByOffers(site: Site): Offer[] {
  const items = selectItems(site);
  const groups = [...new Set(items.flatMap(item => groupingOf(item.expression, item.text) ?? []))];
  const given = givenGroups(site);
  const open = groups.filter(item => !given.has(bare(item)));
  const all = open.length > 1 ? [open.join(', ')] : [];
  return [
    ...all.map((text): Offer => ({ label: text, kind: 'list', insert: text, rank: 1 })),
    ...open.map((text): Offer => ({ label: text, kind: 'list', insert: text, rank: 2 })),
  ];
}

const bare = (text: string): string => text.replace(/[\s`]/g, '').toLowerCase();

/** Names the select list gives, which ORDER BY may use. */
export function selectAliases(site: Site): Offer[] {
  return selectItems(site).flatMap(({ alias, text }): Offer[] =>
    alias === undefined
      ? []
      : [{ label: alias, kind: 'column', insert: quoteName(alias), detail: text, rank: 5 }],
  );
}

/** What the select list aggregates: HAVING must repeat it, by its name it is unknown there. */
export function selectAggregates(site: Site): Offer[] {
  return selectItems(site).flatMap(({ expression, alias, text }): Offer[] => {
    if (!hasAggregate(expression)) return [];
    const named = alias === undefined ? {} : { detail: alias, filter: `${text} ${alias}` };
    return [{ label: text, kind: 'list', insert: text, ...named, rank: 5 }];
  });
}

interface ListItem {
  readonly expression: Expression;
  readonly text: string;
  readonly alias?: string;
}

function selectItems({ query, cursor }: Site): ListItem[] {
  if (query === undefined || query.from < 0) return [];
  const { text, tokens } = cursor;
  const list = text.slice(tokens.starts[query.select], tokens.starts[query.from]);
  const { node } = parseStatement(list);
  if (node?.kind !== 'queryStatement' || node.query.body.kind !== 'select') return [];
  return node.query.body.items.map(({ expression, alias }) => ({
    expression,
    ...named(alias ?? (expression.kind === 'name' ? expression.parts.at(-1) : undefined)),
    text: list.slice(expression.start, expression.end),
  }));
}

const named = (identifier: Identifier | undefined): { alias?: string } =>
  identifier === undefined ? {} : { alias: identifier.name };

/** The expression to group by for a select item: of TUMBLE_START(…) that is the window itself. */
function groupingOf(expression: Expression, text: string): string | undefined {
  if (expression.kind === 'literal' || expression.kind === 'star') return undefined;
  if (expression.kind === 'name' && expression.star) return undefined;
  const calls: CallNode[] = [];
  walk(expression, node => {
    if (isCall(node)) calls.push(node);
    return node.kind !== 'query';
  });
  const window = calls.find(call => builtIn(call.name)?.kind === 'window');
  if (window !== undefined) {
    const args = text.slice(window.nameSpan.end - expression.start, window.end - expression.start);
    return `${window.name.toUpperCase().split('_')[0] ?? ''}${args.trim()}`;
  }
  return calls.some(isOverRows) ? undefined : text;
}

/** Whether a call puts several rows together. */
const isOverRows = (call: CallNode): boolean =>
  call.over !== undefined || builtIn(call.name)?.kind === 'aggregate';

/** The items GROUP BY has already, before the cursor. */
function givenGroups({ query, cursor }: Site): ReadonlySet<string> {
  const { tokens, index } = cursor;
  const found = new Set<string>();
  if (query === undefined) return found;
  let at = tokens.types.lastIndexOf('GROUP', index);
  if (at < query.from) return found;
  let depth = 0;
  let text = '';
  for (at += 2; at < index; at++) {
    const type = tokens.types[at] ?? '';
    if (type === '(') depth++;
    else if (type === ')') depth--;
    if (type === ',' && depth === 0) {
      found.add(bare(text));
      text = '';
    } else text += tokenText(tokens, at);
  }
  return found;
}
