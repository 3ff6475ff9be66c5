import { SymbolKind } from 'vscode-languageserver';
import type { DocumentSymbol, Position } from 'vscode-languageserver';
import { insertTargets, statementSymbol, symbolKindOf } from '../../language/features/symbols/symbols.ts';
import type { DocumentSymbol as LanguageSymbol } from '../../language/features/symbols/symbols.ts';
import type { PlacedStatement, Script, Statement } from '../../language/syntax/script.ts';
import type { LineTable } from '../documents/lineTable.ts';
import { rangeOf } from '../documents/ranges.ts';
import type { UserLanguage } from '../protocol.ts';
import { answeringLater } from './feature.ts';
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
  const outline = new Outline();
  parts.connection.onDocumentSymbol(
    answeringLater(parts, 'documentSymbol', null, ({ lines }, { script }) =>
      outline.of(script, lines, parts.session.language),
    ),
  );
}

/** An entry of the outline, and all it depends on besides its statement. */
interface Entry {
  readonly kind: LanguageSymbol['kind'];
  readonly start: Position;
  readonly language: UserLanguage;
  readonly symbol: DocumentSymbol | undefined;
}

/** Puts outlines together of the entries of their statements: those that did not move are kept. */
class Outline {
  private readonly known = new WeakMap<Statement, Entry>();

  of(script: Script, lines: LineTable, language: UserLanguage): DocumentSymbol[] {
    const targets = insertTargets(script);
    const found: DocumentSymbol[] = [];
    for (const placed of script.statements) {
      const kind = symbolKindOf(placed.statement, targets);
      const symbol = kind === undefined ? undefined : this.entry(placed, kind, lines, language);
      if (symbol !== undefined) found.push(symbol);
    }
    return found;
  }

  private entry(
    placed: PlacedStatement,
    kind: LanguageSymbol['kind'],
    lines: LineTable,
    language: UserLanguage,
  ): DocumentSymbol | undefined {
    const { statement, offset } = placed;
    const start = lines.positionAt(offset);
    const before = this.known.get(statement);
    if (
      before?.kind === kind &&
      before.language === language &&
      before.start.line === start.line &&
      before.start.character === start.character
    )
      return before.symbol;
    const found = statementSymbol(placed, kind);
    const symbol = found && protocolSymbol(found, lines, language);
    this.known.set(statement, { kind, start, language, symbol });
    return symbol;
  }
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
