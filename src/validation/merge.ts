import type { LocatedError } from '../language/service/locate.ts';
import type { Span } from './tracking.ts';

/** What the language server says of a place; offsets in UTF-16 units. */
export interface LocalFault extends Span {
  readonly severity: 'error' | 'warning' | 'information' | 'hint';
  /** `syntax` for what the grammar refuses, else the id of a check. */
  readonly code: string;
}

type ServiceFault = Pick<LocatedError, 'start' | 'end' | 'severity' | 'message' | 'code'>;

/**
 * Which local fault says the same as a fault of the service, so that a person sees it once. Both have to be of the same
 * severity, and
 * - overlap; where only one of them spans lines, such as a whole query, both have to mean the same; or
 * - have nothing but white space between them and be of the same kind: the service's parser blames the token before; or
 * - stand on the same line and mean the same.
 * @param text the document, which the offsets of both count in
 * @returns the index of the nearest such local fault; undefined when only the service knows of the fault
 */
export function coveringFault(
  fault: ServiceFault,
  locals: readonly (LocalFault | undefined)[],
  text: string,
): number | undefined {
  let best: { readonly index: number; readonly distance: number } | undefined;
  for (const [index, local] of locals.entries()) {
    if (!local || local.severity !== fault.severity || !isSame(fault, local, text)) continue;
    const distance = distanceOf(fault, local);
    if (!best || distance < best.distance) best = { index, distance };
  }
  return best?.index;
}

function isSame(fault: ServiceFault, local: LocalFault, text: string): boolean {
  const isAlike = () => (isSyntax(fault) && isSyntax(local)) || means(fault, local, text);
  if (fault.start < local.end && local.start < fault.end) {
    return spansLines(fault, text) === spansLines(local, text) || isAlike();
  }
  const between = text.slice(Math.min(fault.end, local.end), Math.max(fault.start, local.start));
  if (between.trim() === '' && isSyntax(fault) === isSyntax(local)) return true;
  return !between.includes('\n') && isAlike();
}

/** Of two that fit, the one with the nearest beginning is the one. */
function distanceOf(fault: Span, local: Span): number {
  return Math.abs(fault.start - local.start);
}

function spansLines({ start, end }: Span, text: string): boolean {
  return text.slice(start, end).includes('\n');
}

/** The service's parser has error codes of its own; its sentences are known, too, for a text without a frame. */
function isSyntax(fault: LocalFault | ServiceFault): boolean {
  if (!('message' in fault)) return fault.code === 'syntax';
  return (
    fault.code?.startsWith('PAR-') === true || /^(?:Encountered "|Lexical error at line)/.test(fault.message)
  );
}

const QUOTES = ["''", '""', '``', '[]'] as const;

/** The service names in quotes what the local fault stands on. */
function means(fault: ServiceFault, local: LocalFault, text: string): boolean {
  const name = text.slice(local.start, local.end).replace(/^`(.*)`$/s, '$1');
  if (name === '' || name.includes('\n')) return false;
  const said = fault.message.toLowerCase();
  return QUOTES.some(([open, close]) => said.includes(`${open}${name.toLowerCase()}${close}`));
}
