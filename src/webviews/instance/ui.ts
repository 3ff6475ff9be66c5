import type { Language } from '../shared/language.ts';
import { createFormats, type Formats } from '../shared/units.ts';
import type { ToHost } from './messages.ts';
import { TEXTS, type Texts } from './texts.ts';

/** What every component of the panel needs: words, number formats, and the line to the host. */
export interface Ui {
  readonly language: Language;
  readonly texts: Texts;
  readonly formats: Formats;
  readonly post: (message: ToHost) => void;
}

export function createUi(language: Language, post: (message: ToHost) => void): Ui {
  return { language, texts: TEXTS[language], formats: createFormats(language), post };
}
