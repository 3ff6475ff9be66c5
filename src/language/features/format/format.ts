import { lex } from '../../syntax/lexer/lexer.ts';
import { parseScript } from '../../syntax/script.ts';
import type { Script } from '../../syntax/script.ts';
import { splitScript } from '../../syntax/splitter.ts';
import { placeComments } from './comments.ts';
import { DEFAULT_FORMAT_OPTIONS } from './options.ts';
import type { FormatOptions } from './options.ts';
import { formatStatement } from './statement.ts';

/** What stands in `[start, end)` (UTF-16 units) becomes `text`. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Formats a whole script. Statements with syntax errors keep every character. */
export function formatScript(text: string, options: Partial<FormatOptions> = {}): string {
  return applyEdits(text, formatEdits(parseScript(text), options));
}

/** A text with edits made that do not overlap and stand in rising order. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const out: string[] = [];
  let at = 0;
  for (const edit of edits) {
    out.push(text.slice(at, edit.start), edit.text);
    at = edit.end;
  }
  return out.join('') + text.slice(at);
}

/**
 * The edits that format a script, or those of its statements that touch a range (offsets in UTF-16 units). Small: only
 * what differs is replaced, statement by statement. Linear in the length of the script.
 */
export function formatEdits(
  script: Script,
  options: Partial<FormatOptions> = {},
  range: { readonly start: number; readonly end: number } = { start: 0, end: Infinity },
): TextEdit[] {
  const edits = new ScriptFormatter(script, { ...DEFAULT_FORMAT_OPTIONS, ...options }).edits(range);
  // The service's splitter does not read the text as the parser does: the script must fall into the same statements.
  const pieces = edits.length === 0 ? undefined : splitScript(applyEdits(script.text, edits)).length;
  return pieces === undefined || pieces === script.statements.length ? edits : [];
}

/** Cuts a script into segments, a statement with its semicolon each, and formats them one by one. */
class ScriptFormatter {
  private readonly script: Script;
  private readonly options: FormatOptions;
  private readonly lineEnd: string;
  private readonly found: TextEdit[] = [];
  /** Offset up to which the script is done. */
  private at = 0;
  private isFirst = true;
  /** Of the last statement: whether it takes several lines, and whether it could be formatted. */
  private wasLong = false;
  private wasFormatted = false;

  constructor(script: Script, options: FormatOptions) {
    this.script = script;
    this.options = options;
    this.lineEnd = /\r\n|[\r\n]/.exec(script.text)?.[0] ?? '\n';
  }

  edits(range: { readonly start: number; readonly end: number }): TextEdit[] {
    const { script } = this;
    script.statements.forEach(({ offset, statement }, i) => {
      const end = offset + statement.text.length;
      const text = this.segment(i);
      const stop = end + (script.text.startsWith(';', end) ? 1 : 0);
      const bodyStart = offset + (/^\s*/.exec(statement.text)?.[0].length ?? 0);
      if (text !== undefined && bodyStart <= range.end && stop >= range.start) this.replace(stop, text);
      this.at = stop;
    });
    if (range.end >= this.script.text.length) this.rest();
    return this.found;
  }

  /** The new text from the last semicolon up to the one of this statement; undefined when it stays as it is. */
  private segment(index: number): string | undefined {
    const { script, options, lineEnd } = this;
    const placed = script.statements[index];
    if (placed === undefined) return undefined;
    const { offset, statement } = placed;
    const formatted = formatStatement(statement, options, lineEnd);
    const wasFirst = this.isFirst;
    const wasLong = this.wasLong;
    this.isFirst = false;
    this.wasFormatted = formatted !== undefined;
    this.wasLong = formatted?.isLong ?? /[\r\n]/.test(statement.text.trim());
    if (formatted === undefined) return undefined;
    const { head, body, isOpen, blankBefore } = formatted;
    const skipped = script.text.slice(this.at, offset);
    const end = offset + statement.text.length;
    const hasSemicolon = script.text.startsWith(';', end);
    const semicolon = hasSemicolon || options.semicolon === 'add' ? `${isOpen ? '' : lineEnd};` : '';
    const isTop = wasFirst && skipped === '';
    const blank = blankBefore || wasLong || this.wasLong;
    const notes = head.map(comment => comment.text).join(' ');
    if (isTop && notes === '') return body + semicolon;
    // Comments at the very top look as if they stood behind a semicolon: there only the source asks for a blank line.
    const gap = lineEnd + ((isTop ? blankBefore : blank) ? lineEnd : '');
    const note = notes === '' || isTop ? notes : ` ${notes}`;
    return `${skipped}${note}${gap}${body}${semicolon}`;
  }

  /** What follows the last statement: comments, or nothing. */
  private rest(): void {
    const { script, at, lineEnd } = this;
    const text = script.text.slice(at);
    const tokens = lex(text);
    if (script.statements.length === 0 || tokens.types.length > 1) return;
    const last = script.statements.at(-1);
    const isClosed = last !== undefined && at > last.offset + last.statement.text.length;
    if (!isClosed && !this.wasFormatted) return;
    const { head, above, before } = placeComments(tokens, 'trailing');
    let out = head.map(comment => ` ${comment.text}`).join('');
    for (const comment of [...(above.get(0) ?? []), ...(before.get(0) ?? [])])
      out += (comment.blankBefore ? lineEnd : '') + lineEnd + comment.text;
    this.replace(script.text.length, out + lineEnd);
  }

  /** Notes the edit of a segment, shortened to what differs. */
  private replace(end: number, text: string): void {
    const old = this.script.text.slice(this.at, end);
    if (old === text) return;
    let same = 0;
    const most = Math.min(old.length, text.length);
    while (same < most && old.charCodeAt(same) === text.charCodeAt(same)) same++;
    let tail = 0;
    while (
      tail < most - same &&
      old.charCodeAt(old.length - 1 - tail) === text.charCodeAt(text.length - 1 - tail)
    )
      tail++;
    this.found.push({
      start: this.at + same,
      end: end - tail,
      text: text.slice(same, text.length - tail),
    });
  }
}
