import { analyze } from '../language/analysis/analyze.ts';
import type { Language } from '../language/features/diagnostics/language.ts';
import { lineage as lineageOf } from '../language/features/lineage/lineage.ts';
import { LineMap } from '../language/syntax/positions.ts';
import { parseScript } from '../language/syntax/script.ts';
import type { Script } from '../language/syntax/script.ts';
import { FileError, readSource } from './files.ts';
import { lineageRecord } from './lineageRecord.ts';
import { lineageText } from './lineageText.ts';
import type { Output } from './output.ts';
import { fill, textsOf } from './texts.ts';

export interface LineageInput {
  readonly files: readonly string[];
  readonly json: boolean;
  readonly language: Language;
  readonly colours: boolean;
}

/**
 * `lineage FILE...`: where the columns of every INSERT come from. A file that cannot be read does not keep the others
 * from being told of.
 * @returns the exit code: 1 when statements with syntax errors were left out
 */
export async function lineage(
  { files, json, language, colours }: LineageInput,
  output: Output,
): Promise<number> {
  const texts = textsOf(language);
  let code = 0;
  for (const file of files) {
    try {
      const { text } = await readSource(file, texts);
      const script = parseScript(text);
      const lines = new LineMap(text);
      for (const insert of lineageOf(analyze(script)))
        await output.line(
          json
            ? JSON.stringify({ file, ...lineageRecord(insert, lines) })
            : lineageText(file, insert, lines, texts, colours),
        );
      const broken = countBroken(script);
      if (broken === 0) continue;
      console.error(fill(texts.untraced, file, broken));
      code = Math.max(code, 1);
    } catch (error) {
      if (!(error instanceof FileError)) throw error;
      console.error(error.message);
      code = 2;
    }
  }
  return code;
}

const countBroken = ({ statements }: Script): number =>
  statements.filter(({ statement }) => statement.problems.some(({ kind }) => kind !== 'ddl')).length;
