type DateTimeType = 'date' | 'time' | 'timestamp';

const FORMATS = { date: 'yyyy-MM-dd', time: 'HH:mm:ss', timestamp: 'yyyy-MM-dd HH:mm:ss' } as const;

/** The format the service wants, as its message names it. */
export function dateTimeFormat(type: DateTimeType): string {
  return FORMATS[type];
}

/** The service lets blanks stand before each number, and nowhere else. */
const DATE = String.raw`[ \t]*(\d+)-[ \t]*(\d+)-[ \t]*(\d+)`;
const TIME = String.raw`[ \t]*(\d+):[ \t]*(\d+):[ \t]*(\d+)(?:\.\d*)?`;
const PATTERNS = {
  date: new RegExp(`^${DATE}$`),
  time: new RegExp(`^${TIME}$`),
  timestamp: new RegExp(`^${DATE} ${TIME}$`),
} as const;

function isDate(year: number, month: number, day: number): boolean {
  if (year < 1 || month < 1 || month > 12 || day < 1) return false;
  return day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

function isTime(hour: number, minute: number, second: number): boolean {
  return hour < 24 && minute < 60 && second < 60;
}

/** Whether the text of a date-time literal is a date or time that exists (the service parses it strictly). */
export function isDateTime(type: DateTimeType, value: string): boolean {
  const numbers = PATTERNS[type].exec(value)?.slice(1).map(Number);
  if (numbers === undefined) return false;
  const [a = 0, b = 0, c = 0, ...time] = numbers;
  if (type === 'time') return isTime(a, b, c);
  const [hour = 0, minute = 0, second = 0] = time;
  return isDate(a, b, c) && isTime(hour, minute, second);
}

/** The year of a date that is too far away for the service; undefined when it is not. */
export function yearOutOfRange(type: DateTimeType, value: string): number | undefined {
  const year = type === 'date' ? Number(PATTERNS.date.exec(value)?.[1] ?? 0) : 0;
  return year > 9999 ? year : undefined;
}
