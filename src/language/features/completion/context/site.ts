import type { Analysis } from '../../../analysis/analyze.ts';
import type { Language } from '../../../catalog/texts.ts';
import { tokenText } from '../../../syntax/lexer/tokens.ts';
import type { CursorText } from './cursorText.ts';
import { framesBefore } from './frames.ts';
import type { Frame } from './frames.ts';

/** Everything offers are made from: the text around the cursor and the script around that. */
export interface Site {
  readonly analysis: Analysis;
  readonly language: Language;
  readonly cursor: CursorText;
  /** The parentheses around the cursor, the outermost first. */
  readonly frames: readonly Frame[];
  readonly top: Frame;
  /** The innermost query around the cursor, once its SELECT is there. */
  readonly query?: Frame;
  /** Types of the tokens before and behind the word being typed. */
  readonly before: string;
  readonly behind: string;
  /** The name before the dot the cursor follows. */
  readonly qualifier?: string;
}

export function siteOf(analysis: Analysis, cursor: CursorText, language: Language): Site {
  const { tokens, index } = cursor;
  const frames = framesBefore(tokens, index);
  const top = frames.at(-1) ?? frames[0];
  if (top === undefined) throw new Error('The outermost frame is always there.');
  const query = frames.findLast(item => item.select >= 0);
  const before = tokens.types[index - 1] ?? '';
  const dotted = before === '.' && !cursor.inString;
  return {
    analysis,
    language,
    cursor,
    frames,
    top,
    ...(query === undefined ? {} : { query }),
    before,
    behind: tokens.types[index + 1] ?? '',
    ...(dotted ? { qualifier: bareName(tokenText(tokens, index - 2)) } : {}),
  };
}

/** A name without its back-quotes. */
export const bareName = (text: string): string =>
  text.startsWith('`') ? text.slice(1, text.endsWith('`') ? -1 : undefined).replaceAll('``', '`') : text;
