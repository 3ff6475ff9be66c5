import { analyze } from '../../analysis/analyze.ts';
import { checkScript } from '../../analysis/check.ts';
import type { Language } from '../../catalog/texts.ts';
import { parseScript } from '../../syntax/script.ts';
import { applyEdits } from '../format/format.ts';
import { codeActions } from './codeActions.ts';
import type { CodeAction } from './action.ts';

/** The actions at `|`, or of what stands between two of them; and the text without these marks. */
export function at(
  marked: string,
  only?: readonly string[],
  language: Language = 'en',
): [CodeAction[], string] {
  const start = marked.indexOf('|');
  const text = marked.replaceAll('|', '');
  const end = marked.indexOf('|', start + 1) < 0 ? start : marked.indexOf('|', start + 1) - 1;
  const analysis = analyze(parseScript(text));
  const { findings } = checkScript(analysis);
  return [
    codeActions(analysis, findings, { start, end }, { language, ...(only === undefined ? {} : { only }) }),
    text,
  ];
}

/** The titles of the actions there. */
export const titles = (marked: string, only?: readonly string[], language?: Language): string[] =>
  at(marked, only, language)[0].map(({ title }) => title);

/** The script after the action of that title. */
export function after(marked: string, title: string, only?: readonly string[]): string {
  const [actions, text] = at(marked, only);
  const action = actions.find(item => item.title === title);
  return action === undefined
    ? `only: ${actions.map(item => item.title).join(' | ')}`
    : applyEdits(text, action.edits);
}

/** Tables the tests of this folder ask about. */
export const TABLES = `CREATE TABLE orders (id BIGINT, uid BIGINT, price DECIMAL(10, 2), \`value\` VARCHAR) WITH (type = 'random');
CREATE TABLE users (uid BIGINT, name VARCHAR, PRIMARY KEY (uid)) WITH (type = 'rds', url = 'u', tableName = 't', userName = 'n', password = '\${p}');
CREATE TABLE o (id BIGINT, name VARCHAR) WITH (type = 'print');
`;
