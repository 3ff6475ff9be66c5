/** A step of a job as the engine runs it. */
export interface Operator {
  /** From 1, in the order of the data's way. */
  readonly id: number;
  /** As the engine writes it, for example `Source: datahub-orders` or `groupBy: (a), select: (a, COUNT(*) AS c)`. */
  readonly name: string;
  readonly role: 'Source' | 'Operator' | 'Sink';
}

export interface Link {
  readonly source: number;
  readonly target: number;
  /** How records are handed on; FORWARD unless they are dealt out by key. */
  readonly ship: string;
  /** The right input of a join. */
  readonly isSecond?: boolean;
}

export interface OperatorGraph {
  readonly operators: readonly Operator[];
  readonly links: readonly Link[];
}

/** Puts a graph together; operators get their ids in the order in which they are added. */
export class GraphBuilder implements OperatorGraph {
  readonly operators: Operator[] = [];
  readonly links: Link[] = [];

  /** @param inputs ids the operator reads from, the second one being the right side of a join */
  add(role: Operator['role'], name: string, inputs: readonly number[] = [], ship = 'FORWARD'): number {
    const id = this.operators.length + 1;
    this.operators.push({ id, name, role });
    for (const [index, source] of inputs.entries()) {
      this.links.push(
        index === 0 ? { source, target: id, ship } : { source, target: id, ship, isSecond: true },
      );
    }
    return id;
  }
}
