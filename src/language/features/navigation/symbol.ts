import type { Analysis } from '../../analysis/analyze.ts';
import { declarationPlace, offsetOf, referenceAt, rootOf } from '../../analysis/lookup.ts';
import type { Place, Reference, Target } from '../../analysis/model.ts';
import type { Span } from '../../syntax/tree/base.ts';

/** One place where a symbol stands. Offsets in UTF-16 units of the script. */
export interface Occurrence extends Span {
  readonly use: Reference['use'];
}

/** What the cursor is on: something with a name, and where in the script that name stands. */
export interface SymbolAtCursor {
  readonly name: string;
  readonly kind: Target['kind'] | 'watermark';
  /** The name under the cursor. */
  readonly origin: Span;
  /** Absent for a watermark, which nothing refers to. */
  readonly target?: Target;
  /** Where it is declared; absent for built-in functions. */
  readonly declaration?: Span;
}

/** The symbol at an offset of the script, also right behind its name. */
export function symbolAt(analysis: Analysis, offset: number): SymbolAtCursor | undefined {
  const found = referenceAt(analysis, offset);
  if (found === undefined) return watermarkAt(analysis, offset);
  const target = rootOf(found.reference.target);
  const place = declarationPlace(target);
  const declaration = place === undefined ? undefined : placed(analysis, place);
  return {
    name: target.kind === 'builtIn' ? target.builtIn.name : target.name,
    kind: target.kind,
    origin: { start: found.start, end: found.end },
    target,
    ...(declaration === undefined ? {} : { declaration }),
  };
}

function watermarkAt(analysis: Analysis, offset: number): SymbolAtCursor | undefined {
  for (const { offset: base, statement } of analysis.statements) {
    if (offset < base || offset > base + statement.text.length) continue;
    if (statement.node?.kind !== 'createTable') continue;
    for (const { name } of statement.node.watermarks) {
      if (name === undefined || offset < base + name.start || offset > base + name.end) continue;
      const origin = { start: base + name.start, end: base + name.end };
      return { name: name.name, kind: 'watermark', origin, declaration: origin };
    }
  }
  return undefined;
}

function placed(analysis: Analysis, place: Place): Span | undefined {
  const base = offsetOf(analysis, place.statement);
  return base === undefined ? undefined : { start: base + place.start, end: base + place.end };
}

/**
 * Whether two targets are one symbol. Columns that take their name from the same place are: those of a view that
 * hands on a column, those of a union, which are named by its first query.
 */
function isSame(a: Target, b: Target): boolean {
  if (a === b) return true;
  if (a.kind === 'builtIn' || b.kind === 'builtIn')
    return a.kind === 'builtIn' && b.kind === 'builtIn' && a.builtIn === b.builtIn;
  const [p, q] = [a.place, b.place];
  if (p === undefined || q === undefined) return false;
  return a.kind === b.kind && p.statement === q.statement && p.start === q.start;
}

/** Every occurrence of a symbol in the script, its declaration included, in the order of the text. */
export function occurrencesOf(analysis: Analysis, symbol: SymbolAtCursor): Occurrence[] {
  const { target } = symbol;
  if (target === undefined) return [{ ...symbol.origin, use: 'declaration' }];
  const found = new Map<number, Occurrence>();
  for (const { offset, model } of analysis.statements) {
    for (const reference of model?.references ?? []) {
      if (!isSame(rootOf(reference.target), target)) continue;
      const start = offset + reference.start;
      const known = found.get(start);
      if (known === undefined || known.use === 'declaration')
        found.set(start, { start, end: offset + reference.end, use: reference.use });
    }
  }
  return [...found.values()].sort((a, b) => a.start - b.start);
}
