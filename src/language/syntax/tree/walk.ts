import type { Span } from './base.ts';

/** Any node of the tree: something with a kind and a place. */
export interface AnyNode extends Span {
  readonly kind: string;
}

function isNode(value: object): value is AnyNode {
  const { kind, start } = value as Partial<AnyNode>;
  return kind !== undefined && start !== undefined;
}

/**
 * Adds the nodes right below a node, or a group without a kind, in the order of the tree's fields. Checks walk all
 * day: `Object.values` would make a list of each node's fields first.
 */
function addChildren(group: object, found: AnyNode[]): void {
  if (Array.isArray(group)) for (const value of group) addChild(value, found);
  else for (const key in group) addChild(group[key as keyof typeof group], found);
}

function addChild(value: unknown, found: AnyNode[]): void {
  if (typeof value !== 'object' || value === null) return;
  if (isNode(value)) found.push(value);
  else addChildren(value, found);
}

/** The nodes right below a node, in the order of the tree's fields; groups without a kind are looked through. */
export function childrenOf(node: AnyNode): AnyNode[] {
  const found: AnyNode[] = [];
  addChildren(node, found);
  return found;
}

/**
 * Visits a node and all below it, without recursion, so that chains of any length are safe. The visitor answers false
 * to leave out what is below.
 */
export function walk(root: AnyNode, visit: (node: AnyNode) => boolean | undefined): void {
  const open = [root];
  const below: AnyNode[] = [];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (visit(node) === false) continue;
    addChildren(node, below);
    for (let child = below.pop(); child !== undefined; child = below.pop()) open.push(child);
  }
}
