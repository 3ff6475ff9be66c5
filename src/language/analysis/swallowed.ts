import { IDENTIFIER, QUOTED_IDENTIFIER, STRING, tokenText } from '../syntax/lexer/tokens.ts';
import type { PlacedStatement, Statement } from '../syntax/script.ts';

const KINDS = new Set(['TABLE', 'VIEW', 'FUNCTION']);
/** At the beginning of a line in a text, which then takes in more than it should. */
const DECLARED = /[\r\n][ \t]*CREATE\s+(?:TABLE|VIEW|FUNCTION)\s+`?([\w$\u0080-\uffff]+)/gi;
const NONE: readonly string[] = [];

const known = new WeakMap<Statement, readonly string[]>();

/**
 * Names declared inside of statements that cannot be read to their end, in lower case: a semicolon before the CREATE is
 * missing, or something in front of it is no comment, or a text is never closed. That fault is told; that nobody
 * declares the names is not.
 */
export function swallowedNames(statements: readonly PlacedStatement[]): readonly string[] {
  let found: string[] | undefined;
  for (const { statement } of statements) {
    if (statement.problems.length === 0) continue;
    for (const name of swallowedIn(statement)) (found ??= []).push(name);
  }
  return found ?? NONE;
}

function swallowedIn(statement: Statement): readonly string[] {
  let names = known.get(statement);
  if (names === undefined) {
    names = read(statement);
    known.set(statement, names);
  }
  return names;
}

function read({ tokens }: Statement): readonly string[] {
  const { types } = tokens;
  const names: string[] = [];
  for (let i = types.indexOf('CREATE', 1); i > 0; i = types.indexOf('CREATE', i + 1)) {
    const name = types[i + 2];
    if (!KINDS.has(types[i + 1] ?? '')) continue;
    const text = tokenText(tokens, i + 2).toLowerCase();
    if (name === QUOTED_IDENTIFIER) names.push(text.slice(1, -1));
    else if (name === IDENTIFIER) names.push(text);
  }
  for (let i = types.indexOf(STRING); i > 0; i = types.indexOf(STRING, i + 1))
    for (const [, name = ''] of tokenText(tokens, i).matchAll(DECLARED)) names.push(name.toLowerCase());
  return names;
}
