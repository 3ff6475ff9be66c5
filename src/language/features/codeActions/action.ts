import type { Message, TextEdit } from '../../analysis/checks/check.ts';
import type { Span } from '../../syntax/tree/base.ts';

/** Kinds as the Language Server Protocol names them. */
export type CodeActionKind =
  'quickfix' | 'refactor.rewrite' | 'refactor.extract' | 'refactor.inline' | 'source.fixAll';

/** The diagnostic an action puts right: its code and place as `diagnose` gives them (UTF-16 units of the script). */
export interface Mended extends Span {
  readonly code: string;
  /** The check whose finding it is, also where a fault of the grammar is shown in its place. */
  readonly check?: string;
}

/** A change of the script a person can choose. */
export interface CodeAction {
  /** In the user's language. */
  readonly title: string;
  readonly kind: CodeActionKind;
  /** In the order of the text, without overlap; offsets in UTF-16 units of the script. */
  readonly edits: readonly TextEdit[];
  /** The one nearly everybody would take. */
  readonly isPreferred?: boolean;
  readonly mends?: Mended;
}

/** An action before its title is put into a language. */
export interface Proposal {
  readonly title: Message;
  readonly kind: CodeActionKind;
  readonly edits: readonly TextEdit[];
  readonly isPreferred?: boolean;
  readonly mends?: Mended;
}

/** The edits in the order of the text; undefined when two of them change the same place. */
export function inOrder(edits: readonly TextEdit[]): TextEdit[] | undefined {
  const sorted = [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
  const overlaps = sorted.some((edit, i) => {
    const before = sorted[i - 1];
    if (before === undefined) return false;
    return edit.start < before.end || (edit.start === before.start && edit.end === before.end);
  });
  return overlaps ? undefined : sorted;
}
