import type { TokenType } from '../../../syntax/lexer/tokens.ts';
import { expression } from './expression.ts';
import { NodeBuilder } from './node.ts';
import type { LayoutNode } from './node.ts';
import type { Reader } from './reader.ts';

const STOPS: ReadonlySet<TokenType> = new Set(['WHEN', 'THEN', 'ELSE', 'END', ')', ']']);
/** With so many branches a CASE is easier to read over several lines, even if it fits on one. */
const MANY_BRANCHES = 3;

function branch(r: Reader): LayoutNode | undefined {
  const into = new NodeBuilder().tokens(r.index, r.index++).node(expression(r, STOPS));
  if (r.at('THEN')) {
    const value = new NodeBuilder().tokens(r.index, r.index++).node(expression(r, STOPS));
    into.node(value.build(), 'whenBroken', 1);
  }
  return into.build();
}

/** `CASE … END` */
export function caseNode(r: Reader): LayoutNode | undefined {
  const head = new NodeBuilder().tokens(r.index, r.index++).node(expression(r, STOPS)).build();
  const branches: (LayoutNode | undefined)[] = [];
  let whens = 0;
  while (r.at('WHEN') || r.at('ELSE') || r.at('THEN')) {
    if (r.at('WHEN')) whens++;
    branches.push(branch(r));
  }
  const newLine = whens >= MANY_BRANCHES ? 'always' : 'whenBroken';
  const into = new NodeBuilder().node(head);
  for (const item of branches) into.node(item, newLine, 1);
  if (r.at('END')) into.tokens(r.index, r.index++, newLine);
  return into.build();
}
