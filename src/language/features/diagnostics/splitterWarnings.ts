import type { PlacedStatement, Script } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { Language } from './language.ts';

/** A place where the service splits otherwise than one would read. Offsets in UTF-16 units of the script. */
export interface SplitterWarning extends Span {
  readonly code: 'splitter-dashes' | 'splitter-slashes' | 'splitter-block';
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
  'splitter-block': {
    en: 'The statement begins and ends with block comments: the service takes all of it for one comment, and leaves it out without a word. Put the semicolon in front of this comment',
    zh: '语句以块注释开头并以块注释结尾：服务端会把整条语句当作注释而忽略，且不报错。请把分号移到此注释之前',
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
    const found =
      block(placed) ?? (mayHide(statement.text) ? dashes(placed) : undefined) ?? slashes(placed, script.text);
    if (found === undefined) continue;
    const { code, start, end } = found;
    warnings.push({ code, start: start + offset, end: end + offset, message: TEXTS[code][language] });
  }
  return warnings;
}

/** Of thousands of statements hardly one: asking the text spares a look at every token, at every keystroke. */
const mayHide = (text: string): boolean => text.includes(';') && text.includes('--');

type Found = Span & Pick<SplitterWarning, 'code'>;

/** A statement between two block comments: the service looks at the first and the last signs of a piece only. */
function block({ statement }: PlacedStatement): Found | undefined {
  const { comments, text, types } = statement.tokens;
  const start = comments.at(-2);
  const end = comments.at(-1);
  if (start === undefined || end === undefined || types.length === 0) return undefined;
  if (!/^[\0-\x20]*\/\*/.test(text) || !/^\*\/[\0-\x20]*$/.test(text.slice(end - 2))) return undefined;
  return { code: 'splitter-block', start, end };
}

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
