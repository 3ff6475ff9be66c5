import { STRING } from '../../syntax/lexer/tokens.ts';
import type { Comment, Comments } from './comments.ts';
import { lineEnds } from './comments.ts';
import { displayWidth } from './displayWidth.ts';
import type { LayoutNode, Part } from './layout/node.ts';
import type { FormatOptions } from './options.ts';
import type { TokenFacts } from './spacing.ts';

/** Above these, comments belong to the lines before: they get the indentation of what is about to end. */
const ENDING = new Set([')', 'END', 'FROM']);

const NONE: readonly Comment[] = [];
const BLANKS = ['', ' ', '  ', '   ', '    '];

export interface PrintInput {
  readonly facts: TokenFacts;
  readonly comments: Comments;
  /** Blanks before each token when it does not begin a line. */
  readonly blanks: readonly number[];
  readonly options: FormatOptions;
  readonly lineEnd: string;
}

/** Prints the layout of one statement. Whether a run fits on a line is known from sums, so each token is looked at once. */
export class Printer {
  private readonly input: PrintInput;
  private readonly words: string[] = [];
  private readonly wordWidths: number[] = [];
  /** Widths of all tokens before an index, with the blanks before each of them. */
  private readonly widths: number[] = [0];
  /** How many tokens before an index must begin a line. */
  private readonly forced: number[] = [0];
  /** Put together by `+=`: engines do so faster than by joining as many pieces. */
  private out = '';
  private column = 0;
  /** What was written last are blanks, though perhaps none. */
  private isAfterBlanks = true;
  /** The level of the line to begin with the next token, if one is to begin. */
  private pending: { level: number; blank: boolean } | undefined;
  /** A comment ended the line: whatever comes next begins another. */
  private lineIsOver = false;

  constructor(input: PrintInput, layout: LayoutNode) {
    this.input = input;
    const { tokens } = input.facts;
    const alwaysFirst = firstTokens(layout);
    const { above, before, behind } = input.comments;
    for (let i = 0; i < tokens.types.length; i++) {
      const word = this.wordOf(i);
      const wordWidth = displayWidth(word);
      this.words.push(word);
      this.wordWidths.push(wordWidth);
      let width = (input.blanks[i] ?? 0) + wordWidth;
      for (const { text } of before.get(i) ?? NONE) width += displayWidth(text) + 1;
      this.widths.push((this.widths[i] ?? 0) + width);
      const isForced = alwaysFirst.has(i) || above.has(i) || behind.has(i - 1) || this.continuesString(i);
      this.forced.push((this.forced[i] ?? 0) + (isForced ? 1 : 0));
    }
  }

  private wordOf(index: number): string {
    const { facts, options } = this.input;
    const { types, starts, ends, text } = facts.tokens;
    const written = text.slice(starts[index], ends[index]);
    if (facts.isKeyword[index] !== true || options.keywordCase === 'preserve') return written;
    const type = types[index] ?? '';
    return options.keywordCase === 'upper' ? type : type.toLowerCase();
  }

  /** A string that goes on in a literal on the next line stays on two lines. */
  private continuesString(index: number): boolean {
    const { types, starts, ends, text } = this.input.facts.tokens;
    if (types[index] !== STRING || !(types[index - 1]?.toLowerCase().endsWith('string') ?? false))
      return false;
    return lineEnds(text, ends[index - 1] ?? 0, starts[index] ?? 0) > 0;
  }

