import type { Message } from '../check.ts';

interface Fault {
  readonly message: Message;
}

const DATE_TIME = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:\.\d{1,3})?)?)?$/;

/** The moment a text names, in milliseconds of an unnamed zone; undefined when there is no such moment. */
function momentOf(text: string): number | undefined {
  const match = DATE_TIME.exec(text.trim());
  if (match === null) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match
    .slice(1)
    .map(part => Number((part as string | undefined) ?? 0));
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const isReal = date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return isReal && hour < 24 && minute < 60 && second < 60 ? date.getTime() : undefined;
}

/** What is wrong with a point in time; plain numbers are milliseconds and taken as they are. */
export function dateTimeFault(text: string, start: string | undefined): Fault | undefined {
  if (/^\d+$/.test(text)) return undefined;
  const moment = momentOf(text);
  if (moment === undefined)
    return {
      message: {
        en: `There is no such time: write it as 2026-01-31 08:00:00.`,
        zh: `没有这样的时间，请写成 2026-01-31 08:00:00 的形式。`,
      },
    };
  const before = start === undefined ? undefined : momentOf(start);
  if (before === undefined || before < moment) return undefined;
  return {
    message: {
      en: `The end is not after the start, ${start ?? ''}.`,
      zh: `结束时间不晚于开始时间 ${start ?? ''}。`,
    },
  };
}

/** What is wrong with a list of times in which a cache is not reloaded (CON-03000005, CON-03000006). */
export function timesFault(text: string): Fault | undefined {
  for (const range of text.split(',')) {
    const [from, to, ...more] = range.split('->');
    if (from === undefined || to === undefined || more.length > 0)
      return {
        message: {
          en: `'${range.trim()}' is no time range: write 2026-01-31 14:00 -> 2026-01-31 15:00, ranges parted by commas.`,
          zh: `“${range.trim()}”不是时间段，请写成 2026-01-31 14:00 -> 2026-01-31 15:00，多个时间段用逗号分隔。`,
        },
      };
    const [start, end] = [momentOf(from), momentOf(to)];
    if (start !== undefined && end !== undefined && start > end)
      return {
        message: {
          en: `'${range.trim()}' ends before it starts.`,
          zh: `时间段“${range.trim()}”的结束时间早于开始时间。`,
        },
      };
  }
  return undefined;
}
