import type { Analysis } from '../../analysis/analyze.ts';
import { quoted, quoteName } from '../../analysis/checks/text.ts';
import { inLanguage } from '../../catalog/texts.ts';
import type { Language, Texts } from '../../catalog/texts.ts';
import { sameNameFault } from './renameConflicts.ts';
import { occurrencesOf, symbolAt } from './symbol.ts';
import type { SymbolAtCursor } from './symbol.ts';
import type { Span } from '../../syntax/tree/base.ts';

/** A change of the script: `[start, end)` (UTF-16 units) becomes `text`. */
export interface RenameEdit extends Span {
  readonly text: string;
}

/** Either the edits, in order and without overlap, or why it is refused, in the reader's language. */
export type RenameResult = { readonly edits: readonly RenameEdit[] } | { readonly refused: string };

/** Either the name to be edited and its place, or why it is refused. */
export type RenamePreparation =
  { readonly range: Span; readonly name: string } | { readonly refused: string };

const NO_SYMBOL: Texts = {
  en: 'There is no table, view, column, alias or function here. Put the cursor on a name.',
  zh: '此处没有表、视图、列、别名或函数。请将光标放在名称上。',
};
const BUILT_IN: Texts = {
  en: 'A built-in function cannot be renamed.',
  zh: '内置函数不能重命名。',
};
const UNDECLARED: Texts = {
  en: 'It cannot be renamed: this script does not declare its name.',
  zh: '无法重命名：此脚本没有声明该名称。',
};
const IN_USING: Texts = {
  en: 'This column is joined by USING, so it must have the same name in both tables. Write the join with ON first.',
  zh: '此列用于 USING 连接，两张表中的列名必须相同。请先将连接改写为 ON。',
};
const EMPTY: Texts = { en: 'Give a name.', zh: '请输入名称。' };
const TOO_ODD: Texts = {
  en: 'A name cannot hold a line break or a semicolon, and has at most 128 characters.',
  zh: '名称不能包含换行或分号，且最多 128 个字符。',
};

/** Calcite's limit on the length of identifiers (SqlParser.DEFAULT_IDENTIFIER_MAX_LENGTH). */
const LONGEST_NAME = 128;

/** Whether the symbol at an offset can be renamed, and its present name. */
export function prepareRename(analysis: Analysis, offset: number, language: Language): RenamePreparation {
  const symbol = symbolAt(analysis, offset);
  if (symbol === undefined) return { refused: inLanguage(NO_SYMBOL, language) };
  const fault = faultOf(analysis, symbol);
  if (fault !== undefined) return { refused: inLanguage(fault, language) };
  return { range: symbol.origin, name: symbol.name };
}

/** Renames the symbol at an offset everywhere. Names that need back-quotes get them, whether typed with or without. */
export function renameAt(
  analysis: Analysis,
  offset: number,
  newName: string,
  language: Language,
): RenameResult {
  const refuse = (texts: Texts): RenameResult => ({ refused: inLanguage(texts, language) });
  const symbol = symbolAt(analysis, offset);
  if (symbol === undefined) return refuse(NO_SYMBOL);
  const name = bareName(newName);
  const fault = faultOf(analysis, symbol) ?? nameFault(name) ?? sameNameFault(analysis, symbol, name);
  if (fault !== undefined) return refuse(fault);
  const text = quoteName(name);
  const edits = occurrencesOf(analysis, symbol)
    .filter(({ start, end }) => !isTextual(analysis, start, end))
    .map(({ start, end }) => ({ start, end, text: isTight(analysis, start, end) ? quoted(name) : text }));
  return { edits };
}

/** Whether a name stands right beside a word, as only its back-quotes let it: `a`INT. */
function isTight({ script }: Analysis, start: number, end: number): boolean {
  const isWord = (sign: string | undefined): boolean => sign !== undefined && /[\w$\u0080-\uffff]/.test(sign);
  return isWord(script.text[start - 1]) || isWord(script.text[end]);
}

/** What a person typed, without the back-quotes around it. */
function bareName(typed: string): string {
  const name = typed.trim();
  return /^`[^]+`$/.test(name) ? name.slice(1, -1).replaceAll('``', '`') : name;
}

function nameFault(name: string): Texts | undefined {
  if (name === '') return EMPTY;
  return name.length > LONGEST_NAME || /[\r\n;]/.test(name) ? TOO_ODD : undefined;
}

function faultOf(analysis: Analysis, symbol: SymbolAtCursor): Texts | undefined {
  if (symbol.kind === 'builtIn') return BUILT_IN;
  if (symbol.declaration === undefined) return UNDECLARED;
  return symbol.kind === 'column' && isInUsing(analysis, symbol) ? IN_USING : undefined;
}

function isInUsing(analysis: Analysis, symbol: SymbolAtCursor): boolean {
  const using = new Set<number>();
  for (const { offset, model } of analysis.statements)
    for (const { join } of model?.joins ?? []) for (const { start } of join.using) using.add(offset + start);
  return using.size > 0 && occurrencesOf(analysis, symbol).some(({ start }) => using.has(start));
}

/** A star or a job parameter stands for names, and is none. */
function isTextual(analysis: Analysis, start: number, end: number): boolean {
  const text = analysis.script.text.slice(start, end);
  return text === '*' || text.includes('${');
}
