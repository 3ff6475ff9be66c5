import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver';
import type { Diagnostic as LanguageDiagnostic } from '../../language/diagnose.ts';
import type { LineTable } from '../documents/lineTable.ts';
import { LONGEST_TEXT } from '../documents/limits.ts';
import { rangeOf } from '../documents/ranges.ts';
import type { UserLanguage } from '../protocol.ts';

/** Who found it, as the editor shows it beside the message. */
const SOURCE = 'Blink SQL';

const SEVERITIES = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
} as const satisfies Record<LanguageDiagnostic['severity'], DiagnosticSeverity>;

/** A diagnostic as the protocol has it. */
export function protocolDiagnostic(item: LanguageDiagnostic, lines: LineTable): Diagnostic {
  const { severity, code, message } = item;
  return {
    range: rangeOf(item, lines),
    severity: SEVERITIES[severity],
    code,
    source: SOURCE,
    message,
    ...(item.unnecessary === true ? { tags: [DiagnosticTag.Unnecessary] } : {}),
  };
}

const TOO_LARGE: Readonly<Record<UserLanguage, (millions: number) => string>> = {
  en: millions =>
    `This script has more than ${millions} million characters: it is not checked, and completion, navigation and formatting are off.`,
  zh: millions => `脚本超过 ${millions * 100} 万个字符：不做检查，补全、导航和格式化均不可用。`,
};

/** The notice on a document that is not analysed. */
export function tooLarge(language: UserLanguage): Diagnostic {
  return {
    range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } },
    severity: DiagnosticSeverity.Information,
    code: 'too-large',
    source: SOURCE,
    message: TOO_LARGE[language](LONGEST_TEXT / 1_000_000),
  };
}
