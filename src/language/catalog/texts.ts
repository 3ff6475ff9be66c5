/** The languages the catalog is written in. */
export type Language = 'en' | 'zh';

/** A text of the catalog in both languages. Where `zh` is absent the English one stands in. */
export interface Texts {
  readonly en: string;
  readonly zh?: string;
}

/** The text in the reader's language. */
export function inLanguage(texts: Texts, language: Language): string {
  return language === 'zh' ? (texts.zh ?? texts.en) : texts.en;
}

/** How sure a fact is: read from source code or the manual, put together from several hints, or only seen once. */
export type Confidence = 'high' | 'medium' | 'low';
