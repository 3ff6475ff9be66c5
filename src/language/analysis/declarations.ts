import { IDENTIFIER, QUOTED_IDENTIFIER, tokenText } from '../syntax/lexer/tokens.ts';
import type { Statement } from '../syntax/script.ts';
import { nameText } from '../syntax/tree/base.ts';
import type { FunctionEntity, Place, TableEntity } from './model.ts';
import { OPEN_RELATION } from './relation.ts';

/** What kind of name a statement declares, before anything in it is resolved. */
export interface Declaration {
  readonly kind: 'table' | 'view' | 'function';
  readonly name: string;
  readonly place: Place;
}

const NODE_KINDS = { createTable: 'table', createView: 'view', createFunction: 'function' } as const;

const known = new WeakMap<Statement, { readonly declaration: Declaration | undefined }>();

/** What a statement declares. Also of one that cannot be read, so that its name is no unknown one elsewhere. */
export function declarationOf(statement: Statement): Declaration | undefined {
  let entry = known.get(statement);
  if (entry === undefined) {
    entry = { declaration: fromTree(statement) };
    known.set(statement, entry);
  }
  return entry.declaration;
}

function fromTree(statement: Statement): Declaration | undefined {
  const { node } = statement;
  if (node === undefined) return fromTokens(statement);
  if (node.kind !== 'createTable' && node.kind !== 'createView' && node.kind !== 'createFunction')
    return undefined;
  // `CREATE TABLE IF NOT EXISTS t` is read as a table named IF, and refused behind it.
  if (statement.problems.length > 0 && nameText(node.name).toUpperCase() === 'IF')
    return fromTokens(statement);
  const { start, end } = node.name.parts.at(-1) ?? node.name;
  return { kind: NODE_KINDS[node.kind], name: nameText(node.name), place: { statement, start, end } };
}

/** Words that may stand between CREATE and the kind of thing, in this dialect and in others. */
const BETWEEN = new Set(['OR', 'REPLACE', 'TEMPORARY', 'IF', 'NOT', 'EXISTS']);

function fromTokens(statement: Statement): Declaration | undefined {
  const { tokens } = statement;
  if (tokens.types[0] !== 'CREATE') return undefined;
  let kind: Declaration['kind'] | undefined;
  for (let i = 1; i < 9; i++) {
    const type = tokens.types[i] ?? '';
    if (type === 'TABLE' || type === 'VIEW' || type === 'FUNCTION')
      kind = type === 'TABLE' ? 'table' : type === 'VIEW' ? 'view' : 'function';
    else if (type === IDENTIFIER || type === QUOTED_IDENTIFIER) {
      if (kind === undefined && tokenText(tokens, i).toUpperCase() !== 'SYSTEM') return undefined;
      if (kind === undefined) continue;
      const text = tokenText(tokens, i);
      const name = type === QUOTED_IDENTIFIER ? text.slice(1, -1) : text;
      const place = { statement, start: tokens.starts[i] ?? 0, end: tokens.ends[i] ?? 0 };
      return { kind, name, place };
    } else if (!BETWEEN.has(type)) {
      // A key word may be a name too: `CREATE TABLE k`.
      const text = tokenText(tokens, i);
      if (kind === undefined || !/^\w+$/.test(text)) return undefined;
      return {
        kind,
        name: text,
        place: { statement, start: tokens.starts[i] ?? 0, end: tokens.ends[i] ?? 0 },
      };
    }
  }
  return undefined;
}

/** Stands for a table or view whose statement could not be read: it may have any column. */
export function unreadTable({ name, place }: Declaration, kind: TableEntity['kind']): TableEntity {
  return { kind, name, place, relation: OPEN_RELATION };
}

export function unreadFunction({ name, place }: Declaration): FunctionEntity {
  return { kind: 'function', name, place };
}
