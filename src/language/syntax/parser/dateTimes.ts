type DateTimeType = 'date' | 'time' | 'timestamp';

const FORMATS = { date: 'yyyy-MM-dd', time: 'HH:mm:ss', timestamp: 'yyyy-MM-dd HH:mm:ss' } as const;

/** The format the service wants, as its message names it. */
export function dateTimeFormat(type: DateTimeType): string {
  return FORMATS[type];
}

function isDate(text: string): boolean {
  const parts = /^(\d+)-(\d+)-(\d+)$/.exec(text);
  if (parts === null) return false;
  const [year, month, day] = parts.slice(1).map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  return (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate()
  );
}

function isTime(text: string): boolean {
  const parts = /^(\d+):(\d+):(\d+)(?:\.\d+)?$/.exec(text);
  if (parts === null) return false;
  const [hour, minute, second] = parts.slice(1).map(Number);
  return (
    hour !== undefined &&
    hour < 24 &&
    minute !== undefined &&
    minute < 60 &&
    second !== undefined &&
    second < 60
  );
}

/** Whether the text of a date-time literal is a date or time that exists (the service parses it strictly). */
export function isDateTime(type: DateTimeType, value: string): boolean {
  if (type === 'date') return isDate(value);
  if (type === 'time') return isTime(value);
  const blank = value.indexOf(' ');
  return blank > 0 && isDate(value.slice(0, blank)) && isTime(value.slice(blank + 1));
}
