/** The languages messages are written in. */
export type Language = 'en' | 'zh';

/** @param locale such as `zh_CN.UTF-8`, `zh-cn` or `en` */
export function languageOf(locale: string): Language {
  return /^zh\b|^zh_/i.test(locale) ? 'zh' : 'en';
}
