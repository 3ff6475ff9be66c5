import type { Language } from '../language/features/diagnostics/language.ts';
import { applyEdits, formatEdits } from '../language/features/format/format.ts';
import type { FormatOptions } from '../language/features/format/options.ts';
import { parseScript } from '../language/syntax/script.ts';
import { FileError, readSource, STDIN, writeSource } from './files.ts';
import type { Output } from './output.ts';
import { fill, textsOf } from './texts.ts';

export interface FormatInput {
  readonly files: readonly string[];
  readonly checkOnly: boolean;
  readonly options: FormatOptions;
  readonly language: Language;
}

/**
 * `format FILE...`: in place, or a list of the files that would change.
 * @returns the exit code
 */
export async function format(input: FormatInput, output: Output): Promise<number> {
  let code = 0;
  for (const file of input.files) {
    try {
      if ((await formatFile(file, input, output)) && input.checkOnly) code = Math.max(code, 1);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      console.error(error.message);
      code = 2;
    }
  }
  return code;
}

/** @returns whether the layout was not what it should be */
async function formatFile(file: string, input: FormatInput, output: Output): Promise<boolean> {
  const { checkOnly, options, language } = input;
  const texts = textsOf(language);
  const source = await readSource(file, texts);
  const script = parseScript(source.text);
  const broken = script.statements.filter(({ statement }) =>
    statement.problems.some(({ kind }) => kind !== 'ddl'),
  ).length;
  const text = applyEdits(source.text, formatEdits(script, options));
  const isChanged = text !== source.text;
  if (broken > 0) console.error(fill(texts.left, file, broken));
  if (checkOnly) {
    if (isChanged) await output.line(file);
  } else if (file === STDIN) await output.write(text);
  else if (isChanged) await writeSource(file, { ...source, text }, texts);
  return isChanged;
}
