import { tokenText } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import { DUMMY } from './cursorText.ts';
import { bareName } from './site.ts';
import type { Site } from './site.ts';

/** A column of the CREATE TABLE the cursor is in, as its text has it. */
export interface OwnColumn {
  readonly name: string;
  /** Its first word; of a computed column `TIMESTAMP` where its function gives one, else empty. */
  readonly type: string;
}

const NO_COLUMNS = new Set(['WATERMARK', 'PRIMARY', 'PERIOD', 'UNIQUE', 'INDEX']);

/** The columns of the table being declared, before the cursor and behind, also when the text is broken. */
export function ownColumns({ frames, cursor }: Site): OwnColumn[] {
  const { tokens } = cursor;
  const { types } = tokens;
  const frame = frames.find(item => item.kind === 'columns');
  const open = frame?.open ?? types.indexOf('(');
  if (open < 0) return [];
  const found: OwnColumn[] = [];
  let depth = 0;
  let isStart = true;
  for (let i = open + 1; i < types.length && depth >= 0; i++) {
    const type = types[i] ?? '';
    if (type === '(') depth++;
    else if (type === ')') depth--;
    if (isStart && !(NO_COLUMNS.has(type) && types[i + 1] !== ',')) {
      const name = bareName(tokenText(tokens, i));
      const next = types[i + 1] ?? '';
      if (/^[\w$`\u0080-\uffff]/.test(name) && name !== DUMMY)
        found.push({
          name,
          type: next === 'AS' ? computedType(tokens, i + 2) : tokenText(tokens, i + 1).toUpperCase(),
        });
    }
    isStart = depth === 0 && type === ',';
  }
  return found;
}

/** Row time is mostly made of another column: what else the expression may give is not needed here. */
function computedType(tokens: Tokens, at: number): string {
  return /^TO_TIMESTAMP/i.test(tokenText(tokens, at)) ? 'TIMESTAMP' : '';
}

/** The name of the table being declared or written. */
export function ownTableName({ cursor }: Site): string | undefined {
  const { tokens } = cursor;
  const at = tokens.types.findIndex((type, i) => i > 0 && (type === 'TABLE' || type === 'INTO'));
  return at < 0 ? undefined : bareName(tokenText(tokens, at + 1));
}
