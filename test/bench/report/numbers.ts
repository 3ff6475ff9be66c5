const THREE_DIGITS = 3;

/** Three significant digits; from 100 on whole numbers, in groups of thousands. */
export function plain(value: number): string {
  if (!Number.isFinite(value)) return '-';
  if (Math.abs(value) >= 100) return Math.round(value).toLocaleString('en-US');
  return String(Number(value.toPrecision(THREE_DIGITS)));
}

export const ms = (value: number): string => `${plain(value)} ms`;

/** How many times. */
export const times = (value: number): string => `${plain(value)} ×`;
