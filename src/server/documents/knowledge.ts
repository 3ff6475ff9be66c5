import { analyzeInSteps } from '../../language/analysis/analyze.ts';
import type { Analysis } from '../../language/analysis/analyze.ts';
import { checkInSteps } from '../../language/analysis/check.ts';
import type { CheckResult, SeveritySettings } from '../../language/analysis/check.ts';
import { parseInSteps } from '../../language/syntax/script.ts';
import type { Script } from '../../language/syntax/script.ts';
import { splitScript } from '../../language/syntax/splitter.ts';
import type { Steps } from '../../language/syntax/steps.ts';
import { applyEdit, parseAgain, splitAgain } from '../../language/syntax/update.ts';
import type { Edit } from '../../language/syntax/update.ts';
import { excessOfCount, excessOfPieces, excessOfText } from './limits.ts';
import type { Excess } from './limits.ts';
import { PendingEdits } from './pendingEdits.ts';

/** What is put in at once and is longer than this, in UTF-16 units, is read in steps, as a new document is. */
const LONG_INSERTION = 100_000;

/**
 * What is known of a text that changes: script, analysis, findings. Each is made of what was known before the change,
 * and only when it is asked for.
 */
export class Knowledge {
  /** With all changes. */
  text: string;
  private isCaseSensitive = false;
  private resets = 0;
  /** Of the text, or of the text before `pending`. */
  private script: Script | undefined;
  private readonly pending = new PendingEdits();
  private analyzed: Analysis | undefined;
  private checked: { analysis: Analysis; settings: SeveritySettings; result: CheckResult } | undefined;
  private refused: { readonly text: string; readonly excess: Excess } | undefined;

  constructor(text: string) {
    this.text = text;
  }

  set caseSensitive(value: boolean) {
    if (this.isCaseSensitive === value) return;
    this.isCaseSensitive = value;
    // Nothing of the analysis holds: it is made in steps, as at first.
    this.analyzed = this.checked = undefined;
  }

  /** Whether there is nothing left for `refresh` to do. */
  get isCurrent(): boolean {
    return this.analysis !== undefined || this.excess !== undefined;
  }

  /** Whether there is something to build on, so that work for a text that has changed may be dropped. */
  get hasBasis(): boolean {
    return this.script !== undefined && this.analyzed !== undefined;
  }

  /** The analysis of the text as it is; undefined while there is none. */
  get analysis(): Analysis | undefined {
    const { analyzed } = this;
    const isCurrent =
      analyzed?.script.text === this.text &&
      (analyzed.options.caseSensitive ?? false) === this.isCaseSensitive;
    return isCurrent ? analyzed : undefined;
  }

  /** The script of the text as it is, though there may be no analysis of it. */
  get parsed(): Script | undefined {
    return this.script?.text === this.text ? this.script : undefined;
  }

  /** Why the text is not analysed. */
  get excess(): Excess | undefined {
    return this.refused?.text === this.text ? this.refused.excess : undefined;
  }

  /** Takes over a change. @returns the new text */
  edit(edit: Edit): string {
    if (edit.text.length > LONG_INSERTION) this.reset(applyEdit(this.text, edit));
    else {
      this.text = applyEdit(this.text, edit);
      this.pending.add(edit, this.text);
    }
    return this.text;
  }

  /** A whole new text: what was known is of no use. */
  reset(text: string): void {
    this.text = text;
    this.resets++;
    this.pending.clear();
    this.script = this.analyzed = this.checked = undefined;
  }

  /** Brings script and analysis up to date with the text as it is at the first step. */
  *refresh(): Steps<undefined> {
    const script = yield* this.parse();
    if (script === undefined) return undefined;
    const caseSensitive = this.isCaseSensitive;
    const analysis = yield* analyzeInSteps(script, this.analyzed, { caseSensitive });
    if (caseSensitive === this.isCaseSensitive && script === this.script) this.analyzed = analysis;
    return undefined;
  }

  /** What the checks say of an analysis of this text. */
  *check(analysis: Analysis, settings: SeveritySettings): Steps<CheckResult> {
    const { checked } = this;
    if (checked?.analysis === analysis && checked.settings === settings) return checked.result;
    const result = yield* checkInSteps(analysis, settings, checked?.result);
    if (this.analyzed === analysis) this.checked = { analysis, settings, result };
    return result;
  }

  private *parse(): Steps<Script | undefined> {
    const { text } = this;
    const tooLong = excessOfText(text);
    if (tooLong !== undefined) return this.refuse(text, tooLong);
    const before = this.script;
    if (before === undefined) {
      this.pending.clear();
      const pieces = splitScript(text);
      const tooMuch = excessOfPieces(pieces);
      if (tooMuch !== undefined) return this.refuse(text, tooMuch);
      const { resets } = this;
      const parsed = yield* parseInSteps(text, pieces);
      // Edits that came meanwhile are pending, and lead from this script to the text; a whole new text does not.
      return resets === this.resets ? (this.script = parsed) : undefined;
    }
    const { all } = this.pending;
    let updated = update(before, all, text);
    // Changes in between may have led beyond the limits, and the last ones back.
    if (updated.script === undefined && all.length > 1)
      updated = update(before, [this.pending.asOne(text)], text);
    if (updated.script === undefined) return this.refuse(text, updated.excess);
    this.pending.clear();
    return (this.script = updated.script);
  }

  /**
   * Lets go of all: beyond the limits even what is left of before costs too much. Except for a statement that got too
   * long: mostly a quote was opened that soon is closed, and what was known before it is needed again.
   */
  private refuse(text: string, excess: Excess): Script | undefined {
    this.refused = { text, excess };
    if (excess.kind === 'statement') return undefined;
    this.script = this.analyzed = this.checked = undefined;
    this.pending.clear();
    return undefined;
  }
}

type Updated =
  { readonly script: Script; readonly excess?: never } | { readonly script?: never; readonly excess: Excess };

/**
 * A script after changes, unless one of them leads beyond the limits: then nothing is parsed of it.
 * @param text what the changes lead to
 */
function update(before: Script, edits: readonly Edit[], text: string): Updated {
  let script = before;
  for (const [i, edit] of edits.entries()) {
    const resplit = splitAgain(script, edit, i === edits.length - 1 ? text : applyEdit(script.text, edit));
    const tooLong = excessOfPieces(resplit.pieces);
    if (tooLong !== undefined) return { excess: tooLong };
    script = parseAgain(script, resplit);
  }
  const tooMany = excessOfCount(script.statements.length);
  return tooMany === undefined ? { script } : { excess: tooMany };
}
