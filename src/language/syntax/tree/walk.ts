import type { Span } from './base.ts';

/** Any node of the tree: something with a kind and a place. */
export interface AnyNode extends Span {
  readonly kind: string;
}

function isNode(value: object): value is AnyNode {
  return 'kind' in value && 'start' in value;
}

/** The nodes right below a node, in the order of the tree's fields; groups without a kind are looked through. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  const open: object[] = [node];
  for (let group = open.pop(); group !== undefined; group = open.pop()) {
    for (const value of Object.values(group) as unknown[]) {
      if (typeof value !== 'object' || value === null) continue;
      if (isNode(value)) found.push(value);
      else open.push(value);
    }
  }
  return found;
}

/**
 * Visits a node and all below it, without recursion, so that chains of any length are safe. The visitor answers false
 * to leave out what is below.
 */
export function walk(root: AnyNode, visit: (node: AnyNode) => boolean | undefined): void {
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (visit(node) === false) continue;
    const below = childrenOf(node);
    for (let i = below.length - 1; i >= 0; i--) {
      const child = below[i];
      if (child !== undefined) open.push(child);
    }
  }
}
