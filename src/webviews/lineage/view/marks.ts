import { moreId, type Layout } from '../graph/layout.ts';
import type { Path } from '../graph/paths.ts';

/** What is marked in a graph that is drawn. */
export interface Marks {
  /** Rows the user means: pointed at, focused, or under the cursor of the editor. */
  readonly active: ReadonlySet<string>;
  readonly path: Path | undefined;
  readonly matches: ReadonlySet<string>;
}

export const NO_MARKS: Marks = { active: new Set(), path: undefined, matches: new Set() };

/** The elements of a graph that is drawn, by the ids of what they stand for. */
interface Drawn {
  readonly world: Element | null;
  readonly stops: ReadonlyMap<string, Element>;
  readonly wires: ReadonlyMap<string, Element>;
}

/** Sets the marks on what is drawn. */
export function applyMarks({ active, path, matches }: Marks, layout: Layout, drawn: Drawn): void {
  drawn.world?.classList.toggle('has-path', path !== undefined);
  for (const { id, edges } of layout.wires) {
    const isOn = path !== undefined && edges.some(edge => path.edges.has(edge.id));
    drawn.wires.get(id)?.classList.toggle('on', isOn);
  }
  for (const { table, rows, more } of layout.tables) {
    const isOn = table.rows.some(({ id }) => path?.rows.has(id));
    drawn.stops.get(table.id)?.parentElement?.classList.toggle('on', isOn);
    for (const { row } of rows) {
      const classes = drawn.stops.get(row.id)?.classList;
      classes?.toggle('on', path?.rows.has(row.id) ?? false);
      classes?.toggle('active', active.has(row.id));
      classes?.toggle('match', matches.has(row.id));
    }
    const hides = (set: ReadonlySet<string>) => more?.hidden.some(({ id }) => set.has(id)) ?? false;
    const classes = drawn.stops.get(moreId(table.id))?.classList;
    classes?.toggle('active', hides(active));
    classes?.toggle('match', hides(matches));
  }
}
