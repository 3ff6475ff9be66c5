/** What the parts of the panel tell it: the user chose, pointed at, or opened something, by its id. */
export class StopEvent extends Event {
  /** A row, a table, or a line "n more"; undefined: nothing any more. */
  readonly stop: string | undefined;
  constructor(type: 'choose' | 'point' | 'enter' | 'edit', stop: string | undefined) {
    super(type);
    this.stop = stop;
  }
}

/** A wire is pointed at, or followed by keyboard. */
export class WireEvent extends Event {
  readonly wire: string;
  constructor(type: 'wire' | 'follow', wire: string) {
    super(type);
    this.wire = wire;
  }
}

/** The row, table or line "n more" something happened to. */
export function stopAt({ target }: Event): string | undefined {
  return (target as Element | null)?.closest<SVGGElement>('[data-stop]')?.dataset['stop'];
}

/** The wire something happened to. */
export function wireAt({ target }: Event): string | undefined {
  return (target as SVGElement | null)?.dataset['hit'];
}
