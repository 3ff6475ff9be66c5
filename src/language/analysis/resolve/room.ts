/** Columns stars and unions may bring in one statement: the `*` of a wide table, some levels deep. */
const MOST = 16_384;
const LEAST = 128;
/** In all statements together: some hundred megabytes. */
const ALL = 2_000_000;

/**
 * How many columns stars and unions may bring in one statement. Twenty-five views, each `SELECT * FROM v AS a, v AS b` of
 * the one before, are one kilobyte of text and 300 million columns. What goes beyond is not known, and so no fault. The
 * more statements, the less for each, in steps: while their number changes a little, all that was found out holds.
 */
export function roomFor(statements: number): number {
  let room = MOST;
  while (room > LEAST && room * statements > ALL) room /= 2;
  return room;
}
