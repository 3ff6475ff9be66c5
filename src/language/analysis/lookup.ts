import type { Statement } from '../syntax/script.ts';
import type { Analysis, AnalyzedStatement } from './analyze.ts';
import type { Column, Place, Reference, Scope, Target } from './model.ts';

/** A range of the script's text, and the statement it lies in. */
export interface Located {
  readonly start: number;
  readonly end: number;
  readonly reference: Reference;
}

/** Where a statement begins in the script. */
export function offsetOf(analysis: Analysis, statement: Statement): number | undefined {
  return analysis.statements.find(item => item.statement === statement)?.offset;
}

/** The statement an offset lies in; at its end too. */
export function statementAt({ statements }: Analysis, offset: number): AnalyzedStatement | undefined {
  let low = 0;
  let high = statements.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((statements[middle]?.offset ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const found = statements[low - 1];
  return found !== undefined && offset <= found.offset + found.statement.text.length ? found : undefined;
}

/** What a name is that takes its name over from another: the one that gives it. */
export function rootOf(target: Target): Target {
  let root = target;
  while (root.kind === 'column' && root.inherited && root.sources[0] !== undefined) root = root.sources[0];
  return root;
}

/** The reference at an offset of the script; at the end of a name too. Of several the one that reads. */
export function referenceAt(analysis: Analysis, offset: number): Located | undefined {
  const { offset: base, model } = statementAt(analysis, offset) ?? { offset: 0 };
  const at = offset - base;
  const found = model?.references.filter(item => item.start <= at && at <= item.end) ?? [];
  const reference = found.find(item => item.use !== 'declaration') ?? found[0];
  return reference && { start: base + reference.start, end: base + reference.end, reference };
}

/** Every place in the script that means the same thing, its declaration included, in order. */
export function referencesTo(analysis: Analysis, target: Target): Located[] {
  const root = rootOf(target);
  const found: Located[] = [];
  for (const { offset, model } of analysis.statements) {
    for (const reference of model?.references ?? []) {
      if (!same(rootOf(reference.target), root)) continue;
      found.push({ start: offset + reference.start, end: offset + reference.end, reference });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function same(a: Target, b: Target): boolean {
  return a === b || (a.kind === 'builtIn' && b.kind === 'builtIn' && a.builtIn === b.builtIn);
}

/** Where a thing is declared; built-in functions are nowhere. */
export function declarationPlace(target: Target): Place | undefined {
  const root = rootOf(target);
  return root.kind === 'builtIn' ? undefined : root.place;
}

/** The innermost scope at an offset of the script. */
export function scopeAt(analysis: Analysis, offset: number): Scope | undefined {
  const { offset: base, model } = statementAt(analysis, offset) ?? { offset: 0 };
  let best: Scope | undefined;
  for (const scope of model?.scopes ?? []) {
    const inside = scope.start <= offset - base && offset - base <= scope.end;
    if (inside && (best === undefined || scope.end - scope.start <= best.end - best.start)) best = scope;
  }
  return best;
}

/** The physical or computed columns of tables a column comes from, through views and sub-queries. */
export function tableColumnsOf(column: Column): Column[] {
  const found = new Set<Column>();
  const seen = new Set<Column>();
  const open = [column];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.table !== undefined) found.add(next);
    for (const below of next.sources) open.push(below);
  }
  return [...found];
}
