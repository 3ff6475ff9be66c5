import type { ExplicitTable, Query, TableReference } from './queries.ts';
import type { AnyNode } from './walk.ts';
import { childrenOf } from './walk.ts';

/** A table a query reads: from FROM, a join, a sub-query, or `TABLE t`. */
export type TableRead = TableReference | ExplicitTable;

/** Names a WITH clause brings into view, and those of the queries around it. */
interface Scope {
  readonly names: ReadonlySet<string>;
  readonly outer: Scope | undefined;
}

function knows(scope: Scope | undefined, name: string): boolean {
  for (let s = scope; s !== undefined; s = s.outer) if (s.names.has(name)) return true;
  return false;
}

function isRead(node: AnyNode): node is TableRead {
  return node.kind === 'tableReference' || node.kind === 'explicitTable';
}

function isQuery(node: AnyNode): node is Query {
  return node.kind === 'query';
}

/** The tables and views a node reads, in the order of the text; names of WITH clauses are not among them. */
export function tablesRead(root: AnyNode): TableRead[] {
  const reads: TableRead[] = [];
  const open: { node: AnyNode; scope: Scope | undefined }[] = [{ node: root, scope: undefined }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { node, scope } = next;
    if (isRead(node)) {
      const [first, ...more] = node.name.parts;
      if (first !== undefined && (more.length > 0 || !knows(scope, first.name))) reads.push(node);
    }
    if (isQuery(node) && node.with.length > 0) {
      let inner = scope;
      for (const item of node.with) {
        open.push({ node: item.query, scope: inner });
        inner = { names: new Set([item.name.name]), outer: inner };
      }
      const rest = childrenOf({ ...node, with: [] } as AnyNode);
      for (const child of rest) open.push({ node: child, scope: inner });
    } else for (const child of childrenOf(node)) open.push({ node: child, scope });
  }
  return reads.sort((a, b) => a.start - b.start);
}
