import type { Analysis } from '../../analysis/analyze.ts';
import { declarationOf } from '../../analysis/declarations.ts';
import { inLanguage } from '../../catalog/texts.ts';
import type { Language } from '../../catalog/texts.ts';
import type { Script } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { occurrencesOf, symbolAt } from '../navigation/symbol.ts';

/** Where a lens stands: the name of a table or view in its CREATE. Offsets in UTF-16 units. */
export interface LensPlace extends Span {
  readonly kind: 'table' | 'view';
  readonly name: string;
}

/** What a lens shows once it is on the screen. */
export interface ReferenceLens {
  /** `3 references`, in the reader's language. */
  readonly title: string;
  /** Every use of the name, its declaration aside, in the order of the text. */
  readonly references: readonly Span[];
}

/** The places of lenses. Cheap: nothing is resolved or counted, so it may be asked for at every change. */
export function lensPlaces(script: Script): LensPlace[] {
  const found: LensPlace[] = [];
  for (const { offset, statement } of script.statements) {
    const declaration = declarationOf(statement);
    if (declaration === undefined || declaration.kind === 'function') continue;
    const { kind, name, place } = declaration;
    found.push({ kind, name, start: offset + place.start, end: offset + place.end });
  }
  return found;
}

/** How often, and where, the table or view is used whose lens stands at an offset (of the script as it is now). */
export function referenceLens(analysis: Analysis, offset: number, language: Language): ReferenceLens {
  const symbol = symbolAt(analysis, offset);
  const all = symbol === undefined ? [] : occurrencesOf(analysis, symbol);
  const references = all
    .filter(({ start }) => start !== symbol?.declaration?.start)
    .map(({ start, end }) => ({ start, end }));
  return { title: inLanguage(title(references.length), language), references };
}

function title(count: number): { en: string; zh: string } {
  return { en: `${count} reference${count === 1 ? '' : 's'}`, zh: `${count} 处引用` };
}
