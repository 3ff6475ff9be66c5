import type { Tokens, TokenType } from '../../syntax/lexer/tokens.ts';
import { CLAUSES, JOIN_WORDS, SET_OPERATORS } from '../format/layout/stops.ts';
import type { Lines } from './lines.ts';

/** A place between two tokens, where a line begins. */
export interface Gap {
  readonly tokens: Tokens;
  /** How many tokens stand before it. */
  readonly before: number;
  /** Where the tokens' text begins in the script. */
  readonly base: number;
  /** Whether the next token stands on the new line. */
  readonly isFollowed: boolean;
}

/** Behind these the line goes on with what they ask for, one level further in. */
const OPEN_ENDED: ReadonlySet<TokenType> = new Set([
  ...[
    'SELECT',
    'DISTINCT',
    'STREAM',
    'FROM',
    'WHERE',
    'BY',
    'HAVING',
    'ON',
    'USING',
    'VALUES',
    'WHEN',
    'THEN',
  ],
  ...['ELSE', 'AND', 'OR', '=', '<', '>', '<=', '>=', '<>', '+', '-', '*', '/', '||', 'JOIN', 'IN', 'LIKE'],
]);
/** What a query begins with, or a part of it that stands below its beginning. */
const QUERY_PARTS: ReadonlySet<TokenType> = new Set([
  ...CLAUSES,
  ...SET_OPERATORS,
  'SELECT',
  'VALUES',
  'WITH',
  'EMIT',
]);
const OPERATORS: ReadonlySet<TokenType> = new Set(['AND', 'OR']);
const OPENING: ReadonlySet<TokenType> = new Set(['(', '[', 'CASE']);
const CLOSING: ReadonlySet<TokenType> = new Set([')', ']', 'END']);

/** The blanks at the beginning of the line an offset of the script is on. */
export function lineIndent(lines: Lines, offset: number): string {
  return lines.indentAt(lines.startOf(offset));
}

/** The offset of what a closing sign closes. */
export function matchingLine(tokens: Tokens, closing: number): number | undefined {
  const opener = openerOf(tokens, closing);
  return opener < 0 ? undefined : tokens.starts[opener];
}

/** The token that opens what stands before an index and is not closed; -1: none. */
function openerOf({ types }: Tokens, before: number): number {
  let depth = 0;
  for (let i = before - 1; i >= 0; i--) {
    const type = types[i] ?? '';
    if (CLOSING.has(type)) depth++;
    else if (OPENING.has(type) && depth-- === 0) return i;
  }
  return -1;
}

/** The last token of a set before an index, outside of parentheses closed there, behind `opener`; -1: none. */
function lastOf({ types }: Tokens, before: number, opener: number, wanted: ReadonlySet<TokenType>): number {
  let depth = 0;
  for (let i = before - 1; i > opener; i--) {
    const type = types[i] ?? '';
    if (CLOSING.has(type)) depth++;
    else if (OPENING.has(type)) depth--;
    else if (depth === 0 && wanted.has(type)) return i;
  }
  return -1;
}

/**
 * The indentation of a line that begins at a gap, measured by the lines that are there already, however they are
 * indented. Undefined where the next word may belong to one or the other: then the line stays as the editor made it.
 */
export function indentBehind(gap: Gap, lines: Lines, unit: string): string | undefined {
  const { tokens, before, isFollowed } = gap;
  if (before === 0) return '';
  return isFollowed ? withNext(gap, lines, unit, tokens.types[before] ?? '') : behindLast(gap, lines, unit);
}

/** The new line begins with a token: its word says where it belongs. */
function withNext(gap: Gap, lines: Lines, unit: string, next: TokenType): string | undefined {
  const { tokens, before, base } = gap;
  const at = (index: number): string => lineIndent(lines, base + (tokens.starts[index] ?? 0));
  const opener = openerOf(tokens, before);
  if (CLOSING.has(next)) return opener < 0 ? undefined : at(opener);
  if (OPERATORS.has(next) && tokens.types[before - 1] === ',') return undefined;
  if (JOIN_WORDS.has(next) || (QUERY_PARTS.has(next) && next !== 'SELECT')) {
    const select = lastOf(tokens, before, opener, new Set(['SELECT']));
    return select < 0 ? undefined : at(select);
  }
  return behindLast(gap, lines, unit);
}

/** Nothing stands on the new line: what the last token asks for. */
function behindLast(gap: Gap, lines: Lines, unit: string): string | undefined {
  const { tokens, before, base } = gap;
  const { types } = tokens;
  const at = (index: number): string => lineIndent(lines, base + (tokens.starts[index] ?? 0));
  const last = before - 1;
  const type = types[last] ?? '';
  const opener = openerOf(tokens, before);
  if (type === '(' || type === '[') return at(last) + unit;
  if (type === 'CASE' || types[opener] === 'CASE') return type === 'CASE' ? at(last) + unit : undefined;
  const clause = lastOf(tokens, before, opener, QUERY_PARTS);
  if (type === ',') return listIndent(gap, lines, unit, clause < 0 ? opener : clause);
  if (OPEN_ENDED.has(type)) {
    const join = lastOf(tokens, before, opener, new Set(['JOIN']));
    const owner = type === 'ON' || type === 'JOIN' || join > clause ? join : clause;
    return owner < 0 ? undefined : at(owner) + unit;
  }
  // `CREATE VIEW v AS`, `INSERT INTO t`: the query begins at the statement's own level.
  return clause < 0 && opener < 0 && isBeforeQuery(tokens, last) ? at(0) : undefined;
}

/** Items of a list stand below the first one, if that begins a line. */
function listIndent(gap: Gap, lines: Lines, unit: string, owner: number): string | undefined {
  const { tokens, base } = gap;
  if (owner < 0) return undefined;
  let first = owner + 1;
  while (['BY', 'DISTINCT', 'ALL', 'STREAM'].includes(tokens.types[first] ?? '')) first++;
  const start = base + (tokens.starts[first] ?? 0);
  const indent = lineIndent(lines, start);
  if (lines.startOf(start) + indent.length === start) return indent;
  return lineIndent(lines, base + (tokens.starts[owner] ?? 0)) + unit;
}

function isBeforeQuery({ types }: Tokens, last: number): boolean {
  if (types[0] === 'INSERT') return last >= 2 && types[1] === 'INTO';
  return types[0] === 'CREATE' && types[1] === 'VIEW' && types[last] === 'AS';
}
