import type { Analysis } from '../../analysis/analyze.ts';
import { rootOf } from '../../analysis/lookup.ts';
import type { Target } from '../../analysis/model.ts';
import type { Relation } from '../../analysis/relation.ts';
import type { Texts } from '../../catalog/texts.ts';
import type { SymbolAtCursor } from './symbol.ts';

/** Why a new name would clash with one that is there already; undefined when it does not. */
export function sameNameFault(analysis: Analysis, symbol: SymbolAtCursor, name: string): Texts | undefined {
  const { caseSensitive } = analysis.names;
  const equal = (a: string): boolean => (caseSensitive ? a === name : a.toLowerCase() === name.toLowerCase());
  if (equal(symbol.name)) return undefined;
  return isTaken(analysis, symbol, name, equal) ? taken(name) : undefined;
}

function taken(name: string): Texts {
  return {
    en: `'${name}' is already the name of something else here. Choose another one.`,
    zh: `“${name}”在此处已被使用，请换一个名称。`,
  };
}

function isTaken(
  analysis: Analysis,
  { kind, target }: SymbolAtCursor,
  name: string,
  equal: (other: string) => boolean,
): boolean {
  switch (kind) {
    case 'table':
    case 'view':
      return analysis.names.tableNames().some(equal);
    case 'function':
      return analysis.names.functionNames().some(other => other.toLowerCase() === name.toLowerCase());
    case 'column':
      return relationsWith(analysis, target).some(relation =>
        relation.columns.some(column => equal(column.name)),
      );
    case 'alias':
    case 'with':
      return target !== undefined && target.kind !== 'builtIn' && namesBeside(analysis, target).some(equal);
    case 'builtIn':
    case 'watermark':
      return false;
  }
}

/** The tables, views and queries that have the column. */
function relationsWith(analysis: Analysis, target: Target | undefined): Relation[] {
  const found = new Set<Relation>();
  const look = (relation: Relation | undefined): void => {
    if (relation?.columns.some(column => rootOf(column) === target) === true) found.add(relation);
  };
  for (const { model } of analysis.statements) {
    if (model?.declares !== undefined && model.declares.kind !== 'function') look(model.declares.relation);
    for (const { output } of model?.selects ?? []) look(output);
  }
  return [...found];
}

/** Names in FROM beside an alias, and items of the WITH beside another. */
function namesBeside(analysis: Analysis, target: Exclude<Target, { kind: 'builtIn' }>): string[] {
  const model = analysis.statements.find(item => item.statement === target.place?.statement)?.model;
  if (model === undefined) return [];
  if (target.kind === 'with')
    return model.references.flatMap(item => (item.target.kind === 'with' ? [item.target.name] : []));
  const scope = model.scopes.find(({ items }) => items.some(item => item.alias === target));
  return (scope?.items ?? []).flatMap(item => item.name ?? []);
}
