import { format as formatText } from 'sql-formatter';

/** Of its dialects `spark` accepts most of the corpus: back-ticked names, texts in either quote. */
export const format = (text: string): string => formatText(text, { language: 'spark' });
