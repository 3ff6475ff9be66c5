import type { StatementModel } from '../../analysis/model.ts';
import { isPlaceholder } from '../../analysis/resolve/resolution.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { Name } from '../../syntax/tree/base.ts';
import type { Operation } from '../../syntax/tree/expressions.ts';
import { childrenOf } from '../../syntax/tree/walk.ts';
import type { AnyNode } from '../../syntax/tree/walk.ts';

/** Finds names in the expressions of one statement that mean no column anybody knows of. */
export class UnknownNames {
  /** Where the names begin that mean a column. */
  private readonly known = new Set<number>();

  constructor({ references }: Pick<StatementModel, 'references'>) {
    for (const { target, start } of references) if (target.kind === 'column') this.known.add(start);
  }

  /** The names of that kind an expression reads; what its sub-queries read is a matter of their own columns. */
  readBy(root: AnyNode): Name[] {
    const found: Name[] = [];
    const open = [root];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (isName(node)) {
        if (this.isUnknown(node)) found.push(node);
      } else if (node.kind !== 'query') {
        for (const child of partsRead(node).toReversed()) open.push(child);
      }
    }
    return found;
  }

  private isUnknown(name: Name): boolean {
    return (
      !name.star && !isPlaceholder(nameText(name)) && !name.parts.some(({ start }) => this.known.has(start))
    );
  }
}

/** What is behind a dot is a field, what is before `=>` the name of an argument: neither is a column. */
function partsRead(node: AnyNode): readonly AnyNode[] {
  if (isOperation(node)) {
    if (node.operator === '.') return node.operands.slice(0, 1);
    if (node.operator === '=>') return node.operands.slice(1);
  }
  return childrenOf(node);
}

const isName = (node: AnyNode): node is Name => node.kind === 'name';
const isOperation = (node: AnyNode): node is Operation => node.kind === 'operation';
