import { displayWidth } from '../language/features/format/displayWidth.ts';
import type { Diagnostic, Severity } from '../language/diagnose.ts';
import type { LineMap } from '../language/syntax/positions.ts';
import type { Texts } from './texts.ts';

/** A diagnostic as programs read it: lines and columns from 1 in UTF-16 units, the end exclusive. */
export interface Finding {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

export function findingOf(lines: LineMap, diagnostic: Diagnostic): Finding {
  const { severity, code, message } = diagnostic;
  const { line, column } = lines.position(diagnostic.start);
  const { line: endLine, column: endColumn } = lines.position(diagnostic.end);
  return { line, column, endLine, endColumn, severity, code, message };
}

const COLOURS: Readonly<Record<Severity, number>> = { error: 31, warning: 33, information: 36, hint: 36 };
/** Of a longer line, only what is around the fault is shown. */
const MOST_SHOWN = 160;
const CONTEXT = 60;

/** Prints findings for people: the place, the words, the line and a mark below. */
export class Report {
  private readonly texts: Texts;
  private readonly colours: boolean;

  constructor(texts: Texts, colours: boolean) {
    this.texts = texts;
    this.colours = colours;
  }

  finding(file: string, source: string, lines: LineMap, finding: Finding): string {
    const { line, column, endLine, endColumn, severity, code, message } = finding;
    const place = this.paint(`${file}:${line}:${column}`, 1);
    const label = this.paint(this.texts[severity], COLOURS[severity]);
    const text = source.slice(lines.lineStart(line), lines.lineStart(line + 1)).replace(/[\r\n]+$/, '');
    const from = text.length > MOST_SHOWN ? Math.max(0, column - 1 - CONTEXT) : 0;
    const shown = text.slice(from, from + MOST_SHOWN);
    const before = shown.slice(0, column - 1 - from).replaceAll('\t', ' ');
    const end = endLine > line ? text.length : Math.max(column, endColumn - 1);
    const marked = displayWidth(shown.slice(column - 1 - from, end - from));
    const gutter = ' '.repeat(String(line).length);
    const mark = this.paint('^'.repeat(Math.max(1, marked)), COLOURS[severity]);
    return (
      `${place}: ${label} ${code}: ${message}\n` +
      ` ${line} | ${shown.replaceAll('\t', ' ')}\n` +
      ` ${gutter} | ${' '.repeat(displayWidth(before))}${mark}`
    );
  }

  private paint(text: string, colour: number): string {
    return this.colours ? `\u001b[${colour}m${text}\u001b[0m` : text;
  }
}
