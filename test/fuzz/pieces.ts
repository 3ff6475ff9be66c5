import { CHECKS } from '../../src/language/analysis/checks/registry.ts';
import { parseScript } from '../../src/language/syntax/script.ts';
import { conformanceCases, corpusScripts } from '../language/material.ts';

/** Characters of a piece at most: a fault needs little text to show, and a million cases need little time each. */
const LONGEST = 900;

/** Neighbouring statements of a script as long as they stay short together, so that names still find what they mean. */
function windows(text: string): string[] {
  const found: string[] = [];
  const { statements } = parseScript(text);
  for (let first = 0; first < statements.length; first++) {
    const start = statements[first]?.offset ?? 0;
    for (let last = first; last < statements.length; last++) {
      const placed = statements[last];
      if (placed === undefined) break;
      const piece = text.slice(start, placed.offset + placed.statement.text.length).trim();
      if (piece.length > LONGEST) break;
      // The longest window from each start is enough, and each statement alone.
      if (last === first) found.push(piece);
      else if (last === statements.length - 1 || piece.length > LONGEST / 2) found.push(`${piece};`);
    }
  }
  return found;
}

const shortestFirst = (texts: readonly string[]): readonly string[] =>
  [...new Set(texts)].sort((a, b) => a.length - b.length);

/** Pieces of real scripts and the examples of all checks: texts with meaning. Shortest first. */
export function realPieces(): readonly string[] {
  const real = corpusScripts().flatMap(({ text }) => windows(text));
  return shortestFirst([...real, ...CHECKS.flatMap(({ bad, good }) => [bad, good])]);
}

/** Texts of the conformance set, which has every form of the grammar. Shortest first. */
export function grammarPieces(): readonly string[] {
  return shortestFirst(conformanceCases().flatMap(({ sql }) => (sql.length <= LONGEST ? [sql] : [])));
}
