import fc from 'fast-check';
import { applyEdit } from '../../src/language/syntax/update.ts';
import type { Edit } from '../../src/language/syntax/update.ts';
import { editOf, MUTATION_KINDS, SPLINTERS } from './mutations.ts';
import { grammarPieces, realPieces } from './pieces.ts';

/** A text, the edits made to it one after the other, and where a person then looks (taken modulo the length). */
export interface Case {
  readonly text: string;
  readonly edits: readonly Edit[];
  readonly cursor: number;
}

/** The text after all edits. */
export const finalText = ({ text, edits }: Case): string => edits.reduce(applyEdit, text);

const number = fc.nat({ max: 0xffff });

const mutation = fc.record({
  kind: fc.constantFrom(...MUTATION_KINDS),
  at: number,
  other: number,
  splinter: fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...SPLINTERS) },
    fc.string({ unit: 'binary', maxLength: 4 }),
  ),
});

/** Cases of all kinds: mutated pieces of real scripts, and now and then a heap of splinters or of characters. */
export function cases(): fc.Arbitrary<Case> {
  const start = fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...realPieces()) },
    { weight: 9, arbitrary: fc.constantFrom(...grammarPieces()) },
    {
      weight: 1,
      arbitrary: fc.array(fc.constantFrom(...SPLINTERS), { maxLength: 30 }).map(parts => parts.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  );
  return fc
    .record({ text: start, mutations: fc.array(mutation, { maxLength: 5 }), cursor: number })
    .map(({ text, mutations, cursor }) => {
      const edits: Edit[] = [];
      let now = text;
      for (const item of mutations) {
        const edit = editOf(now, item);
        edits.push(edit);
        now = applyEdit(now, edit);
      }
      return { text, edits, cursor };
    });
}
