import { checkCreateTable } from './checks/createTableChecks.ts';
import { lex } from './lexer/lexer.ts';
import type { Tokens } from './lexer/tokens.ts';
import { parseTokens } from './parser/statement.ts';
import type { Problem } from './problems.ts';
import { splitScript } from './splitter.ts';
import type { Piece } from './splitter.ts';
import { finished } from './steps.ts';
import type { Steps } from './steps.ts';
import type { StatementNode } from './tree/statements.ts';

/** One statement, independent of where it stands: all offsets count from its own start. */
export interface Statement {
  readonly text: string;
  readonly tokens: Tokens;
  /** Absent when the statement could not be read at all. */
  readonly node?: StatementNode;
  /** Problems of grammar, then of the checks of CREATE TABLE; the service reports the first only. */
  readonly problems: readonly Problem[];
}

/** A statement at its place in the script (offset in UTF-16 units). */
export interface PlacedStatement {
  readonly offset: number;
  readonly statement: Statement;
}

export interface Script {
  readonly text: string;
  readonly statements: readonly PlacedStatement[];
}

/** Parses the text of one statement, without its semicolon. Never throws; linear in the text's length. */
export function parseStatement(text: string): Statement {
  const tokens = lex(text);
  const { node, problems } = parseTokens(tokens);
  if (node === undefined) return { text, tokens, problems };
  if (node.kind !== 'createTable' || problems.length > 0) return { text, tokens, node, problems };
  return { text, tokens, node, problems: checkCreateTable(node) };
}

/** Splits a script as the service does and parses its statements. Never throws. */
export function parseScript(text: string): Script {
  return finished(parseInSteps(text, splitScript(text)));
}

/**
 * `parseScript` in small steps, a statement each.
 * @param pieces the text as `splitScript` cuts it
 */
export function* parseInSteps(text: string, pieces: readonly Piece[]): Steps<Script> {
  const statements: PlacedStatement[] = [];
  for (const { start, end } of pieces) {
    statements.push({ offset: start, statement: parseStatement(text.slice(start, end)) });
    yield;
  }
  return { text, statements };
}
