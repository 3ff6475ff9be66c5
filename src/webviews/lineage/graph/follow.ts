import { heightsOf } from './stopPlaces.ts';
import type { PlacedTable } from './layout.ts';
import type { Wire } from './route.ts';
import { stopsOf, type Step } from './walk.ts';

/** A wire that has the keyboard: one of those on a side of the stop it was reached from. */
export interface Followed {
  readonly stop: string;
  /** Whether the wires lead on from the stop, to the right. */
  readonly isForward: boolean;
  readonly wire: Wire;
  /** Its place among all on that side, from 1, from top to bottom of where they end. */
  readonly at: number;
  readonly count: number;
}

type Drawn = Readonly<Record<'tables', readonly PlacedTable[]> & Record<'wires', readonly Wire[]>>;

/** The wires on one side of a row, of a line "n more", or of a whole table, in the order of their other ends. */
function wiresOf(stop: string, isForward: boolean, { tables, wires }: Drawn): Wire[] {
  const table = tables.find(each => each.table.id === stop);
  const own = new Set(table ? stopsOf(table) : [stop]);
  const heights = heightsOf(tables);
  const height = (wire: Wire) => heights.get(isForward ? wire.to : wire.from)?.y ?? 0;
  return wires
    .filter(wire => own.has(isForward ? wire.from : wire.to))
    .sort((one, other) => height(one) - height(other));
}

/** Steps from a stop onto the first of its wires on one side; undefined when there is none. */
export function follow(stop: string, isForward: boolean, drawn: Drawn): Followed | undefined {
  const wires = wiresOf(stop, isForward, drawn);
  const [wire] = wires;
  return wire && { stop, isForward, wire, at: 1, count: wires.length };
}

/**
 * Where a key leads from a wire: up and down to the next one on the same side, without an end; left and right to where it
 * begins or ends. Undefined when it is not drawn any more.
 */
export function goOn(
  followed: Followed,
  step: Step,
  drawn: Drawn,
): Followed | { readonly stop: string } | undefined {
  const { stop, isForward, wire } = followed;
  if (step === 'ArrowLeft') return { stop: wire.from };
  if (step === 'ArrowRight') return { stop: wire.to };
  const wires = wiresOf(stop, isForward, drawn);
  const at = wires.findIndex(({ id }) => id === wire.id);
  if (at < 0) return undefined;
  const index = { Home: 0, End: wires.length - 1, ArrowUp: at - 1, ArrowDown: at + 1 }[step];
  const next = wires.at(index % wires.length);
  return next && { stop, isForward, wire: next, at: wires.indexOf(next) + 1, count: wires.length };
}
