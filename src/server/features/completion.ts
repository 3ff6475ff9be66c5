import { CompletionItemKind, InsertTextFormat, MarkupKind } from 'vscode-languageserver';
import type { CompletionItem, CompletionList, Range } from 'vscode-languageserver';
import { complete } from '../../language/features/completion/complete.ts';
import type {
  Completion,
  CompletionKind,
  CompletionItem as Offer,
} from '../../language/features/completion/item.ts';
import type { About } from '../../language/features/hover/about.ts';
import { describe as documentation } from '../../language/features/hover/describe.ts';
import type { Client } from '../client.ts';
import { rangeOf } from '../documents/ranges.ts';
import { answering, guarded } from './feature.ts';
import type { Parts } from './feature.ts';

/** Signs behind which offers are made at once. */
export const TRIGGERS = ['.', "'", '`', '{'];

const KINDS: Readonly<Record<CompletionKind, CompletionItemKind>> = {
  keyword: CompletionItemKind.Keyword,
  table: CompletionItemKind.Struct,
  view: CompletionItemKind.Interface,
  column: CompletionItemKind.Field,
  alias: CompletionItemKind.Variable,
  function: CompletionItemKind.Function,
  connector: CompletionItemKind.Module,
  propertyKey: CompletionItemKind.Property,
  value: CompletionItemKind.Value,
  dataType: CompletionItemKind.TypeParameter,
  condition: CompletionItemKind.Operator,
  // Not snippets, though they have stops: editors may put those above or below everything else.
  list: CompletionItemKind.Field,
  statement: CompletionItemKind.Keyword,
  parameter: CompletionItemKind.Constant,
};

/** A quote may as well end a text: then only offers that belong inside of one are wanted. */
const INSIDE: Readonly<Record<string, ReadonlySet<CompletionKind>>> = {
  "'": new Set(['connector', 'value']),
  '`': new Set(['table', 'view', 'column', 'alias']),
  '{': new Set(['parameter']),
};

export function registerCompletion(parts: Parts): void {
  const { connection, session } = parts;
  connection.onCompletion(
    answering(parts, 'completion', null, (document, analysis, { position, context }) => {
      const { lines, facts } = document;
      const found = complete(analysis, lines.offsetAt(position), {
        language: session.language,
        parameters: Object.keys(facts?.parameters ?? {}),
      });
      const inside = INSIDE[context?.triggerCharacter ?? ''];
      if (inside !== undefined && !found.items.every(({ kind }) => inside.has(kind))) return null;
      return protocolList(found, rangeOf(found, lines), session.client);
    }),
  );
  connection.onCompletionResolve(
    guarded(connection, 'completionResolve', (item: CompletionItem) => {
      const markdown = isAbout(item.data) ? documentation(item.data, session.language) : undefined;
      if (markdown === undefined) return item;
      return { ...item, documentation: { kind: MarkupKind.Markdown, value: markdown } };
    }),
  );
}

function protocolList({ items, incomplete }: Completion, range: Range, client: Client): CompletionList {
  const { hasSharedEditRange } = client;
  return {
    isIncomplete: incomplete,
    ...(hasSharedEditRange ? { itemDefaults: { editRange: range } } : {}),
    items: items.map(offer => protocolItem(offer, hasSharedEditRange ? undefined : range, client)),
  };
}

/** @param range what it replaces, unless that is given once for all */
function protocolItem(offer: Offer, range: Range | undefined, client: Client): CompletionItem {
  const { hasSnippets } = client;
  const { label, kind, sort, filter, about, next } = offer;
  const isSnippet = offer.snippet && hasSnippets;
  const text = offer.snippet && !hasSnippets ? withoutStops(offer.insert) : offer.insert;
  const item: CompletionItem = { label, kind: KINDS[kind], sortText: sort };
  if (range !== undefined) item.textEdit = { range, newText: text };
  else if (text !== label) item.textEditText = text;
  if (isSnippet) item.insertTextFormat = InsertTextFormat.Snippet;
  describe(item, offer, client);
  if (filter !== undefined) item.filterText = filter;
  if (about !== undefined) item.data = about;
  if (next !== undefined) item.command = { title: '', command: NEXT[next] };
  if (kind === 'alias') item.commitCharacters = ['.'];
  return item;
}

/** Commands of the editor. */
const NEXT: Readonly<Record<NonNullable<Offer['next']>, string>> = {
  offers: 'editor.action.triggerSuggest',
  parameters: 'editor.action.triggerParameterHints',
};

/** What stands beside the label: in every row where the editor can, else in the one looked at. */
function describe(item: CompletionItem, { suffix, detail }: Offer, { hasLabelDetails }: Client): void {
  if (hasLabelDetails) {
    if (suffix === undefined && detail === undefined) return;
    item.labelDetails = {
      ...(suffix === undefined ? {} : { detail: suffix }),
      ...(detail === undefined ? {} : { description: detail }),
    };
    return;
  }
  const text = [suffix, detail].filter(part => part !== undefined).join(' ');
  if (text !== '') item.detail = text;
}

/** A snippet as plain text, for editors that know none. */
function withoutStops(snippet: string): string {
  return snippet
    .replace(/\$\{\d+:((?:\\.|[^\\}])*)\}|\$\{\d+\}|\$\d+/g, (_, text: string | undefined) => text ?? '')
    .replace(/\\([\\$}])/g, '$1');
}

function isAbout(data: unknown): data is About {
  return typeof data === 'object' && data !== null && 'kind' in data;
}
