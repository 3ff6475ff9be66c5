import { lex } from '../../syntax/lexer/lexer.ts';
import type { Tokens } from '../../syntax/lexer/tokens.ts';
import type { Statement } from '../../syntax/script.ts';
import { typeAlignment } from './alignment.ts';
import { lineEnds, placeComments } from './comments.ts';
import type { Comment, Comments } from './comments.ts';
import { statementLayout } from './layout/statement.ts';
import { Reader } from './layout/reader.ts';
import type { FormatOptions } from './options.ts';
import { Printer } from './printer.ts';
import { Spacing } from './spacing.ts';
import { keywordTokens } from './words.ts';

export interface FormattedStatement {
  /** Comments that belong on the line of the semicolon before. */
  readonly head: readonly Comment[];
  /** From the first comment or token to the last, without the semicolon. */
  readonly body: string;
  /** Whether a semicolon may stand on the last line. */
  readonly isOpen: boolean;
  /** Whether an empty line stands before the body in the source. */
  readonly blankBefore: boolean;
  /** Whether it takes several lines, the comments above it aside. */
  readonly isLong: boolean;
}

/**
 * Lays out one statement.
 * @returns undefined when it has problems of grammar, so that nobody knows what its words mean
 */
export function formatStatement(
  statement: Statement,
  options: FormatOptions,
  lineEnd: string,
): FormattedStatement | undefined {
  const { tokens, node, problems } = statement;
  if (node === undefined || problems.some(({ kind }) => kind !== 'ddl')) return undefined;
  const isKeyword = keywordTokens(tokens, node);
  const facts = { tokens, isKeyword };
  const reader = new Reader(facts, options.commaPlace === 'leading');
  const layout = statementLayout(reader, node);
  if (layout === undefined) return undefined;
  const spacing = new Spacing(facts, reader);
  const comments = placeComments(tokens, options.commaPlace);
  const aligned = typeAlignment(tokens, node);
  const blanks = tokens.types.map((_, i) => aligned.get(i) ?? spacing.before(i));
  const printer = new Printer({ facts, comments, blanks, options, lineEnd }, layout);
  const { text: body, isOpen } = printer.print(layout);
  const printed = lex(body);
  if (!isSame(tokens, printed, comments.head.length)) return undefined;
  const isLong = /[\r\n]/.test(body.slice(printed.starts[0]));
  return { head: comments.head, body, isOpen, isLong, blankBefore: blankBefore(tokens, comments) };
}

function blankBefore({ text, starts }: Tokens, { above }: Comments): boolean {
  const first = above.get(0)?.[0];
  if (first !== undefined) return first.blankBefore;
  const end = starts[0] ?? 0;
  let at = end;
  while (at > 0 && text.charCodeAt(at - 1) <= 0x20) at--;
  return lineEnds(text, at, end) > 1;
}

/** The last line of defence: whatever the layout, the words must be those of the source. */
function isSame(before: Tokens, after: Tokens, moved: number): boolean {
  if (before.types.length !== after.types.length) return false;
  if (before.comments.length !== after.comments.length + 2 * moved) return false;
  return before.types.every(
    (type, i) => type === after.types[i] && lengthOf(before, i) === lengthOf(after, i),
  );
}

const lengthOf = ({ starts, ends }: Tokens, index: number): number =>
  (ends[index] ?? 0) - (starts[index] ?? 0);
