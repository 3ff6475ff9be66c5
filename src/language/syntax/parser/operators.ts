import type { Span } from '../tree/base.ts';
import type { Expression, Operation } from '../tree/expressions.ts';

/** How tightly operators bind, after Calcite's operator table. Higher binds tighter. */
const BINDING: ReadonlyMap<string, number> = new Map([
  ['.', 100],
  ['[]', 100],
  ['prefix +', 80],
  ['prefix -', 80],
  ['*', 60],
  ['/', 60],
  ['||', 60],
  ['ESCAPE', 60],
  ['MULTISET INTERSECT', 52],
  ['MULTISET UNION', 50],
  ['MULTISET EXCEPT', 50],
  ['+', 40],
  ['-', 40],
  ['prefix EXISTS', 40],
  ['prefix UNIQUE', 40],
  ['IN', 32],
  ['LIKE', 32],
  ['SIMILAR TO', 32],
  ['BETWEEN', 32],
  ['NOT IN', 32],
  ['NOT LIKE', 32],
  ['NOT SIMILAR TO', 32],
  ['NOT BETWEEN', 32],
  ['postfix', 28],
  ['prefix NOT', 26],
  ['AND', 24],
  ['OR', 22],
]);
const COMPARISON = 30;

interface Pending {
  readonly operator: string;
  readonly binding: number;
  readonly start: number;
  readonly arity: 1 | 2 | 3;
  /** A BETWEEN whose AND has not come yet: nothing reduces past it. */
  open: boolean;
}

/**
 * Operands and operators as they are read, put together by how tightly they bind. A list instead of recursion: a chain
 * of ten thousand additions needs no stack.
 */
export class OperatorStack {
  private readonly operands: Expression[] = [];
  private readonly pending: Pending[] = [];
  private openBetweens = 0;
  private nested = false;
  private negation: Span | undefined;

  operand(expression: Expression): void {
    this.operands.push(expression);
  }

  prefix(operator: string, start: number): void {
    const binding = BINDING.get(`prefix ${operator}`) ?? COMPARISON;
    this.pending.push({ operator, binding, start, arity: 1, open: false });
  }

  infix(operator: string): void {
    if (operator === 'AND' && this.openBetweens > 0) {
      this.closeBetween();
      return;
    }
    const binding = BINDING.get(operator) ?? COMPARISON;
    this.reduce(binding);
    this.pending.push({ operator, binding, start: -1, arity: 2, open: false });
  }

  /** `BETWEEN`, `NOT BETWEEN`, with SYMMETRIC if written; its AND comes later through `infix`. */
  between(operator: string): void {
    if (this.isInPattern()) this.nested = true;
    this.reduce(COMPARISON + 2);
    this.pending.push({ operator, binding: COMPARISON + 2, start: -1, arity: 3, open: true });
    if (this.openBetweens > 0) this.nested = true;
    this.openBetweens++;
  }

  /** Notes the NOT right behind the AND of a BETWEEN: the service fails there, as NOT binds less than BETWEEN. */
  negateUpper(place: Span): void {
    this.negation ??= place;
  }

  postfix(operator: string, end: number): void {
    this.reduce(BINDING.get('postfix') ?? 0);
    const operand = this.operands.pop();
    if (operand === undefined) return;
    this.operands.push({ kind: 'operation', operator, operands: [operand], start: operand.start, end });
  }

  /** The operator read last, which nothing binds tighter than, ends here: behind the bracket of `a[1]`. */
  close(end: number): void {
    this.combine(end);
  }

  /** Whether a BETWEEN still waits for its AND. */
  get waitsForAnd(): boolean {
    return this.openBetweens > 0;
  }

  /** Whether what comes next still belongs to the pattern of a LIKE. */
  private isInPattern(): boolean {
    for (let i = this.pending.length - 1; i >= 0; i--) {
      const item = this.pending[i];
      if (item === undefined || /^(?:NOT )?(?:LIKE|SIMILAR TO)$/.test(item.operator))
        return item !== undefined;
      if (item.binding <= COMPARISON + 2) return false;
    }
    return false;
  }

  /**
   * Whether a BETWEEN stands in the first value of another, or in the pattern of a LIKE: the next AND ends that, so that
   * the inner one has none.
   */
  get isNested(): boolean {
    return this.nested;
  }

  /** Whether a BETWEEN has no AND. */
  get lacksAnd(): boolean {
    return this.openBetweens > 0 || this.nested;
  }

  get negatedUpper(): Span | undefined {
    return this.negation;
  }

  finish(): Expression {
    this.reduce(-1);
    const [result] = this.operands;
    if (result === undefined) throw new RangeError('an expression without operands');
    return result;
  }

  private closeBetween(): void {
    for (let top = this.pending.at(-1); top !== undefined; top = this.pending.at(-1)) {
      if (top.open) {
        top.open = false;
        break;
      }
      this.combine();
    }
    this.openBetweens--;
  }

  private reduce(binding: number): void {
    for (let top = this.pending.at(-1); top !== undefined; top = this.pending.at(-1)) {
      if (top.open || top.binding < binding) return;
      this.combine();
    }
  }

  private combine(closed?: number): void {
    const top = this.pending.pop();
    if (top === undefined) return;
    const operands = this.operands.splice(-top.arity);
    const [first] = operands;
    const last = operands.at(-1);
    const start = top.start < 0 ? (first?.start ?? 0) : top.start;
    const node: Operation = {
      kind: 'operation',
      operator: top.operator,
      operands,
      start,
      end: closed ?? last?.end ?? start,
    };
    this.operands.push(node);
  }
}
