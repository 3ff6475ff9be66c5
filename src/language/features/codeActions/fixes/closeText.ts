import type { Analysis, AnalyzedStatement } from '../../../analysis/analyze.ts';
import { openText } from '../../../analysis/openText.ts';
import { parseScript } from '../../../syntax/script.ts';
import type { Change } from './scriptFixes.ts';

/** A statement longer than this is not read again on the chance that a quote is missing. */
const LONGEST = 50_000;

/** Closes a text behind its first word, or at the end of its line; offered is what leaves fewer faults. */
export function closeText(_: Analysis, { offset, statement }: AnalyzedStatement): Change[] {
  const found = openText(statement);
  const { text, problems } = statement;
  if (found === undefined || text.length > LONGEST) return [];
  const line = /^'[^\r\n]*/.exec(text.slice(found.start))?.[0] ?? "'";
  const word = /^'[^\s,;()]*/.exec(line)?.[0] ?? "'";
  const whole = line.replace(/[\s,;)]+$/, '');
  const good = [...new Set([word, whole])].filter(piece => {
    if (piece.length < 2) return false;
    const at = found.start + piece.length;
    const after = parseScript(`${text.slice(0, at)}'${text.slice(at)}`);
    const left = after.statements.reduce((sum, item) => sum + item.statement.problems.length, 0);
    return left < problems.length;
  });
  return good.map(piece => {
    const at = offset + found.start + piece.length;
    return {
      title: { en: `Close the text: ${piece}'`, zh: `结束字符串：${piece}'` },
      edits: [{ start: at, end: at, text: "'" }],
      ...(good.length === 1 ? { isPreferred: true } : {}),
    };
  });
}
