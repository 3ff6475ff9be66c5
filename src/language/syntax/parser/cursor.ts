import * as T from '../lexer/tokens.ts';
import { NON_RESERVED_WORDS } from '../lexer/keywords.ts';
import type { Tokens, TokenType } from '../lexer/tokens.ts';
import type { Problem, ServiceWords } from '../problems.ts';
import { lexicalProblem } from './lexicalProblem.ts';
import { MAX_DEPTH } from './limits.ts';
import { endsList, mistakeAt, wordBefore } from './mistakes.ts';

/** Thrown to leave a rule after its problem was noted; caught where parsing can go on. Never leaves the parser. */
export const REFUSED = new Error('refused');

/** Whether a token of this type may stand where a name is wanted. */
export function isName(type: TokenType): boolean {
  return (
    type === T.IDENTIFIER ||
    type === T.QUOTED_IDENTIFIER ||
    type === T.PLACEHOLDER ||
    NON_RESERVED_WORDS.has(type)
  );
}

/**
 * The reading position in a statement, and the memory of what the service would have looked at.
 *
 * The service's parser decides each optional part by its first two tokens. When the second does not fit, it does not
 * enter the part at all and complains about the first. `choose` therefore marks the token that begins such a part; a
 * failure right behind the mark is blamed on it (`service`), while the editor still shows the token that is wrong.
 */
export class Cursor {
  readonly tokens: Tokens;
  readonly problems: Problem[] = [];
  index = 0;
  private readonly types: readonly TokenType[];
  private mark = -2;
  private operatorMark = -2;
  private depth = 0;

  constructor(tokens: Tokens) {
    this.tokens = tokens;
    this.types = tokens.types;
  }

  get type(): TokenType {
    return this.types[this.index] ?? T.END;
  }

  peek(distance = 1): TokenType {
    return this.types[this.index + distance] ?? T.END;
  }

  at(type: TokenType): boolean {
    return this.types[this.index] === type;
  }

  atName(distance = 0): boolean {
    return isName(this.peek(distance));
  }

  /** Offset where the next token begins. */
  get start(): number {
    return this.tokens.starts[this.index] ?? this.tokens.text.length;
  }

  /** Offset where the last consumed token ends. */
  get lastEnd(): number {
    return this.index === 0 ? 0 : (this.tokens.ends[this.index - 1] ?? 0);
  }

  /** The next token's characters. */
  get text(): string {
    return T.tokenText(this.tokens, this.index);
  }

  take(): void {
    this.index++;
  }

  /** Consumes the first token of a part the service enters only when the second token fits, too. */
  choose(): void {
    this.mark = this.index++;
  }

  /** As `choose`, for operators: there the service looks one token further. */
  chooseOperator(): void {
    this.operatorMark = this.mark = this.index++;
  }

  /** Marks the next token as the beginning of a part, for a rule that will consume it. */
  markChoice(): void {
    this.mark = this.index;
  }

  /** Marks the token just consumed, for a part of one token that the service would not have entered alone. */
  markLast(): void {
    this.mark = this.index - 1;
  }

  /** Takes a mark back: a failure at the next token is blamed on that token. */
  forgetChoice(): void {
    this.mark = this.operatorMark = -2;
  }

  accept(type: TokenType): boolean {
    if (!this.at(type)) return false;
    this.index++;
    return true;
  }

  expect(type: TokenType): void {
    if (this.at(type)) this.index++;
    else this.fail(type);
  }

  /** Notes that the next token is not one of the expected, and leaves the rule. */
  fail(...expected: readonly TokenType[]): never {
    this.refuseAt(this.blamed(), expected);
  }

  /** `fail`, where the mistake has a name of its own. */
  failAs(id: string, ...expected: readonly TokenType[]): never {
    this.refuseAt(this.blamed(), expected, id);
  }

  private blamed(): number {
    const { index } = this;
    if (this.mark !== index - 1) return index;
    return this.operatorMark === index - 2 ? index - 2 : index - 1;
  }

