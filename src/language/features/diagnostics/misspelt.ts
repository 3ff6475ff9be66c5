import { similarNames } from '../../analysis/similar.ts';
import { END } from '../../syntax/lexer/tokens.ts';
import type { Problem } from '../../syntax/problems.ts';
import type { Language } from './language.ts';

/** Key words a statement begins with. */
const STATEMENTS = ['CREATE', 'INSERT', 'SELECT', 'DROP', 'WITH'];
/** Key words a statement goes on with where it could end; short ones are too like any name. */
const CLAUSES = [
  'FROM',
  'WHERE',
  'GROUP',
  'HAVING',
  'ORDER',
  'LIMIT',
  'WINDOW',
  'JOIN',
  'LEFT',
  'INNER',
  'CROSS',
  'UNION',
  'EMIT',
  'WITH',
  'COMMENT',
];

export interface Misspelt {
  /** As it was written. */
  readonly word: string;
  /** The key word that was meant. */
  readonly meant: string;
  /** The word is the one before the token the problem is about: read as a name, it led there. */
  readonly before: boolean;
}

/** The misspelt key word a problem comes from, if it looks like one. */
export function misspelt({ id, args: [found = '', before = ''], expected }: Problem): Misspelt | undefined {
  if (id === 'notAQuery') return match(found, STATEMENTS, false);
  if (id !== 'unexpected') return undefined;
  const words = expected.filter(item => /^[A-Z_]+$/.test(item));
  const clauses = expected.includes(END) ? CLAUSES : [];
  return match(found, [...words, ...clauses], false) ?? match(before, clauses, true);
}

function match(word: string, choices: readonly string[], before: boolean): Misspelt | undefined {
  if (!/^[A-Za-z_]{2,}$/.test(word) || choices.includes(word.toUpperCase())) return undefined;
  const [meant] = similarNames(word, choices);
  return meant === undefined ? undefined : { word, meant, before };
}

/** What was meant, as an addition to the problem's text; empty when nothing looks like it. */
export function meantText(problem: Problem, language: Language): string {
  const found = misspelt(problem);
  if (found === undefined) return '';
  const { word, meant } = found;
  return language === 'zh'
    ? `。是否想写 ${meant}（现为“${word}”）？`
    : `. Did you mean ${meant}, not "${word}"?`;
}
