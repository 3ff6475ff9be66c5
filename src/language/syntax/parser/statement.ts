import { END } from '../lexer/tokens.ts';
import type { Tokens } from '../lexer/tokens.ts';
import type { Problem } from '../problems.ts';
import type { CreateFunction, CreateView, StatementNode } from '../tree/statements.ts';
import { createTable } from './createTable.ts';
import { Cursor, REFUSED } from './cursor.ts';
import { insert, requiredQuery } from './insert.ts';
import { stringLiteral } from './literals.ts';
import { compoundName, optionalNames } from './names.ts';
import * as other from './otherStatements.ts';

/** A statement's tree as far as it could be read, and its problems in the order they were found. */
export interface ParsedTokens {
  readonly node?: StatementNode;
  readonly problems: readonly Problem[];
}

/** Parses the tokens of one statement. Never throws. */
export function parseTokens(tokens: Tokens): ParsedTokens {
  const p = new Cursor(tokens);
  let node: StatementNode | undefined;
  try {
    node = statement(p);
    if (!p.at(END)) p.fail(END);
  } catch (error) {
    if (error !== REFUSED) throw error;
  }
  return node === undefined ? { problems: p.problems } : { node, problems: p.problems };
}

function statement(p: Cursor): StatementNode {
  switch (p.type) {
    case 'CREATE':
      return create(p);
    case 'INSERT':
    case 'UPSERT':
      return insert(p);
    case 'DROP':
      return other.drop(p);
    case 'ANALYZE':
      if (p.peek() === 'TABLE') return other.analyze(p);
      break;
    case 'DESCRIBE':
      return other.describe(p);
    case 'EXPLAIN':
      return other.explain(p);
    case 'SET':
    case 'RESET':
      return other.setOption(p);
    case 'ALTER':
      return other.alter(p);
    case 'DELETE':
      return other.deleteFrom(p);
    case 'UPDATE':
      return other.update(p);
    case 'MERGE':
      return other.merge(p);
    case 'CALL':
      return other.call(p);
  }
  const { start } = p;
  return { kind: 'queryStatement', query: requiredQuery(p), start, end: p.lastEnd };
}

function create(p: Cursor): StatementNode {
  const { start } = p;
  p.choose();
  switch (p.type) {
    case 'TABLE':
      p.take();
      return createTable(p, start);
    case 'FUNCTION':
      p.take();
      return createFunction(p, start);
    case 'DATABASE':
      p.take();
      return other.createDatabase(p, start);
    case 'VIEW':
    case 'OR':
      return createView(p, start);
    default:
      return p.fail('TABLE', 'VIEW', 'FUNCTION');
  }
}

function createView(p: Cursor, start: number): CreateView {
  const replace = p.at('OR');
  if (replace) {
    p.choose();
    p.expect('REPLACE');
  }
  p.expect('VIEW');
  const name = compoundName(p);
  const columns = optionalNames(p);
  p.expect('AS');
  const query = requiredQuery(p);
  return { kind: 'createView', name, columns, replace, query, start, end: p.lastEnd };
}

function createFunction(p: Cursor, start: number): CreateFunction {
  const name = compoundName(p);
  p.expect('AS');
  const className = stringLiteral(p);
  if (className.type === 'binary') {
    const image = p.tokens.text.slice(className.start, className.end);
    p.refuse('notALiteral', `not a literal: ${image}`, className, 'none');
  }
  return { kind: 'createFunction', name, className, start, end: p.lastEnd };
}
