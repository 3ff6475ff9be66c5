import { NON_RESERVED_WORDS } from '../../syntax/lexer/keywords.ts';
import { STRING } from '../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../syntax/lexer/tokens.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { OtherStatement, StatementNode } from '../../syntax/tree/statements.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';
import { walk } from '../../syntax/tree/walk.ts';
import type { Call } from '../../syntax/tree/expressions.ts';

const UPPER_A = 0x41;
const UPPER_Z = 0x5a;

/** Words that are free as names, and yet part of the grammar where no name stands. */
const GRAMMAR_WORDS = new Set(
  (
    'AFTER ANALYZE ASC BEFORE BERNOULLI COLUMNS COMMENT COMPUTE CENTURY DATABASE DECADE DELAY DESC DOW DOY EPOCH ' +
    'EXTENDED FINAL FIRST FOLLOWING FORMATTED FRAC_SECOND HEADER IF INDEX KEY LAST MICROSECOND MILLENNIUM NULLS ' +
    'ORDINALITY PARTITIONED PAST PLACING PLAN PRECEDING QUARTER REPEATABLE REPLACE SETS STATISTICS TIMESTAMPADD ' +
    'TIMESTAMPDIFF UNBOUNDED VIEW WEEK'
  ).split(' '),
);

const EXPLAIN_WORDS = new Set(['PLAN', 'IMPLEMENTATION', 'ATTRIBUTES', 'JSON', 'XML']);

/**
 * Of statements whose tree is not kept: words that are free as names, by the words beside them. `WHEN MATCHED THEN
 * UPDATE` is grammar, a column called `matched` is not.
 */
function isOtherWord({ type }: OtherStatement, types: Tokens['types'], index: number): boolean {
  const word = types[index] ?? '';
  const [before, after] = [types[index - 1], types[index + 1]];
  if (type === 'EXPLAIN') return EXPLAIN_WORDS.has(word) && index < types.indexOf('FOR');
  if (type === 'CREATE DATABASE') return word === 'COMMENT' && after === STRING;
  if (type === 'MERGE')
    return word === 'MATCHED' && after === 'THEN' && /^(?:UPDATE|INSERT)$/.test(types[index + 2] ?? '');
  if (type !== 'ANALYZE TABLE') return false;
  const isCompute = word === 'COMPUTE' && after === 'STATISTICS';
  return (
    isCompute || (word === 'STATISTICS' && before === 'COMPUTE') || (word === 'COLUMNS' && before === 'FOR')
  );
}

/** Behind these stands no name: most free words of a script are `PRIMARY KEY` and `CREATE VIEW`. */
const BEFORE_NO_NAME = new Set(['PRIMARY', 'CREATE']);

/** Where names stand: the spans of identifiers and of what functions are called. */
function nameStarts(node: StatementNode): Set<number> {
  const starts = new Set<number>();
  const isCall = (item: AnyNode): item is AnyNode & Call => item.kind === 'call';
  const add = ({ start }: Span): void => {
    starts.add(start);
  };
  walk(node, item => {
    if (item.kind === 'identifier') add(item);
    else if (isCall(item)) add(item.nameSpan);
    return undefined;
  });
  return starts;
}

/**
 * Which tokens are key words, by index. A reserved word always is one; a free word only where the tree has no name and
 * the grammar has a use for it. When in doubt it is a name: its case may matter.
 */
export function keywordTokens(tokens: Tokens, node: StatementNode): boolean[] {
  const lastWord = node.kind === 'otherStatement' ? (node.name?.start ?? 0) : Infinity;
  // Few statements have a word of which only the tree tells what it is; the others need no walk through it.
  let names: ReadonlySet<number> | undefined;
  return tokens.types.map((type, index) => {
    const first = type.charCodeAt(0);
    if (first < UPPER_A || first > UPPER_Z) return false;
    if (!NON_RESERVED_WORDS.has(type)) return true;
    if (node.kind === 'otherStatement' && isOtherWord(node, tokens.types, index)) return true;
    const start = tokens.starts[index] ?? 0;
    if (!GRAMMAR_WORDS.has(type) || start >= lastWord) return false;
    if (BEFORE_NO_NAME.has(tokens.types[index - 1] ?? '')) return true;
    names ??= nameStarts(node);
    return !names.has(start);
  });
}