  private refuseAt(blamed: number, expected: readonly TokenType[], known?: string): never {
    const { index, tokens } = this;
    const lexical = this.lexical();
    if (lexical !== undefined) this.note(lexical);
    else {
      const found = T.tokenText(tokens, index);
      const isComma = blamed < index && this.types[index - 1] === ',' && endsList(tokens, index, expected);
      const shown = isComma || (blamed < index && this.at(T.END)) ? index - 1 : index;
      const service: ServiceWords = {
        ...this.span(blamed),
        text: this.types[blamed] === T.END ? '<EOF>' : T.tokenText(tokens, blamed),
        style: 'encountered',
      };
      const id = isComma
        ? 'trailingComma'
        : this.at(T.END)
          ? index === 0
            ? 'onlyComments'
            : 'unexpectedEnd'
          : (known ?? mistakeAt(tokens, index, expected) ?? 'unexpected');
      const kind = this.types[blamed] === ';' ? 'splitter' : 'syntax';
      this.note({
        kind,
        id,
        args: [found, wordBefore(tokens, index)],
        expected,
        service,
        start: this.span(Math.min(shown, blamed + 1)).start,
        end: this.span(shown).end,
      });
    }
    throw REFUSED;
  }

  /** The characters of a token; of the end: the last character, so that there is something to underline. */
  private span(index: number): { start: number; end: number } {
    const { starts, ends, text } = this.tokens;
    if (this.types[index] !== T.END) return { start: starts[index] ?? 0, end: ends[index] ?? 0 };
    return { start: Math.max(0, text.length - 1), end: text.length };
  }

  /**
   * Notes a fault the service finds after reading a part: the text and the place as the service has them. The editor
   * shows it at the same place, or at `shown`.
   */
  refuse(
    id: string,
    text: string,
    { start, end }: { start: number; end: number },
    style: ServiceWords['style'] = 'hidden',
    args: readonly string[] = [],
    shown: { start: number; end: number } = { start, end },
  ): never {
    const service: ServiceWords = { text, start, end, style };
    const place = { start: shown.start, end: shown.end };
    this.note(this.lexical() ?? { kind: 'syntax', id, args, expected: [], service, ...place });
    throw REFUSED;
  }

  /** Notes that what was just read is no query, though one is needed. */
  refuseNonQuery(): never {
    const place = this.lastToken;
    const found = this.tokens.text.slice(place.start, place.end);
    this.refuse('notAQuery', 'Non-query expression encountered in illegal context', place, 'hidden', [found]);
  }

  private lexical(): Problem | undefined {
    return this.at(T.BAD) ? lexicalProblem(this.tokens, this.index) : undefined;
  }

  /**
   * Notes a problem, unless it only repeats the one before: a rule given up at one place makes others fail at the same
   * place, and behind a quote that is never closed nothing is what it seems.
   */
  note(problem: Problem): void {
    const last = this.problems.at(-1);
    if (problem.kind !== 'limit' && (last?.id === 'openText' || last?.start === problem.start)) return;
    this.problems.push(problem);
  }

  /** The token consumed last: where the service puts faults it finds in Java code between two tokens. */
  get lastToken(): { start: number; end: number } {
    return this.span(Math.max(0, this.index - 1));
  }

  /** The next token; at the end of the text the last one. */
  get nextOrLast(): { start: number; end: number } {
    return this.at(T.END) ? this.lastToken : this.span(this.index);
  }

  /** Enters a level of nesting; too many are refused, since the service's parser would overflow as well. */
  enter(): void {
    if (++this.depth <= MAX_DEPTH) return;
    const { start, end } = this.span(this.index);
    const text = 'java.lang.StackOverflowError';
    const service: ServiceWords = { text, start, end, style: 'none' };
    this.note({ kind: 'limit', id: 'tooDeep', args: [String(MAX_DEPTH)], expected: [], service, start, end });
    throw REFUSED;
  }

  leave(): void {
    this.depth--;
  }

  /**
   * Runs a rule; when it is refused, skips to where `isResume` says, and answers undefined. Parentheses the rule opened
   * are closed on the way, and others are skipped as a whole; but a word that resumes right at the fault is taken at
   * once: there, a parenthesis is missing. Always ends, at the latest at the statement's end.
   */
  attempt<Node>(rule: () => Node, isResume: (type: TokenType) => boolean): Node | undefined {
    const { depth, index } = this;
    try {
      return rule();
    } catch (error) {
      if (error !== REFUSED || this.problems.at(-1)?.kind === 'limit') throw error;
      this.depth = depth;
      this.skipTo(isResume, index);
      return undefined;
    }
  }

  private skipTo(isResume: (type: TokenType) => boolean, from: number): void {
    if (isResume(this.type) && this.type.length > 1) return;
    let open = 0;
    for (let i = from; i < this.index; i++) {
      const type = this.types[i];
      if (type === '(') open++;
      else if (type === ')' && open > 0) open--;
    }
    for (; !this.at(T.END); this.index++) {
      const { type } = this;
      if (open === 0 && isResume(type)) return;
      if (type === '(') open++;
      else if (type === ')' && open > 0) open--;
    }
  }
}
