import { escapeForMessage } from '../syntax/parser/lexicalProblem.ts';
import type { LineMap, Position } from '../syntax/positions.ts';
import type { Problem } from '../syntax/problems.ts';
import type { PlacedStatement } from '../syntax/script.ts';
import type { ServiceFault } from './envelope.ts';

/** Classes of tokens as the service's parser names them. */
const CLASS_NAMES: Readonly<Record<string, string>> = {
  end: '<EOF> ',
  identifier: '<IDENTIFIER> ...',
  string: '<QUOTED_STRING> ...',
  quotedValue: '<QUOTED_STRING> ...',
  integer: '<UNSIGNED_INTEGER_LITERAL> ...',
  number: '<UNSIGNED_INTEGER_LITERAL> ...',
  propertyKey: '<IDENTIFIER> ...',
  table: '<IDENTIFIER> ...',
  function: '<IDENTIFIER> ...',
  expression: '<IDENTIFIER> ...',
  dataType: '<IDENTIFIER> ...',
  timeUnit: '"SECOND" ...',
};

function expecting(expected: readonly string[]): string {
  if (expected.length === 0) return '';
  const lines = expected.map(item => `    ${CLASS_NAMES[item] ?? `"${item}" ...`}`);
  const head = lines.length === 1 ? 'Was expecting:' : 'Was expecting one of:';
  return `\n${head}\n${lines.join('\n')}\n    `;
}

/**
 * Where the service says a statement's offset is. Lines count from the script's top; columns of the line a statement
 * begins on count from behind the semicolon before it, and each `\;` before counts as one character.
 */
export function servicePosition(
  lines: LineMap,
  { offset, statement }: PlacedStatement,
  at: number,
): Position {
  const absolute = offset + at;
  const { line, column } = lines.position(absolute);
  const lineStart = lines.lineStart(line);
  const from = Math.max(lineStart, offset);
  const escapes = statement.text.slice(from - offset, at).split('\\;').length - 1;
  return { line, column: column - (from - lineStart) - escapes };
}

/** What the service says of a problem of grammar or of a check of CREATE TABLE. */
export function grammarText(lines: LineMap, placed: PlacedStatement, problem: Problem): string {
  const { service, expected } = problem;
  const { line, column } = servicePosition(lines, placed, service.start);
  switch (service.style) {
    case 'encountered': {
      const text = service.text === '<EOF>' ? service.text : escapeForMessage(service.text);
      return `Encountered "${text}" at line ${line}, column ${column}.${expecting(expected)}`;
    }
    case 'lexical':
      return `Lexical error at line ${line}, column ${column}.  ${service.text}`;
    case 'at':
      return `${service.text}, at line ${line}, column ${column}`;
    case 'hidden':
    case 'none':
      return service.text;
  }
}

/** The fault of a script the service's parser refuses. */
export function grammarFault(lines: LineMap, placed: PlacedStatement, problem: Problem): ServiceFault {
  return {
    code: 'PAR-00000001',
    cause: `sql parse context error:\n${grammarText(lines, placed, problem)}`,
  };
}
