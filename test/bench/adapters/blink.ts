import { analyze } from '../../../src/language/analysis/analyze.ts';
import { checkScript } from '../../../src/language/analysis/check.ts';
import { diagnosticsIn } from '../../../src/language/diagnose.ts';
import { formatScript } from '../../../src/language/features/format/format.ts';
import { lex as lexText } from '../../../src/language/syntax/lexer/lexer.ts';
import { parseScript } from '../../../src/language/syntax/script.ts';
import { updateScript } from '../../../src/language/syntax/update.ts';
import type { OpenText } from './adapter.ts';

export { parse } from './blinkParser.ts';

export const lex = (text: string): number => lexText(text).types.length;

export const format = (text: string): string => formatScript(text);

/** The way of a keystroke without the editor: parse what changed, resolve what read it, check what depends on it. */
export function open(text: string): OpenText {
  let script = parseScript(text);
  let analysis = analyze(script);
  let result = checkScript(analysis);
  return {
    edit: change => {
      script = updateScript(script, change);
      analysis = analyze(script, analysis);
      result = checkScript(analysis, {}, result);
      return diagnosticsIn(script, result.findings, 'en').length;
    },
  };
}
