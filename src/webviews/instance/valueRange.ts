/** From zero, with some air above; negative values (a clock ahead of the source) widen it downwards. */
export function valueRange(low: number | null, high: number | null): [number, number] {
  const top = Math.max(0, high ?? 0);
  const bottom = Math.min(0, low ?? 0);
  if (top === 0 && bottom === 0) return [0, 1];
  const air = (top - bottom) * 0.1;
  return [bottom === 0 ? 0 : bottom - air, top === 0 ? 0 : top + air];
}
