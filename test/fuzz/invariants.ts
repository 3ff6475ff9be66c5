import type { Tokens } from '../../src/language/syntax/lexer/tokens.ts';
import type { Script } from '../../src/language/syntax/script.ts';
import { childrenOf } from '../../src/language/syntax/tree/walk.ts';
import type { AnyNode } from '../../src/language/syntax/tree/walk.ts';

/** What must hold of any text, and does not hold of this one. */
export class Violation extends Error {}

export function ensure(holds: boolean, rule: string): asserts holds {
  if (!holds) throw new Violation(rule);
}

/** `JSON` of both is the same; the rule names the first place where it is not. */
export function ensureSame(actual: unknown, expected: unknown, rule: string): void {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a === b) return;
  let at = 0;
  while (a[at] === b[at]) at++;
  const around = (text: string): string => text.slice(Math.max(0, at - 60), at + 60);
  throw new Violation(`${rule}: …${around(a)}… is not …${around(b)}…`);
}

const isBlank = (text: string): boolean => /^[ \t\r\n\f]*$/.test(text);

/** Every character belongs to a token, a comment, or white space between them. */
export function ensureLossless({ text, starts, ends, comments, types }: Tokens): void {
  let at = 0;
  let comment = 0;
  for (let i = 0; i < types.length; i++) {
    const [start = -1, end = -1] = [starts[i], ends[i]];
    for (; comment < comments.length && (comments[comment] ?? 0) < start; comment += 2) {
      ensure(isBlank(text.slice(at, comments[comment])), 'only blanks stand between tokens and comments');
      at = comments[comment + 1] ?? 0;
    }
    ensure(at <= start && isBlank(text.slice(at, start)), 'only blanks stand between tokens');
    ensure(i === types.length - 1 ? end === start : end > start, 'only the last token is empty');
    at = end;
  }
  ensure(at === text.length && comment === comments.length, 'the tokens reach to the end');
}

/** Statements in order and true to the text, problems inside of them, every node inside of the one it belongs to. */
export function ensureSound(script: Script): void {
  let before = 0;
  for (const { offset, statement } of script.statements) {
    const { text, tokens, problems, node } = statement;
    ensure(offset >= before, 'statements do not overlap');
    ensure(script.text.startsWith(text, offset), 'the text of a statement is that of the script');
    before = offset + text.length;
    ensure(tokens.text === text, 'the tokens are those of the statement');
    ensureLossless(tokens);
    for (const { start, end } of problems)
      ensure(0 <= start && start <= end && end <= text.length, 'problems lie inside of the statement');
    if (node !== undefined) ensureNested(node, text.length);
  }
}

function ensureNested(root: AnyNode, length: number): void {
  const open: { node: AnyNode; low: number; high: number }[] = [{ node: root, low: 0, high: length }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, low, high } = next;
    const { start, end, kind } = node;
    ensure(low <= start && start <= end && end <= high, `${kind} lies inside of what it belongs to`);
    for (const child of childrenOf(node)) open.push({ node: child, low: start, high: end });
  }
}
