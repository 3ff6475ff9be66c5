import type { Range, TextDocumentContentChangeEvent } from 'vscode-languageserver';
import type { Analysis } from '../../language/analysis/analyze.ts';
import type { CheckResult, SeveritySettings } from '../../language/analysis/check.ts';
import type { Script } from '../../language/syntax/script.ts';
import type { JobFacts } from '../protocol.ts';
import { inSlices } from '../slices.ts';
import { isCaseSensitive } from './engineVersion.ts';
import { Knowledge } from './knowledge.ts';
import type { Excess } from './limits.ts';
import { LineTable } from './lineTable.ts';

/** A document the editor has open: its text, change by change, and what is known of it. */
export class OpenDocument {
  readonly uri: string;
  /** A new object with every change, which tells work that began before that it is stale. */
  private now: { readonly version: number };
  private lineTable: LineTable | undefined;
  private jobFacts: JobFacts['facts'] = null;
  private readonly knowledge: Knowledge;
  private running: Promise<void> | undefined;
  private isClosed = false;

  constructor(uri: string, version: number, text: string) {
    this.uri = uri;
    this.now = { version };
    this.knowledge = new Knowledge(text);
  }

  /** The editor's count of changes. */
  get version(): number {
    return this.now.version;
  }

  get text(): string {
    return this.knowledge.text;
  }

  get lines(): LineTable {
    return (this.lineTable ??= new LineTable(this.text));
  }

  /** What is known of the job the document belongs to. */
  get facts(): JobFacts['facts'] {
    return this.jobFacts;
  }

  set facts(facts: JobFacts['facts']) {
    this.jobFacts = facts;
    this.knowledge.caseSensitive = isCaseSensitive(facts?.engineVersion);
  }

  /** Takes over changes, in their order, each counted in what those before it left. */
  change(version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    for (const change of changes) {
      if ('range' in change) this.replace(change.range, change.text);
      else this.replaceAll(change.text);
    }
    this.now = { version };
  }

  close(): void {
    this.isClosed = true;
  }

  /**
   * The analysis of the text as it is when the answer comes; every caller shares the one run that makes it. A change
   * that comes in meanwhile is taken up on the way.
   * @returns undefined when the document is closed, or beyond the limits (`excess`)
   */
  async analysis(): Promise<Analysis | undefined> {
    if (!this.knowledge.isCurrent)
      await (this.running ??= this.catchUp().finally(() => (this.running = undefined)));
    return this.knowledge.analysis;
  }

  /** The tree of the text, which is there even if the analysis failed. */
  get parsed(): Script | undefined {
    return this.knowledge.parsed;
  }

  /** Why the text is not analysed; known once `analysis` was asked for. */
  get excess(): Excess | undefined {
    return this.knowledge.excess;
  }

  /**
   * What the checks say of an analysis.
   * @returns undefined when the text has changed on the way
   */
  checks(analysis: Analysis, settings: SeveritySettings): Promise<CheckResult | undefined> {
    const { now } = this;
    return inSlices(this.knowledge.check(analysis, settings), () => this.isClosed || this.now !== now);
  }

  private async catchUp(): Promise<void> {
    while (!this.isClosed && !this.knowledge.isCurrent) {
      const { now } = this;
      // The first time all is read to its end, even if it is no longer the newest: what comes next builds on it.
      const isStale = (): boolean => this.isClosed || (this.knowledge.hasBasis && this.now !== now);
      await inSlices(this.knowledge.refresh(), isStale);
    }
  }

  private replace(range: Range, text: string): void {
    const { lines } = this;
    const [a, b] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
    const edit = { start: Math.min(a, b), end: Math.max(a, b), text };
    const changed = this.knowledge.edit(edit);
    lines.update(changed, edit.start, edit.end, text.length);
  }

  private replaceAll(text: string): void {
    this.knowledge.reset(text);
    this.lineTable = undefined;
  }
}
