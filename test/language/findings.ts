import { analyze } from '../../src/language/analysis/analyze.ts';
import { checkScript } from '../../src/language/analysis/check.ts';
import { parseScript } from '../../src/language/syntax/script.ts';

/** What one check says of a script: `severity: the text it marks`, in the order of the text. */
export function findingsOf(id: string, sql: string): string[] {
  return checkScript(analyze(parseScript(sql)))
    .findings.filter(item => item.id === id)
    .map(({ severity, start, end }) => `${severity}: ${sql.slice(start, end)}`);
}
