import type { Language } from '../shared/language.ts';
import type { ToHost } from './messages.ts';
import { TEXTS, type Texts } from './texts.ts';

/** What every component of the panel needs: words, and the line to the host. */
export interface Ui {
  readonly language: Language;
  readonly texts: Texts;
  readonly post: (message: ToHost) => void;
}

export function createUi(language: Language, post: (message: ToHost) => void): Ui {
  return { language, texts: TEXTS[language], post };
}
