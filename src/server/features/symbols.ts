import { SymbolKind } from 'vscode-languageserver';
import type { DocumentSymbol } from 'vscode-languageserver';
import { documentSymbols } from '../../language/features/symbols/symbols.ts';
import type { DocumentSymbol as LanguageSymbol } from '../../language/features/symbols/symbols.ts';
import type { LineTable } from '../documents/lineTable.ts';
import { rangeOf } from '../documents/ranges.ts';
import type { UserLanguage } from '../protocol.ts';
import { answering } from './feature.ts';
import type { Parts } from './feature.ts';

const KINDS: Readonly<Record<LanguageSymbol['kind'], SymbolKind>> = {
  source: SymbolKind.Struct,
  dimension: SymbolKind.Struct,
  sink: SymbolKind.Struct,
  view: SymbolKind.Interface,
  function: SymbolKind.Function,
  insert: SymbolKind.Event,
  column: SymbolKind.Field,
  computedColumn: SymbolKind.Property,
  watermark: SymbolKind.Constant,
  commonTable: SymbolKind.Interface,
};

/** What a table is to the script stands in front of its connector. */
const ROLES: Readonly<Record<UserLanguage, Partial<Record<LanguageSymbol['kind'], string>>>> = {
  en: { source: 'source', dimension: 'dimension', sink: 'sink', watermark: 'watermark', insert: 'INSERT' },
  zh: { source: '源表', dimension: '维表', sink: '结果表', watermark: 'Watermark', insert: 'INSERT' },
};

export function registerSymbols(parts: Parts): void {
  parts.connection.onDocumentSymbol(
    answering(parts, 'documentSymbol', null, ({ lines }, { script }) =>
      documentSymbols(script).map(symbol => protocolSymbol(symbol, lines, parts.session.language)),
    ),
  );
}

function protocolSymbol(symbol: LanguageSymbol, lines: LineTable, language: UserLanguage): DocumentSymbol {
  const { name, kind, children } = symbol;
  const detail = [ROLES[language][kind] ?? '', symbol.detail].filter(part => part !== '').join(' · ');
  return {
    // The protocol forbids a name of blanks only, which back-quotes allow.
    name: name.trim() === '' ? `\`${name}\`` : name,
    detail,
    kind: KINDS[kind],
    range: rangeOf(symbol.range, lines),
    selectionRange: rangeOf(symbol.selection, lines),
    children: children.map(child => protocolSymbol(child, lines, language)),
  };
}
