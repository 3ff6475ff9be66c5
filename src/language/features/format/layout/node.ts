/**
 * A run of tokens (indices, `to` included) that stands on one line when it fits there; otherwise each part that may
 * begin a line does.
 */
export interface LayoutNode {
  readonly from: number;
  readonly to: number;
  readonly parts: readonly Part[];
}

export interface Part {
  readonly from: number;
  readonly to: number;
  /** Absent: nothing but tokens. */
  readonly node?: LayoutNode;
  readonly newLine: 'never' | 'whenBroken' | 'always';
  /** Levels relative to the node's own. */
  readonly indent: number;
  /** An empty line before it is kept. */
  readonly keepsBlank: boolean;
}

/** Collects the parts of one node; they tile its tokens. */
export class NodeBuilder {
  private readonly parts: Part[] = [];

  /** Adds plain tokens. */
  tokens(from: number, to: number, newLine: Part['newLine'] = 'never', indent = 0): this {
    if (to >= from) this.parts.push({ from, to, newLine, indent, keepsBlank: false });
    return this;
  }

  node(
    node: LayoutNode | undefined,
    newLine: Part['newLine'] = 'never',
    indent = 0,
    keepsBlank = false,
  ): this {
    if (node !== undefined)
      this.parts.push({ from: node.from, to: node.to, node, newLine, indent, keepsBlank });
    return this;
  }

  /** A part like another, with more or other layout. */
  part(part: Part): this {
    this.parts.push(part);
    return this;
  }

  /** @returns undefined when nothing was added */
  build(): LayoutNode | undefined {
    const first = this.parts[0];
    const last = this.parts.at(-1);
    if (first === undefined || last === undefined) return undefined;
    if (this.parts.length === 1 && first.node !== undefined && first.newLine !== 'always') return first.node;
    return { from: first.from, to: last.to, parts: this.parts };
  }
}
