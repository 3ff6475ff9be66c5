import { analyze } from '../../src/language/analysis/analyze.ts';
import { checkScript } from '../../src/language/analysis/check.ts';
import { parseScript } from '../../src/language/syntax/script.ts';
import { updateScript } from '../../src/language/syntax/update.ts';
import type { Case } from './cases.ts';
import { askAt, askOfScript } from './features.ts';
import { ensureSame, ensureSound } from './invariants.ts';

/**
 * Does to a text what an editor does: opens it, makes the edits, asks for everything.
 * @throws when something throws, or what must hold does not
 */
export function exercise({ text, edits, cursor }: Case): void {
  let script = parseScript(text);
  let analysis = analyze(script);
  let result = checkScript(analysis);
  for (const edit of edits) {
    script = updateScript(script, edit);
    analysis = analyze(script, analysis);
    result = checkScript(analysis, {}, result);
  }
  ensureSound(script);
  const fresh = parseScript(script.text);
  ensureSame(script, fresh, 'an updated script is a parsed one');
  const { findings } = checkScript(analyze(fresh));
  ensureSame(result.findings, findings, 'findings after edits are those of the whole text');
  const opened = { script, analysis, findings: result.findings };
  askOfScript(opened);
  const last = edits.at(-1);
  const place = cursor % (script.text.length + 1);
  const behindEdit = last === undefined ? 0 : last.start + last.text.length;
  askAt(opened, place, behindEdit);
  askAt(opened, behindEdit, place);
}
