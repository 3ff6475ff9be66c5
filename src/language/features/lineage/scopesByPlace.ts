import type { Scope } from '../../analysis/model.ts';

/** The scopes of one statement, asked for by place. */
export class ScopesByPlace {
  private readonly scopes: readonly Scope[];
  private next = 0;
  /** Those around the place that was asked for last, the innermost at the end. */
  private readonly around: Scope[] = [];

  constructor(scopes: readonly Scope[]) {
    this.scopes = scopes.toSorted((one, other) => one.start - other.start || other.end - one.end);
  }

  /** The innermost scope around a place. Places are asked for in the order of the text: so all together are linear. */
  at(place: number): Scope | undefined {
    for (let scope = this.scopes[this.next]; scope !== undefined && scope.start <= place;) {
      this.leave(scope.start);
      this.around.push(scope);
      scope = this.scopes[++this.next];
    }
    this.leave(place);
    return this.around.at(-1);
  }

  private leave(place: number): void {
    for (let last = this.around.at(-1); last !== undefined && last.end <= place; last = this.around.at(-1))
      this.around.pop();
  }
}
