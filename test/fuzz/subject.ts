import { analyze } from '../../src/language/analysis/analyze.ts';
import { checkScript } from '../../src/language/analysis/check.ts';
import { diagnose } from '../../src/language/diagnose.ts';
import { complete } from '../../src/language/features/completion/complete.ts';
import { foldingRanges } from '../../src/language/features/folding/folding.ts';
import { applyEdits, formatEdits, formatScript } from '../../src/language/features/format/format.ts';
import { hoverAt } from '../../src/language/features/hover/hover.ts';
import { lineage } from '../../src/language/features/lineage/lineage.ts';
import { definitionAt } from '../../src/language/features/navigation/definition.ts';
import { referencesAt } from '../../src/language/features/navigation/references.ts';
import { prepareRename, renameAt } from '../../src/language/features/navigation/rename.ts';
import { selectionRanges } from '../../src/language/features/selectionRanges/selectionRanges.ts';
import { semanticTokens } from '../../src/language/features/semanticTokens/semanticTokens.ts';
import { signatureHelpAt } from '../../src/language/features/signature/signatureHelp.ts';
import { documentSymbols } from '../../src/language/features/symbols/symbols.ts';
import { tokenText } from '../../src/language/syntax/lexer/tokens.ts';
import { parseScript } from '../../src/language/syntax/script.ts';
import type { Script } from '../../src/language/syntax/script.ts';
import { updateScript } from '../../src/language/syntax/update.ts';
import type { Case } from './cases.ts';
import { ensure, ensureSame, ensureSound } from './invariants.ts';

interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * Does to a text what an editor does: opens it, makes the edits, asks for everything at a place.
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
  ensureSame(
    result.findings,
    checkScript(analyze(fresh)).findings,
    'findings after edits are those of the whole text',
  );
  const isInside = ({ start, end }: Range): boolean =>
    0 <= start && start <= end && end <= script.text.length;
  for (const language of ['en', 'zh'] as const)
    ensure(
      diagnose(script.text, { language }).diagnostics.every(isInside),
      'diagnostics lie inside of the text',
    );
  ensure(semanticTokens(analysis).every(isInside), 'semantic tokens lie inside of the text');
  ensure(
    documentSymbols(script).every(({ range }) => isInside(range)),
    'symbols lie inside of the text',
  );
  ensure(
    foldingRanges(script).every(({ startLine, endLine }) => 0 <= startLine && startLine < endLine),
    'folds have lines',
  );
  ensure(lineage(analysis).every(isInside), 'lineage lies inside of the text');
  const last = edits.at(-1);
  const places = [cursor % (script.text.length + 1), last === undefined ? 0 : last.start + last.text.length];
  for (const offset of places) {
    const completion = complete(analysis, offset, { language: 'zh', parameters: ['p'] });
    ensure(isInside(completion), 'a completion replaces text that is there');
    const hover = hoverAt(analysis, offset, 'en');
    ensure(hover === undefined || isInside(hover), 'a hover is about text that is there');
    signatureHelpAt(analysis, offset, 'en');
    definitionAt(analysis, offset);
    ensure(referencesAt(analysis, offset).every(isInside), 'references lie inside of the text');
    ensure(selectionRanges(script, offset).every(isInside), 'selections lie inside of the text');
    prepareRename(analysis, offset, 'en');
    const renamed = renameAt(analysis, offset, 'renamed_thing', 'en');
    ensure('refused' in renamed || renamed.edits.every(isInside), 'a rename changes text that is there');
  }
  ensureFormatted(script);
}

/** The words of each statement; those that are key words in upper case, since their case may be changed. */
const wordsOf = (script: Script): string[][] =>
  script.statements.map(({ statement: { tokens } }) =>
    tokens.types.map((type, i) => (/[A-Z]/.test(type) ? type : tokenText(tokens, i))),
  );

function ensureFormatted(script: Script): void {
  const once = applyEdits(script.text, formatEdits(script));
  ensureSame(wordsOf(parseScript(once)), wordsOf(script), 'formatting keeps every token');
  ensure(formatScript(once) === once, 'what is formatted stays as it is');
}
