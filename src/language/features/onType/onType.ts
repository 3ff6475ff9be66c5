import { BAD } from '../../syntax/lexer/tokens.ts';
import { lex } from '../../syntax/lexer/lexer.ts';
import type { Tokens } from '../../syntax/lexer/tokens.ts';
import type { Script } from '../../syntax/script.ts';
import type { TextEdit } from '../format/format.ts';
import { statementsWithin } from '../within.ts';
import { indentBehind, lineIndent, matchingLine } from './indentation.ts';
import { Lines } from './lines.ts';

/** How wide a level is, as the editor's document has it. */
export interface Indentation {
  /** Blanks per level; with `useTabs` a level is one tab. */
  readonly indentSize: number;
  readonly useTabs: boolean;
}

/**
 * What follows from a sign just typed: a new line gets the indentation the formatter would give it, a `)` that begins
 * its line stands below the line that opened it, a `;` right behind its statement. Nothing but what was just typed is
 * moved, and nothing inside of strings and comments, nor where the words before cannot be read.
 * @param script the script with the sign in it
 * @param offset right behind the sign (UTF-16 units)
 */
export function onTypeEdits(
  script: Script,
  offset: number,
  typed: '\n' | ')' | ';',
  indentation: Indentation,
): TextEdit[] {
  const lines = new Lines(script.text);
  const unit = indentation.useTabs ? '\t' : ' '.repeat(indentation.indentSize);
  const site = siteOf(script, typed === '\n' ? offset : offset - 1);
  if (site === undefined) return [];
  switch (typed) {
    case '\n':
      return newLine(site, lines, offset, unit);
    case ')':
      return closing(site, lines, offset);
    case ';':
      return semicolon(site, lines, offset);
  }
}

/** The tokens around a place, and where their text begins in the script. */
interface Site {
  readonly tokens: Tokens;
  readonly base: number;
  /** How many tokens end at the place or before it. */
  readonly before: number;
}

/** Undefined inside of a string, a comment, a name, and behind characters that are no token. */
function siteOf(script: Script, offset: number): Site | undefined {
  const placed = statementsWithin(script.statements, { start: offset, end: offset })[0];
  const base = placed?.offset ?? endBefore(script, offset);
  const tokens = placed?.statement.tokens ?? lex(script.text.slice(base, offset + 1));
  const at = offset - base;
  const { starts, ends, types, comments } = tokens;
  for (let i = 0; i < comments.length; i += 2) {
    const [start = 0, end = 0] = [comments[i], comments[i + 1]];
    const isLine = !tokens.text.startsWith('/*', start);
    if (start < at && (at < end || (isLine && at === end))) return undefined;
  }
  let before = 0;
  while (before < types.length - 1 && (ends[before] ?? 0) <= at) before++;
  if (before < types.length - 1 && (starts[before] ?? 0) < at) return undefined;
  return types.slice(0, before).includes(BAD) ? undefined : { tokens, base, before };
}

/** Where the blanks and comments before an offset begin that belong to no statement. */
function endBefore(script: Script, offset: number): number {
  const last = script.statements.findLast(item => item.offset + item.statement.text.length < offset);
  return last === undefined ? 0 : last.offset + last.statement.text.length + 1;
}

function newLine({ tokens, base, before }: Site, lines: Lines, offset: number, unit: string): TextEdit[] {
  const { text } = lines;
  const start = lines.startOf(offset);
  const end = start + lines.indentAt(start).length;
  const followed = base + (tokens.starts[before] ?? 0);
  const isFollowed = before < tokens.types.length - 1 && followed === end;
  // What stands on the line is no token of this statement: a comment, or the next statement.
  if (!isFollowed && !/^(?:\r?\n|\r|$)/.test(text.slice(end, end + 2))) return [];
  const wanted = indentBehind({ tokens, before, base, isFollowed }, lines, unit);
  return wanted === undefined ? [] : replaced(start, end, wanted, text);
}

/** A `)` that is alone on its line goes below the line that opened it. */
function closing({ tokens, base, before }: Site, lines: Lines, offset: number): TextEdit[] {
  if (tokens.types[before] !== ')' || base + (tokens.starts[before] ?? 0) !== offset - 1) return [];
  const start = lines.startOf(offset);
  const isAlone = lines.text.slice(start, lines.endOf(offset)).trim() === ')';
  const opened = matchingLine(tokens, before);
  if (!isAlone || opened === undefined) return [];
  const wanted = lineIndent(lines, base + opened);
  return lines.startOf(base + opened) === start ? [] : replaced(start, offset - 1, wanted, lines.text);
}

/** Blanks between a statement and its semicolon go away, if it stands on the statement's last line. */
function semicolon({ tokens, base, before }: Site, lines: Lines, offset: number): TextEdit[] {
  if (before === 0 || before < tokens.types.length - 1) return [];
  const end = base + (tokens.ends[before - 1] ?? 0);
  const between = lines.text.slice(end, offset - 1);
  return /^[ \t]+$/.test(between) ? [{ start: end, end: offset - 1, text: '' }] : [];
}

function replaced(start: number, end: number, text: string, script: string): TextEdit[] {
  return script.slice(start, end) === text ? [] : [{ start, end, text }];
}
