import { STRING, tokenText } from '../syntax/lexer/tokens.ts';
import type { Problem } from '../syntax/problems.ts';
import type { Statement } from '../syntax/script.ts';
import type { Span } from '../syntax/tree/base.ts';

/** A text in quotes that takes in the beginning of another statement: its own closing quote is missing. */
export interface OpenText extends Span {
  /** How the other statement begins, such as `CREATE TABLE t`. */
  readonly takesIn: string;
  /** Where the grammar noticed: the first fault behind the text. */
  readonly noticed: Problem;
}

/** The beginning of a statement at the beginning of a line. */
const BEGINNING =
  /[\r\n][ \t]*((?:CREATE\s+(?:OR\s+REPLACE\s+)?(?:TABLE|VIEW|FUNCTION)|INSERT\s+INTO|SELECT)\b(?:[ \t]+[\w.`]+)?)/i;

const known = new WeakMap<Statement, { readonly found: OpenText | undefined }>();

/**
 * The text whose missing quote makes a statement one that cannot be read. The grammar goes on to the next quote and
 * stumbles over what stands behind that, often in another statement far below.
 */
export function openText(statement: Statement): OpenText | undefined {
  let entry = known.get(statement);
  if (entry === undefined) known.set(statement, (entry = { found: read(statement) }));
  return entry.found;
}

function read({ tokens, problems }: Statement): OpenText | undefined {
  const [first] = problems;
  if (first === undefined) return undefined;
  const noticed = problems.reduce((best, problem) => (problem.start < best.start ? problem : best), first);
  for (let i = 0; i < tokens.types.length; i++) {
    const [start = 0, end = 0] = [tokens.starts[i], tokens.ends[i]];
    // With a fault before it, this text is none to blame: there, quotes may be the wrong way round already.
    if (end > noticed.start) return undefined;
    const takesIn = tokens.types[i] === STRING ? BEGINNING.exec(tokenText(tokens, i))?.[1] : undefined;
    if (takesIn !== undefined) return { start, end, takesIn: takesIn.replace(/\s+/g, ' '), noticed };
  }
  return undefined;
}
