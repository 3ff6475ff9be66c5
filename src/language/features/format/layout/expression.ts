import { END } from '../../../syntax/lexer/tokens.ts';
import type { TokenType } from '../../../syntax/lexer/tokens.ts';
import { endsValue } from '../spacing.ts';
import { caseNode } from './caseNode.ts';
import { NodeBuilder } from './node.ts';
import type { LayoutNode } from './node.ts';
import { parentheses } from './parentheses.ts';
import type { Reader } from './reader.ts';

/** Where lines break in an expression, loosest first; 0: no operator. */
const LEVELS = new Map<TokenType, number>([
  ['OR', 1],
  ['AND', 2],
  ['||', 3],
  ['+', 3],
  ['-', 3],
  ['*', 4],
  ['/', 4],
]);
const TIGHTEST = 4;

/** Tokens without a line end among them, or a node; the level is that of the operator it begins with. */
interface Leaf {
  readonly from: number;
  readonly to: number;
  readonly node?: LayoutNode | undefined;
  readonly level: number;
}

/** `FROM` of `IS DISTINCT FROM` ends no expression. */
function isComparing(r: Reader): boolean {
  return r.at('FROM') && r.peek(-1) === 'DISTINCT' && (r.peek(-2) === 'IS' || r.peek(-2) === 'NOT');
}

/**
 * Reads up to a token of `stops` (or the end) outside of parentheses.
 * @param continuation levels the lines behind the first are indented
 * @returns undefined when there is nothing before the stop
 */
export function expression(
  r: Reader,
  stops: ReadonlySet<TokenType>,
  continuation = 1,
): LayoutNode | undefined {
  const leaves: Leaf[] = [];
  let from = r.index;
  let level = 0;
  let betweens = 0;
  const flush = (): void => {
    if (from < r.index) leaves.push({ from, to: r.index - 1, level });
    level = 0;
    from = r.index;
  };
  while (!r.at(END) && (!r.atAny(stops) || isComparing(r))) {
    const { type } = r;
    if (type === '(' || type === '[' || type === 'CASE') {
      flush();
      const node = type === 'CASE' ? caseNode(r) : parentheses(r);
      if (node !== undefined) leaves.push({ from, to: r.index - 1, node, level: 0 });
      from = r.index;
      continue;
    }
    if (type === 'BETWEEN') betweens++;
    let operator = LEVELS.get(type) ?? 0;
    if (type === 'AND' && betweens > 0) {
      betweens--;
      operator = 0;
    }
    if (operator > 0 && endsValue(r.facts, r.index - 1)) {
      flush();
      level = operator;
    }
    r.index++;
  }
  flush();
  return group(leaves, 0, leaves.length, 1, continuation);
}

/** Splits leaves at their loosest operators; each operand may begin a line with its operator. */
function group(
  leaves: readonly Leaf[],
  first: number,
  last: number,
  loosest: number,
  indent: number,
): LayoutNode | undefined {
  const into = new NodeBuilder();
  for (let level = loosest; level <= TIGHTEST; level++) {
    let begin = first;
    for (let i = first + 1; i < last; i++) {
      if (leaves[i]?.level !== level) continue;
      into.node(
        group(leaves, begin, i, level + 1, 1),
        begin === first ? 'never' : 'whenBroken',
        begin === first ? 0 : indent,
      );
      begin = i;
    }
    if (begin === first) continue;
    into.node(group(leaves, begin, last, level + 1, 1), 'whenBroken', indent);
    return into.build();
  }
  for (let i = first; i < last; i++) {
    const leaf = leaves[i];
    if (leaf?.node !== undefined) into.node(leaf.node);
    else if (leaf !== undefined) into.tokens(leaf.from, leaf.to);
  }
  return into.build();
}
