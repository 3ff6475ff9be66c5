/** Units of `2h`, `-30m`, `1d ago`, in ms. */
const UNITS: Readonly<Record<string, number>> = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

export type StartTimeProblem = 'format' | 'future';
export type StartTime =
  | { readonly time: number; readonly problem?: never }
  | { readonly problem: StartTimeProblem; readonly time?: never };

/**
 * Reads a point in time as people write it: `2026-03-01 08:00[:00]`, `2026-03-01`, `08:00` (today), `2h` or `30m ago`,
 * epoch seconds or milliseconds, ISO 8601 with a zone. Without a zone it is meant in this computer's.
 * @param now epoch ms
 */
export function parseStartTime(text: string, now: number): StartTime {
  const time = read(text.trim(), now);
  if (time === undefined || Number.isNaN(time)) return { problem: 'format' };
  return time > now ? { problem: 'future' } : { time };
}

function read(text: string, now: number): number | undefined {
  if (/^\d{13}$/.test(text)) return Number(text);
  if (/^\d{10}$/.test(text)) return Number(text) * 1000;
  const ago = /^-?(\d{1,6})\s*([smhd])(?:\s+ago)?$/i.exec(text);
  if (ago?.[1] && ago[2]) return now - Number(ago[1]) * (UNITS[ago[2].toLowerCase()] ?? 0);
  if (/^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)$/i.test(text)) return Date.parse(text);
  return local(text, now);
}

function local(text: string, now: number): number | undefined {
  const match = /^(?:(\d{4})[-/](\d{1,2})[-/](\d{1,2}))?(?:[ T]+|^|$)(?:(\d{1,2}):(\d\d)(?::(\d\d))?)?$/.exec(
    text,
  );
  if (!match || text === '') return undefined;
  const today = new Date(now);
  const part = (index: number, fallback: number) => {
    const digits = match[index];
    return digits === undefined ? fallback : Number(digits);
  };
  const [year, month, day] = [
    part(1, today.getFullYear()),
    part(2, today.getMonth() + 1),
    part(3, today.getDate()),
  ];
  const [hour, minute, second] = [part(4, 0), part(5, 0), part(6, 0)];
  const date = new Date(year, month - 1, day, hour, minute, second);
  // Date corrects 2026-02-30 to March: what was not meant is refused instead.
  const isReal =
    date.getMonth() === month - 1 && date.getDate() === day && hour < 24 && minute < 60 && second < 60;
  return isReal ? date.getTime() : undefined;
}

/** Midnight of the day of `now`, in this computer's time zone, epoch ms. */
export function startOfDay(now: number): number {
  return new Date(now).setHours(0, 0, 0, 0);
}
