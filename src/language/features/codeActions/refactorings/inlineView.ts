import type { AnalyzedStatement } from '../../../analysis/analyze.ts';
import { quoteName } from '../../../analysis/checks/text.ts';
import type { TableEntity, TableUse } from '../../../analysis/model.ts';
import { wholeStatement } from '../fixes/removal.ts';
import type { Proposal } from '../action.ts';
import { indentAt, indented, lineEndOf } from '../layout.ts';
import type { Site } from '../site.ts';

interface Use {
  readonly item: AnalyzedStatement;
  readonly use: TableUse;
}

/** Puts the query of a view that is used once in the place where it is used, and takes the view away. */
export function inlineView(site: Site): Proposal[] {
  const entity = viewAt(site);
  const view = site.analysis.statements.find(({ statement }) => statement === entity?.place.statement);
  const node = view?.model?.node;
  if (entity === undefined || view?.model === undefined || node?.kind !== 'createView') return [];
  if (view.model.broken || view.statement.problems.length > 0) return [];
  const only = onlyUse(site, entity);
  if (only === undefined || only.use.node.lateral || only.use.dimension) return [];
  // These stand between the name and the alias, which a sub-query needs.
  if (only.use.node.match !== undefined || only.use.node.sampled) return [];
  const table = only.use.node;
  // A comment at its end would swallow the parenthesis; a WITH around the place might mean other tables.
  const { tokens, text } = view.statement;
  if ((tokens.comments.at(-1) ?? 0) >= node.query.end) return [];
  if (only.item.model?.references.some(({ target }) => target.kind === 'with') === true) return [];
  const query = text.slice(node.query.start, node.query.end).trim();
  const names = node.columns.map(({ name }) => quoteName(name)).join(', ');
  const isNamed = table.columnAliases.length > 0;
  if (names !== '' && table.alias !== undefined && !isNamed) return [];
  const alias =
    table.alias === undefined ? ` AS ${quoteName(entity.name)}${names === '' ? '' : ` (${names})`}` : '';
  const start = only.item.offset + table.name.start;
  const end = only.item.offset + table.name.end;
  const put = inParentheses(site, query, view, indentAt(site.analysis.script.text, start));
  return [
    {
      title: { en: `Inline view '${entity.name}'`, zh: `内联视图“${entity.name}”` },
      kind: 'refactor.inline',
      edits: [
        { ...wholeStatement(site.analysis, view), text: '' },
        { start, end, text: put + alias },
      ],
    },
  ];
}

/** The view whose name the cursor is on: where it is declared, or read. */
function viewAt({ model, range }: Site): TableEntity | undefined {
  const found = model.references.find(({ start, end }) => start <= range.start && range.end <= end)?.target;
  return found?.kind === 'view' ? found : undefined;
}

/** The only place that reads the view; undefined when there are several or none, or its name stands elsewhere too. */
function onlyUse({ analysis }: Site, entity: TableEntity): Use | undefined {
  const uses: Use[] = [];
  let names = 0;
  for (const item of analysis.statements) {
    const { model } = item;
    for (const use of model?.tables ?? []) if (use.entity === entity) uses.push({ item, use });
    for (const { target, use } of model?.references ?? [])
      if (target === entity && use !== 'declaration') names++;
  }
  const [only] = uses;
  // Columns read through its own name go on to do so: it becomes the alias.
  const isRead = names >= 1 && uses.length === 1 && only?.item.model?.broken === false;
  return isRead && only.item.statement.problems.length === 0 ? only : undefined;
}

function inParentheses(site: Site, query: string, view: AnalyzedStatement, indent: string): string {
  if (!/[\r\n]/.test(query)) return `(${query})`;
  const lineEnd = lineEndOf(site.analysis.script);
  const { text, tokens } = view.statement;
  const piece = indented(query, tokens, text.indexOf(query), `${indent}  `);
  return `(${lineEnd}${indent}  ${piece}${lineEnd}${indent})`;
}