  /** The statement's text without its last semicolon; and whether its last line can take one. */
  print(layout: LayoutNode): { text: string; isOpen: boolean } {
    this.node(layout, 0, 1);
    const end = this.input.facts.tokens.types.length - 1;
    const after = this.input.comments.above.get(end) ?? [];
    for (const comment of after) {
      this.newLine(0, comment.blankBefore);
      this.write(comment.text);
    }
    const text = this.out;
    const lastLine = text.slice(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
    // To the service's splitter two dashes hide the rest of a line, inside strings as well.
    return { text, isOpen: after.length === 0 && !/--|\/\//.test(lastLine) };
  }

  private node(node: LayoutNode, level: number, tail: number): void {
    if (this.fits(node, level, tail)) {
      this.tokens(node.from, node.to, level);
      return;
    }
    const { parts } = node;
    parts.forEach((part, i) => {
      const partLevel = level + part.indent;
      if (part.newLine !== 'never' && (i > 0 || part.newLine === 'always')) this.startLine(part, partLevel);
      if (part.node === undefined) this.tokens(part.from, part.to, partLevel);
      else this.node(part.node, partLevel, this.tailAfter(parts, i, tail));
    });
  }

  private fits(node: LayoutNode, level: number, tail: number): boolean {
    const { from, to } = node;
    if ((this.forced[to + 1] ?? 0) > (this.forced[from + 1] ?? 0)) return false;
    const blanks = this.input.blanks[from] ?? 0;
    const width = (this.widths[to + 1] ?? 0) - (this.widths[from] ?? 0) - blanks;
    const { indentSize, lineWidth } = this.input.options;
    let column = this.column + blanks;
    if (this.pending !== undefined) column = this.pending.level * indentSize;
    else if (this.lineIsOver) column = (level + 1) * indentSize;
    return column + width + tail <= lineWidth;
  }

  /** The width of the tokens that stay on the line of a part, up to the next place where it may break. */
  private tailAfter(parts: readonly Part[], index: number, tail: number): number {
    let width = 0;
    for (let i = index + 1; i < parts.length; i++) {
      const part = parts[i];
      if (part === undefined || part.newLine !== 'never' || part.node !== undefined) return width;
      width += (this.widths[part.to + 1] ?? 0) - (this.widths[part.from] ?? 0);
    }
    return width + tail;
  }

  private startLine(part: Part, level: number): void {
    this.pending = { level, blank: part.keepsBlank && this.hasBlankBefore(part.from) };
  }

  private hasBlankBefore(index: number): boolean {
    const { types, starts, text } = this.input.facts.tokens;
    if (types[index - 1] === '(') return false;
    const isBlank = (token: number): boolean => {
      let at = starts[token] ?? 0;
      const end = at;
      while (at > 0 && text.charCodeAt(at - 1) <= 0x20) at--;
      return lineEnds(text, at, end) > 1;
    };
    return isBlank(index) || (types[index] === ',' && isBlank(index + 1));
  }

  private tokens(from: number, to: number, level: number): void {
    for (let i = from; i <= to; i++) this.token(i, level);
  }

  private token(index: number, level: number): void {
    const { comments, facts, blanks } = this.input;
    const above = comments.above.get(index);
    if (this.pending === undefined && (this.lineIsOver || above !== undefined || this.continuesString(index)))
      this.pending = { level: index === 0 ? level : level + 1, blank: false };
    const { types } = facts.tokens;
    let before = comments.before.get(index) ?? NONE;
    if (this.pending !== undefined && types[index] === ',' && !this.lineIsOver) {
      // What stands before a comma belongs to the item before, also when the comma begins a line.
      for (const { text } of before) this.write(` ${text}`);
      before = NONE;
    }
    if (this.pending !== undefined) {
      const line = this.pending;
      this.pending = undefined;
      const isFirst = types[index - 1] === '(' || this.out === '';
      const raised = ENDING.has(types[index] ?? '') ? line.level + 1 : line.level;
      above?.forEach((comment, i) => {
        this.newLine(raised, comment.blankBefore && !(isFirst && i === 0));
        this.write(comment.text);
      });
      this.newLine(line.level, above === undefined && line.blank);
    } else if (this.out !== '') this.blanks(blanks[index] ?? 0);
    for (const { text } of before) this.besides(text, index);
    this.word(index);
    for (const { text } of comments.behind.get(index) ?? NONE) {
      this.write(` ${text}`);
      this.lineIsOver = true;
    }
  }

  /** A comment on the line, before a token; blanks stand around it but for the inner side of parentheses. */
  private besides(text: string, index: number): void {
    const { blanks, facts } = this.input;
    const { types } = facts.tokens;
    const left = types[index - 1] ?? '(';
    const needsBlank = this.column > 0 && blanks[index] === 0 && left !== '(' && left !== '[';
    this.write(needsBlank && !this.isAfterBlanks ? ` ${text}` : text);
    if (![',', ')', ']'].includes(types[index] ?? '')) this.write(' ');
  }

  private newLine(level: number, blank: boolean): void {
    this.lineIsOver = false;
    const { options, lineEnd } = this.input;
    const indent = options.useTabs ? '\t'.repeat(level) : ' '.repeat(level * options.indentSize);
    const isFirst = this.out === '';
    this.out += isFirst ? indent : `${blank ? lineEnd : ''}${lineEnd}${indent}`;
    this.column = level * options.indentSize;
    this.isAfterBlanks = true;
  }

  private blanks(count: number): void {
    this.out += BLANKS[count] ?? ' '.repeat(count);
    this.column += count;
    this.isAfterBlanks = true;
  }

  private word(index: number): void {
    const word = this.words[index] ?? '';
    const width = this.wordWidths[index];
    // Of a word of one line the width is known; others are rare.
    if (width !== word.length) {
      this.write(word);
      return;
    }
    this.out += word;
    this.column += width;
    this.isAfterBlanks = false;
  }

  private write(text: string): void {
    this.out += text;
    this.isAfterBlanks = text === ' ';
    const lastEnd = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r'));
    this.column = lastEnd < 0 ? this.column + displayWidth(text) : displayWidth(text.slice(lastEnd + 1));
  }
}

/** The first tokens of all parts that begin a line always. */
function firstTokens(layout: LayoutNode): Set<number> {
  const found = new Set<number>();
  const open = [layout];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const part of node.parts) {
      if (part.newLine === 'always') found.add(part.from);
      if (part.node !== undefined) open.push(part.node);
    }
  }
  return found;
}
