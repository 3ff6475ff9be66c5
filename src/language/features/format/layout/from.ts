import { expression } from './expression.ts';
import { NodeBuilder } from './node.ts';
import type { LayoutNode } from './node.ts';
import { readList } from './reader.ts';
import type { Reader } from './reader.ts';
import { JOIN_WORDS, TABLE_STOPS } from './stops.ts';

/** `FROM …`: each join on a line, and its condition on another. */
export function from(r: Reader): LayoutNode | undefined {
  const into = new NodeBuilder().tokens(r.index, r.index++);
  readList(r, into, () => joined(r), { first: 'never', others: 'whenBroken', indent: 1 });
  return into.build();
}

/** A table and all that is joined to it. */
function joined(r: Reader): LayoutNode | undefined {
  const into = new NodeBuilder().node(expression(r, TABLE_STOPS));
  while (r.atAny(JOIN_WORDS)) into.node(join(r), 'always');
  return into.build();
}

function join(r: Reader): LayoutNode | undefined {
  const begin = r.index;
  while (r.atAny(JOIN_WORDS)) r.index++;
  const into = new NodeBuilder().tokens(begin, r.index - 1).node(expression(r, TABLE_STOPS));
  if (r.at('ON')) into.node(condition(r), 'always', 1);
  else if (r.at('USING')) into.node(condition(r));
  return into.build();
}

function condition(r: Reader): LayoutNode | undefined {
  return new NodeBuilder()
    .tokens(r.index, r.index++)
    .node(expression(r, TABLE_STOPS, 0))
    .build();
}
