import type { Statement } from '../syntax/script.ts';
import { declarationOf, unreadFunction, unreadTable } from './declarations.ts';
import type { Declaration } from './declarations.ts';
import { isCurrent, recording } from './environment.ts';
import type { Names, Reads } from './environment.ts';
import type { FunctionEntity, StatementModel, TableEntity } from './model.ts';
import { resolveStatement } from './resolve/statements.ts';
import { usesOf } from './usage.ts';
import type { Use } from './usage.ts';

/** A statement with all that was found out about it, wherever it stands; it holds as long as what it read. */
export interface Resolved {
  readonly statement: Statement;
  /** What the statement declares, before anything in it is resolved. */
  readonly declaration: Declaration | undefined;
  /** What its declaration makes known to others; stands for anything when the statement could not be read. */
  readonly declares: TableEntity | FunctionEntity | undefined;
  /** Absent when the statement could not be read. */
  readonly model: StatementModel | undefined;
  readonly reads: Reads;
  readonly uses: readonly Use[];
}

const NOTHING = {
  model: undefined,
  reads: {
    caseSensitive: false,
    tables: new Map<string, undefined>(),
    functions: new Map<string, undefined>(),
    brought: 0,
  },
  uses: [],
};

/** What was last found out about a statement, for one that comes back after it was gone: see `updateScript`. */
const known = new WeakMap<Statement, Resolved>();

/**
 * Resolves all names of one statement, among those known so far.
 * @param room for the columns of its stars: see `roomFor`
 */
export function resolveOne(statement: Statement, names: Names, room: number): Resolved {
  const before = known.get(statement);
  if (before !== undefined && isCurrent(before.reads, names, room)) return before;
  const resolved = resolveAnew(statement, names, room);
  if (resolved.model !== undefined) known.set(statement, resolved);
  return resolved;
}

function resolveAnew(statement: Statement, names: Names, room: number): Resolved {
  const declaration = declarationOf(statement);
  const { node } = statement;
  if (node === undefined)
    return { ...NOTHING, statement, declaration, declares: declaration && unread(declaration) };
  const { environment, reads } = recording(names, room);
  const model = resolveStatement(statement, node, environment);
  const declares =
    model.declares !== undefined && model.declares.name === declaration?.name
      ? model.declares
      : declaration && unread(declaration);
  return { statement, declaration, declares, model, reads, uses: usesOf(model) };
}

function unread(declaration: Declaration): TableEntity | FunctionEntity {
  return declaration.kind === 'function'
    ? unreadFunction(declaration)
    : unreadTable(declaration, declaration.kind);
}
