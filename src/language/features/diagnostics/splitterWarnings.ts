import type { PlacedStatement, Script } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { Language } from './language.ts';

/** A place where the service splits otherwise than one would read. Offsets in UTF-16 units of the script. */
export interface SplitterWarning extends Span {
  readonly code: 'splitter-dashes' | 'splitter-slashes';
  readonly message: string;
}

const TEXTS: Readonly<Record<SplitterWarning['code'], Readonly<Record<Language, string>>>> = {
  'splitter-dashes': {
    en: 'To the service -- hides the rest of the line inside a text, too: the semicolon behind it ends no statement. Put the semicolon on a line of its own',
    zh: '服务端会把字符串中的 -- 当作注释：其后的分号不会结束语句，请把分号写到下一行',
  },
  'splitter-slashes': {
    en: 'To the service // begins no comment: this semicolon ends the statement. Write -- instead',
    zh: '服务端切分语句时不识别 // 注释：此处的分号会结束语句，请改用 --',
  },
};

/**
 * Warnings where a quirk of the service's splitter bites: a semicolon that ends no statement, or one in a comment that
 * does. Quirks without an effect are not mentioned. (Quotes in comments are a check of their own, `comment-quote`.)
 */
export function splitterWarnings(script: Script, language: Language): SplitterWarning[] {
  const warnings: SplitterWarning[] = [];
  for (const placed of script.statements) {
    const { offset, statement } = placed;
    const found = (mayHide(statement.text) ? dashes(placed) : undefined) ?? slashes(placed, script.text);
    if (found === undefined) continue;
    const { code, start, end } = found;
    warnings.push({ code, start: start + offset, end: end + offset, message: TEXTS[code][language] });
  }
  return warnings;
}

/** Of thousands of statements hardly one: asking the text spares a look at every token, at every keystroke. */
const mayHide = (text: string): boolean => text.includes(';') && text.includes('--');

type Found = Span & Pick<SplitterWarning, 'code'>;

/** Two dashes in a text, with a semicolon behind them on the line. */
function dashes({ statement }: PlacedStatement): Found | undefined {
  const { types, starts, ends, text } = statement.tokens;
  const semicolon = types.findIndex((type, i) => type === ';' && text.charAt(starts[i] ?? 0) === ';');
  const at = starts[semicolon] ?? 0;
  for (let i = semicolon - 1; i >= 0 && !/[\r\n]/.test(text.slice(ends[i], at)); i--) {
    const place = text.slice(starts[i], ends[i]).lastIndexOf('--');
    if (place < 0) continue;
    const start = (starts[i] ?? 0) + place;
    return { code: 'splitter-dashes', start, end: start + 2 };
  }
  return undefined;
}

/** A semicolon in a `//` comment. */
function slashes({ offset, statement }: PlacedStatement, script: string): Found | undefined {
  const { comments, text } = statement.tokens;
  const end = comments.at(-1);
  const start = comments.at(-2);
  if (end !== text.length || start === undefined || !text.startsWith('//', start)) return undefined;
  return script.startsWith(';', offset + end) ? { code: 'splitter-slashes', start, end: end + 1 } : undefined;
}
