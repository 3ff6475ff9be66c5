import { NON_RESERVED_WORDS } from '../../syntax/lexer/keywords.ts';
import type { Tokens } from '../../syntax/lexer/tokens.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { StatementNode } from '../../syntax/tree/statements.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';
import { walk } from '../../syntax/tree/walk.ts';
import type { Call } from '../../syntax/tree/expressions.ts';

const LETTERS = /^[A-Z]/;

/** Words that are free as names, and yet part of the grammar where no name stands. */
const GRAMMAR_WORDS = new Set(
  (
    'AFTER ANALYZE ASC BEFORE BERNOULLI COLUMNS COMMENT COMPUTE CENTURY DATABASE DECADE DELAY DESC DOW DOY EPOCH ' +
    'EXTENDED FINAL FIRST FOLLOWING FORMATTED FRAC_SECOND HEADER IF INDEX KEY LAST MICROSECOND MILLENNIUM NULLS ' +
    'ORDINALITY PARTITIONED PAST PLACING PLAN PRECEDING QUARTER REPEATABLE REPLACE SETS STATISTICS TIMESTAMPADD ' +
    'TIMESTAMPDIFF UNBOUNDED VIEW WEEK'
  ).split(' '),
);

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
  const names = nameStarts(node);
  const lastWord = node.kind === 'otherStatement' ? (node.name?.start ?? 0) : Infinity;
  return tokens.types.map((type, index) => {
    if (!LETTERS.test(type)) return false;
    if (!NON_RESERVED_WORDS.has(type)) return true;
    const start = tokens.starts[index] ?? 0;
    return GRAMMAR_WORDS.has(type) && start < lastWord && !names.has(start);
  });
}
