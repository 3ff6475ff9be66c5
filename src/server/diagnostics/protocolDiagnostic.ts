import { DiagnosticSeverity, DiagnosticTag } from 'vscode-languageserver';
import type { Diagnostic } from 'vscode-languageserver';
import type { Diagnostic as LanguageDiagnostic } from '../../language/diagnose.ts';
import type { LineTable } from '../documents/lineTable.ts';
import { LIMITS } from '../documents/limits.ts';
import type { Excess } from '../documents/limits.ts';
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

/** With commas. Asking the engine for it would load all it knows of locales, when the server starts. */
const count = (number: number): string => String(number).replace(/\B(?=(?:\d{3})+$)/g, ',');

const NOTICES: Readonly<Record<Excess['kind'], Readonly<Record<UserLanguage, string>>>> = {
  text: {
    en: `This script has more than ${count(LIMITS.text)} characters: it is not checked, and completion, navigation and formatting are off.`,
    zh: `脚本超过 ${count(LIMITS.text)} 个字符：不做检查，补全、导航和格式化均不可用。`,
  },
  statements: {
    en: `This script has more than ${count(LIMITS.statements)} statements: it is not checked, and completion, navigation and formatting are off.`,
    zh: `脚本超过 ${count(LIMITS.statements)} 条语句：不做检查，补全、导航和格式化均不可用。`,
  },
  statement: {
    en: `The statement that begins here has more than ${count(LIMITS.statement)} characters; a quote or a semicolon may be missing. Until then the script is not checked, and completion, navigation and formatting are off.`,
    zh: `从此处开始的语句超过 ${count(LIMITS.statement)} 个字符，可能缺少引号或分号。在此之前不做检查，补全、导航和格式化均不可用。`,
  },
};

/** The notice on a document that is not analysed. */
export function excessNotice({ kind, offset }: Excess, lines: LineTable, language: UserLanguage): Diagnostic {
  return {
    range: rangeOf({ start: offset, end: offset }, lines),
    severity: DiagnosticSeverity.Information,
    code: 'too-large',
    source: SOURCE,
    message: NOTICES[kind][language],
  };
}
