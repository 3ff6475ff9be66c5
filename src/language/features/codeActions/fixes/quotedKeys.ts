import { STRING, tokenText } from '../../../syntax/lexer/tokens.ts';
import { edit } from '../site.ts';
import type { Change, FaultSite } from './scriptFixes.ts';

/** Takes the quotes off all keys of a WITH: the grammar complains about one after the other. */
export function bareKeys(site: FaultSite): Change[] {
  const { tokens } = site.model.statement;
  const { types, starts, ends } = tokens;
  const edits = types.flatMap((type, i) => {
    const isKey = type === STRING && types[i + 1] === '=' && (types[i - 1] === '(' || types[i - 1] === ',');
    const key = isKey ? tokenText(tokens, i).slice(1, -1) : '';
    if (!/^[A-Za-z_][\w.]*$/.test(key)) return [];
    return [edit(site, { start: starts[i] ?? 0, end: ends[i] ?? 0 }, key)];
  });
  // The dialect of such a key has no connectors of this one: nothing would be won.
  if (edits.length < 2 || edits.some(({ text }) => text === 'connector')) return [];
  const title = {
    en: `Take the quotes off all ${edits.length} keys`,
    zh: `去掉全部 ${edits.length} 个键的引号`,
  };
  return [{ title, edits }];
}
