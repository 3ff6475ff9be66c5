import { analyzeInSteps } from '../../language/analysis/analyze.ts';
import type { Analysis } from '../../language/analysis/analyze.ts';
import { checkInSteps } from '../../language/analysis/check.ts';
import type { CheckResult, SeveritySettings } from '../../language/analysis/check.ts';
import { parseInSteps } from '../../language/syntax/script.ts';
import type { Script } from '../../language/syntax/script.ts';
import { splitScript } from '../../language/syntax/splitter.ts';
import type { Steps } from '../../language/syntax/steps.ts';
import { applyEdit, updateScript } from '../../language/syntax/update.ts';
import type { Edit } from '../../language/syntax/update.ts';
import { excessOfPieces, excessOfScript, excessOfText } from './limits.ts';
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
    this.pending.take();
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
    if (this.script === undefined) {
      this.pending.take();
      const pieces = splitScript(text);
      const tooMuch = excessOfPieces(pieces);
      if (tooMuch !== undefined) return this.refuse(text, tooMuch);
      const { resets } = this;
      const parsed = yield* parseInSteps(text, pieces);
      // Edits that came meanwhile are pending, and lead from this script to the text; a whole new text does not.
      return resets === this.resets ? (this.script = parsed) : undefined;
    }
    let { script } = this;
    for (const edit of this.pending.take()) script = updateScript(script, edit);
    const tooMuch = excessOfScript(script);
    if (tooMuch !== undefined) return this.refuse(text, tooMuch);
    // One copy of the text is enough.
    this.text = script.text;
    return (this.script = script);
  }

  /** Lets go of all: beyond the limits even what is left of before costs too much. */
  private refuse(text: string, excess: Excess): Script | undefined {
    this.script = this.analyzed = this.checked = undefined;
    this.pending.take();
    this.refused = { text, excess };
    return this.script;
  }
}
