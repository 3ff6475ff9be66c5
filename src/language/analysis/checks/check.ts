import type { Confidence, Texts } from '../../catalog/texts.ts';
import type { Problem } from '../../syntax/problems.ts';
import type { PlacedStatement, Statement } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import type { Analysis } from '../analyze.ts';
import type { ScriptFacts } from '../facts.ts';
import type { StatementModel } from '../model.ts';
import type { Usage, Usages } from '../usage.ts';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** A text in both languages; both are always there. */
export type Message = Required<Texts>;

/** What stands in `[start, end)` becomes `text`; offsets as those of the finding. */
export interface TextEdit extends Span {
  readonly text: string;
}

export interface Fix {
  readonly title: Message;
  readonly edits: readonly TextEdit[];
  /** The one a person would take nearly always. */
  readonly preferred?: boolean;
}

/** What a check says of a place. Offsets count from the statement's start. */
export interface Report extends Span {
  readonly message: Message;
  readonly fixes?: readonly Fix[];
  /** Less than the check's own severity, where the facts are less sure. */
  readonly atMost?: Severity;
  /** The text has no use and may be shown faded. */
  readonly unnecessary?: boolean;
  /** The fault of the grammar this explains: it is shown instead of it. */
  readonly explains?: Problem;
  /** Further faults of the grammar that are the same mistake: nothing is said of them on their own. */
  readonly covers?: readonly Problem[];
}

/** What a check of one statement may look at. */
export interface StatementContext {
  readonly statement: Statement;
  /** Absent when the statement could not be read. */
  readonly model?: StatementModel;
  /** How the table the statement declares is used by the script. */
  readonly usage: Usage;
  /** All that may be known here of other statements: what is asked of it is asked again when the script changes. */
  readonly script: ScriptFacts;
  readonly report: (report: Report) => void;
}

/** What a check of the whole script may look at. It runs after each edit: of most statements it should ask little. */
export interface ScriptContext {
  readonly analysis: Analysis;
  readonly usages: Usages;
  readonly report: (at: PlacedStatement, report: Report) => void;
}

/** A rule with its documentation; `bad` has the fault, `good` has not. */
export interface Check {
  readonly id: string;
  readonly severity: Severity;
  readonly title: Message;
  readonly explain: Message;
  readonly bad: string;
  readonly good: string;
  statement?(context: StatementContext): void;
  script?(context: ScriptContext): void;
}

/** Facts that are not sure make no error: at most a warning, or a hint. */
export function atMostFor(confidence: Confidence): { atMost?: Severity } {
  if (confidence === 'high') return {};
  return { atMost: confidence === 'medium' ? 'warning' : 'hint' };
}

const ORDER: readonly Severity[] = ['error', 'warning', 'information', 'hint'];

/** The weaker of two severities. */
export function weaker(a: Severity, b: Severity | undefined): Severity {
  return b !== undefined && ORDER.indexOf(b) > ORDER.indexOf(a) ? b : a;
}
