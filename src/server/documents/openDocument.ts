import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { analyze } from '../../language/analysis/analyze.ts';
import type { Analysis } from '../../language/analysis/analyze.ts';
import { checkScript } from '../../language/analysis/check.ts';
import type { CheckResult, SeveritySettings } from '../../language/analysis/check.ts';
import { parseScript } from '../../language/syntax/script.ts';
import type { Script } from '../../language/syntax/script.ts';
import { applyEdit, updateScript } from '../../language/syntax/update.ts';
import type { JobFacts } from '../protocol.ts';
import { isCaseSensitive } from './engineVersion.ts';
import { isTooLarge } from './limits.ts';
import { LineTable } from './lineTable.ts';
import { PendingEdits } from './pendingEdits.ts';

/**
 * A document the editor has open. What is asked of it is computed when it is asked for the first time after a change,
 * from what was known before the change, and shared by all that ask later.
 */
export class OpenDocument {
  readonly uri: string;
  private current: { version: number; text: string };
  private lineTable: LineTable | undefined;
  private jobFacts: NonNullable<JobFacts['facts']> | undefined;
  private readonly pending = new PendingEdits();
  private parsed: Script | undefined;
  private analyzed: Analysis | undefined;
  private checked: { analysis: Analysis; settings: SeveritySettings; result: CheckResult } | undefined;

  constructor(uri: string, version: number, text: string) {
    this.uri = uri;
    this.current = { version, text };
  }

  /** The editor's count of changes. */
  get version(): number {
    return this.current.version;
  }

  get text(): string {
    return this.current.text;
  }

  /** Whether the text is beyond what is analysed: then the script is empty, and nothing but a notice is given. */
  get isTooLarge(): boolean {
    return isTooLarge(this.text);
  }

  get lines(): LineTable {
    return (this.lineTable ??= new LineTable(this.text));
  }

  /** What is known of the job the document belongs to. */
  get facts(): JobFacts['facts'] {
    return this.jobFacts ?? null;
  }

  set facts(facts: JobFacts['facts']) {
    this.jobFacts = facts ?? undefined;
  }

  /** Takes over changes, in their order, each counted in what those before it left. */
  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    this.current.version = version;
    for (const change of changes) {
      if ('range' in change) this.replace(change.range, change.text);
      else this.replaceAll(change.text);
    }
  }

  get script(): Script {
    if (this.isTooLarge) return this.withoutScript();
    let script = this.parsed ?? parseScript(this.text);
    for (const edit of this.pending.take()) script = updateScript(script, edit);
    this.parsed = script;
    // One copy of the text is enough.
    this.current.text = script.text;
    return script;
  }

  get analysis(): Analysis {
    const { script } = this;
    const caseSensitive = isCaseSensitive(this.jobFacts?.engineVersion);
    const known = this.analyzed;
    if (known?.script === script && known.options.caseSensitive === caseSensitive) return known;
    return (this.analyzed = analyze(script, known, { caseSensitive }));
  }

  /** What the checks say, with the user's severities. */
  checks(settings: SeveritySettings): CheckResult {
    const { analysis, checked } = this;
    if (checked?.analysis === analysis && checked.settings === settings) return checked.result;
    const result = checkScript(analysis, settings, checked?.result);
    this.checked = { analysis, settings, result };
    return result;
  }

  private replace(range: Range, text: string): void {
    const { lines } = this;
    const [a, b] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    const edit = { start: Math.min(a, b), end: Math.max(a, b), text };
    this.current.text = applyEdit(this.text, edit);
    lines.update(this.text, edit.start, edit.end, text.length);
    if (this.parsed !== undefined) this.pending.add(edit, this.text);
  }

  private replaceAll(text: string): void {
    if (this.parsed !== undefined) this.pending.add({ start: 0, end: this.text.length, text }, text);
    this.current.text = text;
    this.lineTable = undefined;
  }

  private withoutScript(): Script {
    this.pending.take();
    if (this.parsed?.text !== this.text || this.parsed.statements.length > 0)
      this.parsed = { text: this.text, statements: [] };
    return this.parsed;
  }
}
