import { diagnose } from '../language/diagnose.ts';
import type { Language } from '../language/features/diagnostics/language.ts';
import { LineMap } from '../language/syntax/positions.ts';
import { FileError, readSource } from './files.ts';
import type { Output } from './output.ts';
import { findingOf, Report } from './report.ts';
import { fill, textsOf } from './texts.ts';

export interface CheckInput {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly language: Language;
  readonly colours: boolean;
}

/**
 * `check FILE...`. A file that cannot be read does not keep the others from being checked.
 * @returns the exit code
 */
export async function check({ files, json, language, colours }: CheckInput, output: Output): Promise<number> {
  const texts = textsOf(language);
  const report = new Report(texts, colours);
  const count = { error: 0, warning: 0, information: 0, hint: 0 };
  let unreadable = 0;
  for (const file of files) {
    try {
      const { text } = await readSource(file, texts);
      const lines = new LineMap(text);
      for (const diagnostic of diagnose(text, { language }).diagnostics) {
        count[diagnostic.severity]++;
        const finding = findingOf(lines, diagnostic);
        await output.line(
          json ? JSON.stringify({ file, ...finding }) : report.finding(file, text, lines, finding),
        );
      }
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      unreadable++;
      console.error(error.message);
    }
  }
  const checked = files.length - unreadable;
  if (!json && checked > 0) {
    const isClean = count.error === 0 && count.warning === 0;
    await output.line(
      isClean ? fill(texts.clean, checked) : fill(texts.summary, count.error, count.warning, checked),
    );
  }
  if (unreadable > 0) return 2;
  return count.error > 0 ? 1 : 0;
}
