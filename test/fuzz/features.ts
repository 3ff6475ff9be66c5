import type { Analysis } from '../../src/language/analysis/analyze.ts';
import type { Finding } from '../../src/language/analysis/check.ts';
import { diagnosticsIn } from '../../src/language/diagnose.ts';
import { codeActions } from '../../src/language/features/codeActions/codeActions.ts';
import { complete } from '../../src/language/features/completion/complete.ts';
import { foldingRanges } from '../../src/language/features/folding/folding.ts';
import { applyEdits, formatEdits, formatScript } from '../../src/language/features/format/format.ts';
import type { TextEdit } from '../../src/language/features/format/format.ts';
import { hoverAt } from '../../src/language/features/hover/hover.ts';
import { inlayHints } from '../../src/language/features/inlayHints/inlayHints.ts';
import { lensPlaces, referenceLens } from '../../src/language/features/lens/lens.ts';
import { lineage } from '../../src/language/features/lineage/lineage.ts';
import { documentLinks } from '../../src/language/features/links/links.ts';
import { definitionAt } from '../../src/language/features/navigation/definition.ts';
import { highlightsAt } from '../../src/language/features/navigation/highlights.ts';
import { referencesAt } from '../../src/language/features/navigation/references.ts';
import { prepareRename, renameAt } from '../../src/language/features/navigation/rename.ts';
import { onTypeEdits } from '../../src/language/features/onType/onType.ts';
import { selectionRanges } from '../../src/language/features/selectionRanges/selectionRanges.ts';
import { semanticTokens } from '../../src/language/features/semanticTokens/semanticTokens.ts';
import { signatureHelpAt } from '../../src/language/features/signature/signatureHelp.ts';
import { documentSymbols } from '../../src/language/features/symbols/symbols.ts';
import { workspaceSymbols } from '../../src/language/features/workspaceSymbols/workspaceSymbols.ts';
import { tokenText } from '../../src/language/syntax/lexer/tokens.ts';
import { parseScript } from '../../src/language/syntax/script.ts';
import type { Script } from '../../src/language/syntax/script.ts';
import type { Span } from '../../src/language/syntax/tree/base.ts';
import { ensure, ensureSame } from './invariants.ts';

/** A script as an editor has it open. */
export interface Opened {
  readonly script: Script;
  readonly analysis: Analysis;
  readonly findings: readonly Finding[];
}

const isWithin =
  ({ text }: Script) =>
  ({ start, end }: Span): boolean =>
    0 <= start && start <= end && end <= text.length;

/** Asks for everything about the script as a whole. */
export function askOfScript({ script, analysis, findings }: Opened): void {
  const isInside = isWithin(script);
  const whole = { start: 0, end: script.text.length };
  for (const language of ['en', 'zh'] as const) {
    const diagnostics = diagnosticsIn(script, findings, language);
    ensure(diagnostics.every(isInside), 'diagnostics lie inside of the text');
    ensure(
      diagnostics.every(({ message }) => message !== ''),
      'diagnostics say something',
    );
  }
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
  ensure(documentLinks(script).every(isInside), 'links lie inside of the text');
  ensure(
    inlayHints(analysis, whole).every(({ offset }) => isInside({ start: offset, end: offset })),
    'hints stand inside of the text',
  );
  for (const place of lensPlaces(script)) {
    ensure(isInside(place), 'lenses stand inside of the text');
    ensure(
      referenceLens(analysis, place.start, 'en').references.every(isInside),
      'references lie inside of the text',
    );
  }
  workspaceSymbols(script);
  ensureFormatted(script);
}

/** Asks for everything a person may ask for with the cursor at a place. */
export function askAt({ script, analysis, findings }: Opened, offset: number, other: number): void {
  const isInside = isWithin(script);
  ensure(
    isInside(complete(analysis, offset, { language: 'zh', parameters: ['p'] })),
    'a completion replaces text that is there',
  );
  const hover = hoverAt(analysis, offset, 'en');
  ensure(hover === undefined || isInside(hover), 'a hover is about text that is there');
  signatureHelpAt(analysis, offset, 'en');
  definitionAt(analysis, offset);
  ensure(referencesAt(analysis, offset).every(isInside), 'references lie inside of the text');
  ensure(highlightsAt(analysis, offset).every(isInside), 'highlights lie inside of the text');
  ensure(selectionRanges(script, offset).every(isInside), 'selections lie inside of the text');
  for (const typed of ['\n', ')', ';'] as const)
    ensureEdits(script, onTypeEdits(script, offset, typed, { indentSize: 2, useTabs: false }), 'typing');
  prepareRename(analysis, offset, 'en');
  const renamed = renameAt(analysis, offset, 'renamed_thing', 'en');
  if ('edits' in renamed) ensureKept(script, renamed.edits, 'a rename');
  const range = { start: Math.min(offset, other), end: Math.max(offset, other) };
  for (const selection of [{ start: offset, end: offset }, range])
    for (const only of [undefined, ['source']])
      for (const { kind, title, edits } of codeActions(analysis, findings, selection, {
        language: 'en',
        ...(only === undefined ? {} : { only }),
      }))
        if (kind.startsWith('refactor')) ensureKept(script, edits, `the action "${title}"`);
        else ensureEdits(script, edits, `the action "${title}"`);
}

/** Edits change text that is there, in order, and do not overlap. */
function ensureEdits(script: Script, edits: readonly TextEdit[], what: string): void {
  const isInside = isWithin(script);
  let at = 0;
  for (const edit of edits) {
    ensure(isInside(edit) && edit.start >= at, `${what} makes edits in order and inside of the text`);
    at = edit.end;
  }
}

const isSound = ({ statements }: Script): boolean =>
  statements.every(({ statement }) => statement.problems.length === 0);

/** A change of what is right leaves it right. */
function ensureKept(script: Script, edits: readonly TextEdit[], what: string): void {
  ensureEdits(script, edits, what);
  if (isSound(script))
    ensure(isSound(parseScript(applyEdits(script.text, edits))), `${what} leaves the grammar right`);
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
