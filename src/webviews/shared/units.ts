import type { Language } from './language.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const WORDS = {
  en: { ms: 'ms', s: 's', min: 'min', h: 'h', d: 'd', records: 'rec/s' },
  zh: { ms: '毫秒', s: '秒', min: '分', h: '小时', d: '天', records: '条/秒' },
} as const;

const BYTE_UNITS = ['B', 'KB', 'MB', 'GB', 'TB', 'PB'] as const;

/** Writes numbers, times and sizes the way readers of one language expect them. */
export interface Formats {
  /** Up to three significant digits, shortened (12.3K, 1.2万). */
  count(value: number): string;
  number(value: number): string;
  percent(ratio: number): string;
  /** @param ms a duration; two units at most, for example `2 min 5 s` */
  duration(ms: number): string;
  /** @param ns a duration */
  nanoseconds(ns: number): string;
  /** 1 KB is 1024 bytes, as the service counts. */
  bytes(value: number): string;
  recordsPerSecond(value: number): string;
  /** Date and time to the second. */
  dateTime(time: number): string;
  time(time: number): string;
  /** Hours and minutes. */
  hourMinute(time: number): string;
  /** `5 minutes ago`, seen from `now`. */
  relative(time: number, now: number): string;
}

export function createFormats(language: Language, timeZone?: string): Formats {
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  const zone = timeZone === undefined ? {} : { timeZone };
  const words = WORDS[language];
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumSignificantDigits: 3 });
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 4 });
  const short = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3, useGrouping: false });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const hours = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
  const dateTime = new Intl.DateTimeFormat(locale, {
    ...zone,
    ...hours,
    second: '2-digit',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const time = new Intl.DateTimeFormat(locale, { ...zone, ...hours, second: '2-digit' });
  const hourMinute = new Intl.DateTimeFormat(locale, { ...zone, ...hours });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });

  /** Three significant digits, but never a rounded whole part: 1023 stays 1023. */
  const brief = (value: number): string =>
    Math.abs(value) < 100 ? short.format(value) : String(Math.round(value));

  const two = (value: number, big: number, bigWord: string, small: number, smallWord: string): string => {
    const whole = Math.floor(value / big);
    const rest = Math.floor((value % big) / small);
    return rest === 0 ? `${whole} ${bigWord}` : `${whole} ${bigWord} ${rest} ${smallWord}`;
  };

  const duration = (ms: number): string => {
    const size = Math.abs(ms);
    const sign = ms < 0 ? '−' : '';
    if (size < SECOND) return `${sign}${brief(size)} ${words.ms}`;
    if (size < MINUTE) return `${sign}${brief(size / SECOND)} ${words.s}`;
    if (size < HOUR) return sign + two(size, MINUTE, words.min, SECOND, words.s);
    if (size < DAY) return sign + two(size, HOUR, words.h, MINUTE, words.min);
    return sign + two(size, DAY, words.d, HOUR, words.h);
  };

  return {
    count: value => compact.format(value),
    number: value => plain.format(value),
    percent: ratio => percent.format(ratio),
    duration,
    nanoseconds(ns) {
      const size = Math.abs(ns);
      if (size < 1e3) return `${brief(ns)} ns`;
      if (size < 1e6) return `${brief(ns / 1e3)} µs`;
      return duration(ns / 1e6);
    },
    bytes(value) {
      const power = Math.min(BYTE_UNITS.length - 1, Math.floor(Math.log2(Math.max(1, Math.abs(value))) / 10));
      return `${brief(value / 1024 ** power)} ${BYTE_UNITS[power] ?? 'B'}`;
    },
    recordsPerSecond: value => `${compact.format(value)} ${words.records}`,
    dateTime: at => dateTime.format(at),
    time: at => time.format(at),
    hourMinute: at => hourMinute.format(at),
    relative(at, now) {
      const size = Math.abs(at - now);
      const [unit, length] =
        size < MINUTE
          ? (['second', SECOND] as const)
          : size < HOUR
            ? (['minute', MINUTE] as const)
            : size < DAY
              ? (['hour', HOUR] as const)
              : (['day', DAY] as const);
      return relative.format(Math.trunc((at - now) / length), unit);
    },
  };
}
