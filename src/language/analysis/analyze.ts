import type { PlacedStatement, Script } from '../syntax/script.ts';
import { finished } from '../syntax/steps.ts';
import type { Steps } from '../syntax/steps.ts';
import { align } from './align.ts';
import { declarationOf } from './declarations.ts';
import type { Declaration } from './declarations.ts';
import { ChangedNames, fits, Names } from './environment.ts';
import type { StatementModel } from './model.ts';
import { roomFor } from './resolve/room.ts';
import { resolveOne } from './resolved.ts';
import type { Resolved } from './resolved.ts';
import { Spellings } from './spellings.ts';
import { sameUses, usagesOf } from './usage.ts';
import type { Usages, Use } from './usage.ts';

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
  /** For the columns of stars in each statement: see `roomFor`. */
  readonly room: number;
  /** In the order of the text. */
  readonly statements: readonly AnalyzedStatement[];
  /** Every table, view and function in view at the end of the script. */
  readonly names: Names;
  /** What may have been meant by a name that is not known; the same object as before while no name changed. */
  readonly spellings: Spellings;
  /** How tables, views and functions are used; the same object as before while no use changed. */
  readonly usages: Usages;
  /** What `statements` were made from, one for each; what still holds is taken over the next time. */
  readonly resolved: readonly Resolved[];
}

/** In which order the service makes names known; everything else comes last and sees them all. */
const ORDER: readonly (Declaration['kind'] | undefined)[] = ['function', 'table', 'view', undefined];

/**
 * Resolves a script: functions first, then tables, then views, then the rest, each in the order of the text, as the
 * service registers them (blink-sql.md section 1). With the analysis of an earlier state of the script only those
 * statements are resolved again that changed, or that read something that did.
 *
 * A statement sees a name if the first declaration of that name, in the order above, comes before it. Statements that
 * are kept keep their order. So what one was told of a name holds as long as the first declaration of it is the same.
 */
export function analyze(script: Script, previous?: Analysis, options?: AnalysisOptions): Analysis {
  return finished(analyzeInSteps(script, previous, options));
}

/** `analyze` in small steps, a statement each: who drives it may do other things in between, or give up. */
export function* analyzeInSteps(
  script: Script,
  previous?: Analysis,
  options: AnalysisOptions = {},
): Steps<Analysis> {
  const caseSensitive = options.caseSensitive ?? false;
  const room = roomFor(script.statements.length);
  const before = isBasis(previous, caseSensitive, room) ? previous : undefined;
  const { from, gone } = align(before?.resolved ?? [], script.statements);
  const kept = from.map(index => before?.resolved[index]);
  const declared = script.statements.map(({ statement }, i) => {
    const entry = kept[i];
    return entry === undefined ? declarationOf(statement) : entry.declaration;
  });
  const left = gone.flatMap(index => before?.resolved[index] ?? []);
  const { names, changed } = namesFor(declared, kept, left, before?.names, caseSensitive);

  const resolved = new Array<Resolved>(kept.length);
  const usedBefore: Use[] = left.flatMap(({ uses }) => uses);
  const usedNow: Use[] = [];
  const { statements } = script;
  for (const kind of ORDER) {
    // By index: an iterator would leave garbage behind for every statement, at every keystroke.
    for (let i = 0; i < statements.length; i++) {
      const placed = statements[i];
      if (placed === undefined || declared[i]?.kind !== kind) continue;
      let entry = kept[i];
      if (entry === undefined || changed?.touch(entry.reads) === true) {
        for (const use of entry?.uses ?? []) usedBefore.push(use);
        entry = resolveOne(placed.statement, names, room);
        for (const use of entry.uses) usedNow.push(use);
        yield;
      }
      resolved[i] = entry;
      if (changed === undefined || entry.declares === undefined || !names.add(entry.declares)) continue;
      if (before?.names.get(entry.declares) !== entry.declares) changed.add(entry.declares);
    }
  }
  return {
    script,
    options,
    room,
    statements: place(script, resolved, before),
    names,
    spellings: spellingsFor(names, before),
    usages: before !== undefined && sameUses(usedBefore, usedNow) ? before.usages : usagesOf(resolved),
    resolved,
  };
}

/** Whether anything of an earlier analysis may be taken over. */
function isBasis(previous: Analysis | undefined, caseSensitive: boolean, room: number): previous is Analysis {
  if (previous?.names.caseSensitive !== caseSensitive) return false;
  return previous.room === room || previous.resolved.every(({ reads }) => fits(reads, room));
}

/** The names to be filled, and those that changed; the names of before and no change when nothing that declares did. */
function namesFor(
  declared: readonly (Declaration | undefined)[],
  kept: readonly (Resolved | undefined)[],
  left: readonly Resolved[],
  before: Names | undefined,
  caseSensitive: boolean,
): { names: Names; changed?: ChangedNames } {
  const isNew = declared.some((declaration, i) => declaration !== undefined && kept[i] === undefined);
  if (before !== undefined && !isNew && !left.some(({ declaration }) => declaration !== undefined))
    return { names: before };
  const tables = declared.flatMap(item => (item === undefined || item.kind === 'function' ? [] : item.name));
  const names = new Names(caseSensitive, tables);
  const changed = new ChangedNames(names);
  for (const { declaration } of left) if (declaration !== undefined) changed.add(declaration);
  return { names, changed };
}

function spellingsFor(names: Names, before: Analysis | undefined): Spellings {
  const former = before?.names;
  if (before !== undefined && names === former) return before.spellings;
  const declared = { tables: names.tableNames(), functions: names.functionNames() };
  const isSame =
    former !== undefined &&
    sameTexts(declared.tables, former.tableNames()) &&
    sameTexts(declared.functions, former.functionNames());
  return isSame && before !== undefined ? before.spellings : new Spellings(declared, before?.spellings);
}

function sameTexts(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, i) => text === b[i]);
}

/** Puts what was found out where its statement stands now. */
function place(
  { statements }: Script,
  resolved: readonly Resolved[],
  before: Analysis | undefined,
): AnalyzedStatement[] {
  return statements.map((placed, i) => {
    const model = resolved[i]?.model;
    const old = before?.statements[i];
    if (
      old !== undefined &&
      old.statement === placed.statement &&
      old.offset === placed.offset &&
      old.model === model
    )
      return old;
    return model === undefined ? placed : { ...placed, model };
  });
}
