import zh from './data/noteTexts.zh.json' with { type: 'json' };
import { inLanguage } from './texts.ts';
import type { Language } from './texts.ts';

const CHINESE: Readonly<Record<string, string>> = zh;

/**
 * A remark of the catalog (notes, keys, versions, what is the same in Apache Flink) in the reader's language. Many
 * entries share one, so that their Chinese stands in a table of its own. Code and names are the same in any language.
 */
export function noteIn(en: string, language: Language): string {
  const chinese = CHINESE[en];
  return inLanguage({ en, ...(chinese === undefined ? {} : { zh: chinese }) }, language);
}
