import type { Analysis } from '../../analysis/analyze.ts';
import { columnComment, tableComment } from '../../analysis/comments.ts';
import { rootOf, tableColumnsOf } from '../../analysis/lookup.ts';
import type { Column, Place, TableEntity, Target } from '../../analysis/model.ts';
import { typeText } from '../../analysis/types.ts';
import { roleOf, usageOf } from '../../analysis/usage.ts';
import { inLanguage } from '../../catalog/texts.ts';
import type { Language } from '../../catalog/texts.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { ColumnDefinition } from '../../syntax/tree/statements.ts';
import { describe } from './describe.ts';
import { block, code, escaped, paragraphs } from './markdown.ts';
import { WORDS } from './words.ts';

/** A table shows so many columns. */
const MOST_COLUMNS = 20;

/** What a name means, as Markdown. */
export function describeTarget(analysis: Analysis, target: Target, language: Language): string {
  const say = (word: keyof typeof WORDS): string => inLanguage(WORDS[word], language);
  switch (target.kind) {
    case 'builtIn':
      return describe({ kind: 'function', name: target.builtIn.name }, language) ?? '';
    case 'function': {
      const className = target.node?.className.value;
      return paragraphs(
        `**${escaped(target.name)}** (${say('function')})`,
        className === undefined ? say('unread') : code(className),
      );
    }
    case 'alias':
      return aliasText(analysis, target, language, say);
    case 'column':
      return columnText(target, say);
    case 'table':
    case 'view':
    case 'with':
      return tableText(analysis, target, say);
  }
}

type Say = (word: keyof typeof WORDS) => string;

function aliasText(
  analysis: Analysis,
  alias: Extract<Target, { kind: 'alias' }>,
  language: Language,
  say: Say,
): string {
  const head = `**${escaped(alias.name)}** (${say('alias')})`;
  const model = analysis.statements.find(item => item.statement === alias.place.statement)?.model;
  const item = model?.scopes.flatMap(scope => scope.items).find(one => one.alias === alias);
  if (item === undefined) return head;
  if (item.entity !== undefined) return paragraphs(head, describeTarget(analysis, item.entity, language));
  return paragraphs(head, columnList(item.relation.columns, say));
}

function tableText(analysis: Analysis, entity: TableEntity, say: Say): string {
  const { name, kind, relation, node } = entity;
  const usage = usageOf(analysis.usages, entity);
  const connector =
    node?.kind === 'createTable'
      ? node.properties?.items.find(item => nameText(item.key).toLowerCase() === 'type')?.value.value
      : undefined;
  const role = kind === 'table' ? roleOf(entity, usage) : kind;
  return paragraphs(
    `**${escaped(name)}** (${[say(role), ...(connector === undefined ? [] : [code(connector)])].join(', ')})`,
    escaped(tableComment(entity) ?? ''),
    columnList(relation.columns, say, rulesOf(entity)),
    relation.open ? say('unread') : '',
  );
}

/** What CREATE TABLE says besides its columns, as it is written. */
function rulesOf({ node, place }: TableEntity): string[] {
  if (node?.kind !== 'createTable') return [];
  const { text } = place.statement;
  return [...node.primaryKeys.slice(-1), ...node.indexes, ...node.watermarks.slice(-1)].map(
    ({ start, end }) => text.slice(start, end).replace(/\s+/g, ' '),
  );
}

function columnList(columns: readonly Column[], say: Say, rules: readonly string[] = []): string {
  if (columns.length === 0) return '';
  const shown = columns.slice(0, MOST_COLUMNS).map(column => {
    const comment = columnComment(column);
    return `${column.name} ${typeText(column.type)}${comment === undefined ? '' : ` -- ${comment}`}`;
  });
  const rest = columns.length - shown.length;
  return block([...shown, ...(rest > 0 ? [`-- … ${rest} ${say('more')}`] : []), ...rules].join('\n'));
}

function columnText(column: Column, say: Say): string {
  const root = rootOf(column);
  const own = root.kind === 'column' ? root : column;
  const definition = definitionOf(own);
  const computed = definition?.kind === 'computedColumn';
  const formula =
    computed && own.place !== undefined ? `: ${code(textOf(own.place, definition.expression))}` : '';
  const origins = tableColumnsOf(column)
    .filter(item => item !== own)
    .map(item => code(`${item.table === undefined ? '' : `${nameText(item.table.name)}.`}${item.name}`));
  return paragraphs(
    block(`${column.name} ${typeText(column.type)}${own === root ? marksOf(own) : ''}`),
    escaped(columnComment(column) ?? ''),
    own.table === undefined
      ? ''
      : `${say(computed ? 'computedColumn' : 'column')} ${code(nameText(own.table.name))}${formula}`,
    isKey(own) ? say('primaryKey') : '',
    column.time === undefined ? '' : say(column.time),
    origins.length === 0 ? '' : `${say('madeOf')} ${[...new Set(origins)].join(', ')}`,
  );
}

const definitionOf = ({ table, place }: Column): ColumnDefinition | undefined =>
  table?.columns.find(({ name }) => name.start === place?.start);

const textOf = ({ statement }: Place, { start, end }: Span): string => statement.text.slice(start, end);

/** What the declaration says behind the type. */
function marksOf(column: Column): string {
  const definition = definitionOf(column);
  if (definition?.kind !== 'column') return '';
  return `${definition.notNull ? ' NOT NULL' : ''}${definition.header ? ' HEADER' : ''}`;
}

function isKey({ table, name }: Column): boolean {
  return table?.primaryKeys.at(-1)?.columns.some(column => column.name === name) === true;
}
