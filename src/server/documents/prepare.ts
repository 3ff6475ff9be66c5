import type { Analysis } from '../../language/analysis/analyze.ts';
import { nextTurn } from '../turns.ts';
import type { OpenDocument } from './openDocument.ts';

/** A stage that took longer than this, in milliseconds, lets messages in before the next one. */
const LONG = 5;

/**
 * Brings a document's analysis up to date, stage by stage; at once when there is little to do.
 * @returns undefined when it is no longer wanted
 */
export async function prepare(
  document: OpenDocument,
  isNeedless: () => boolean,
): Promise<Analysis | undefined> {
  for (const stage of [() => document.script, () => document.analysis]) {
    const before = performance.now();
    stage();
    if (performance.now() - before > LONG) await nextTurn();
    if (isNeedless()) return undefined;
  }
  return document.analysis;
}
