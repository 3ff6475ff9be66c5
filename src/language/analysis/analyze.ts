import type { PlacedStatement, Script, Statement } from '../syntax/script.ts';
import { declarationOf, unreadFunction, unreadTable } from './declarations.ts';
import type { Declaration } from './declarations.ts';
import { isCurrent, Names, recording } from './environment.ts';
import type { Reads } from './environment.ts';
import type { StatementModel } from './model.ts';
import { resolveStatement } from './resolve/statements.ts';

export interface AnalysisOptions {
  /** Names of tables and columns differ by case: up to Blink 3.2 (blink-sql.md section 2). Default: they do not. */
  readonly caseSensitive?: boolean;
}

/** A statement at its place, with what was found out about it; nothing of one that could not be read. */
export interface AnalyzedStatement extends PlacedStatement {
  readonly model?: StatementModel;
}

/** A whole script, resolved. */
export interface Analysis {
  readonly script: Script;
  readonly options: AnalysisOptions;
  /** In the order of the text. */
  readonly statements: readonly AnalyzedStatement[];
  /** Every table, view and function in view at the end of the script. */
  readonly names: Names;
  /** All declared names: what may have been meant by one that is not found. */
  readonly declared: string;
  /** What models were made from; what is unchanged is taken over the next time. */
  readonly resolved: ReadonlyMap<Statement, Resolved>;
}

interface Resolved {
  readonly model: StatementModel;
  readonly reads: Reads;
}

type Kind = Declaration['kind'] | 'other';
const ORDER: readonly Kind[] = ['function', 'table', 'view', 'other'];

/**
 * Resolves a script: functions first, then tables, then views, then the rest, each in the order of the text, as the
 * service registers them (blink-sql.md section 1). With the analysis of an earlier state of the script only those
 * statements are resolved again that changed, or that read something that did.
 */
export function analyze(script: Script, previous?: Analysis, options: AnalysisOptions = {}): Analysis {
  const caseSensitive = options.caseSensitive ?? false;
  const usable = previous?.names.caseSensitive === caseSensitive ? previous.resolved : undefined;
  const groups = new Map<Kind, { statement: Statement; declaration: Declaration | undefined }[]>(
    ORDER.map(kind => [kind, []]),
  );
  const tableNames: string[] = [];
  const all: string[] = [];
  for (const { statement } of script.statements) {
    const declaration = declarationOf(statement);
    groups.get(declaration?.kind ?? 'other')?.push({ statement, declaration });
    if (declaration === undefined) continue;
    all.push(`${declaration.kind} ${declaration.name}`);
    if (declaration.kind !== 'function') tableNames.push(declaration.name);
  }
  const declared = all.join('\n');
  const sameNames = declared === previous?.declared;
  const names = new Names(caseSensitive, tableNames);
  const resolved = new Map<Statement, Resolved>();
  for (const kind of ORDER) {
    for (const { statement, declaration } of groups.get(kind) ?? []) {
      const entry = resolve(statement, names, usable?.get(statement), sameNames);
      if (entry !== undefined) resolved.set(statement, entry);
      register(names, entry?.model, declaration);
    }
  }
  const statements = script.statements.map(placed => {
    const model = resolved.get(placed.statement)?.model;
    return model === undefined ? placed : { ...placed, model };
  });
  return { script, options, statements, names, declared, resolved };
}

function resolve(
  statement: Statement,
  names: Names,
  before: Resolved | undefined,
  sameNames: boolean,
): Resolved | undefined {
  const { node } = statement;
  if (node === undefined) return undefined;
  // A name that was not found comes with those it might have been: they must be the same too.
  const isComplete = sameNames || before?.model.faults.length === 0;
  if (before !== undefined && isComplete && isCurrent(before.reads, names)) return before;
  const { environment, reads } = recording(names);
  return { model: resolveStatement(statement, node, environment), reads };
}

function register(
  names: Names,
  model: StatementModel | undefined,
  declaration: Declaration | undefined,
): void {
  const declares = model?.declares;
  if (declares !== undefined && declares.name !== declaration?.name) registerUnread(names, declaration);
  else if (declares?.kind === 'function') names.addFunction(declares);
  else if (declares !== undefined) names.addTable(declares);
  else registerUnread(names, declaration);
}

function registerUnread(names: Names, declaration: Declaration | undefined): void {
  if (declaration?.kind === 'function') names.addFunction(unreadFunctionOf(declaration));
  else if (declaration !== undefined) names.addTable(unread(declaration, declaration.kind));
}

/** Entities of statements that cannot be read stay the same objects, so that what reads them is not redone. */
const unreadTables = new WeakMap<Statement, ReturnType<typeof unreadTable>>();

function unread(declaration: Declaration, kind: Declaration['kind']): ReturnType<typeof unreadTable> {
  const { statement } = declaration.place;
  let entity = unreadTables.get(statement);
  if (entity === undefined) {
    entity = unreadTable(declaration, kind === 'view' ? 'view' : 'table');
    unreadTables.set(statement, entity);
  }
  return entity;
}

const unreadFunctions = new WeakMap<Statement, ReturnType<typeof unreadFunction>>();

function unreadFunctionOf(declaration: Declaration): ReturnType<typeof unreadFunction> {
  const { statement } = declaration.place;
  let entity = unreadFunctions.get(statement);
  if (entity === undefined) {
    entity = unreadFunction(declaration);
    unreadFunctions.set(statement, entity);
  }
  return entity;
}
