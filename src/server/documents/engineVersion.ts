/** The last engine whose names of tables and columns differ by case (blink-sql.md section 2). */
const LAST_SENSITIVE = [3, 2] as const;

/**
 * Whether an engine tells `a` from `A`.
 * @param version such as `blink-3.2.1`; unknown ones count as new
 */
export function isCaseSensitive(version: string | undefined): boolean {
  const match = /(\d+)\.(\d+)/.exec(version ?? '');
  if (match === null) return false;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return major < LAST_SENSITIVE[0] || (major === LAST_SENSITIVE[0] && minor <= LAST_SENSITIVE[1]);
}
