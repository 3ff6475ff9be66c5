import { diagnose } from '../../../src/language/diagnose.ts';

export const parse = (text: string): number =>
  diagnose(text, { language: 'en' }).diagnostics.filter(({ code }) => code === 'syntax').length;
