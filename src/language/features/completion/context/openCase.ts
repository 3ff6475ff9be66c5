import type { Site } from './site.ts';

/** The parts of a CASE. */
export type CasePart = 'CASE' | 'WHEN' | 'THEN' | 'ELSE';

const PARTS: ReadonlySet<string> = new Set<CasePart>(['CASE', 'WHEN', 'THEN', 'ELSE']);
const isPart = (type: string): type is CasePart => PARTS.has(type);

/** The part of the innermost CASE the cursor is in; undefined outside of any that is still open. */
export function openCase({ cursor, top }: Site): CasePart | undefined {
  const { types } = cursor.tokens;
  let depth = 0;
  let ended = 0;
  for (let i = cursor.index - 1; i >= top.item; i--) {
    const type = types[i] ?? '';
    if (type === ')' || type === ']') depth++;
    else if (type === '(' || type === '[') depth--;
    else if (depth > 0) continue;
    else if (type === 'END') ended++;
    else if (ended > 0) {
      if (type === 'CASE') ended--;
    } else if (isPart(type)) return type;
  }
  return undefined;
}
