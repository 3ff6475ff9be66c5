import type { AnalyzedStatement } from '../../language/analysis/analyze.ts';
import type { StatementModel } from '../../language/analysis/model.ts';
import { statementTokens } from '../../language/features/semanticTokens/semanticTokens.ts';
import type { Statement } from '../../language/syntax/script.ts';
import { LineTable } from '../documents/lineTable.ts';
import { encodeTokens, WIDTH } from './tokenEncoding.ts';
import type { TokenCode } from './tokenEncoding.ts';

/** The tokens of one statement as the protocol has them, as if it stood at the start of a document. */
interface Rows {
  readonly model: StatementModel | undefined;
  readonly data: Uint32Array;
  /** Where the last one begins. */
  readonly line: number;
  readonly character: number;
}

/**
 * The tokens of a whole script, put together of those of its statements: an edit changes one of hundreds. Each token is
 * told relative to the one before it, so that of a statement only the first depends on what stands in front.
 */
export class TokenRows {
  private readonly code: TokenCode;
  private readonly known = new WeakMap<Statement, Rows>();

  constructor(code: TokenCode) {
    this.code = code;
  }

  /** @param reuse memory that may be written into; the answer lies there if it fits */
  of(statements: readonly AnalyzedStatement[], lines: LineTable, reuse?: Uint32Array): Uint32Array {
    let length = 0;
    for (const item of statements) length += this.rowsOf(item).data.length;
    // With some room, so that the next answers fit too.
    const memory =
      reuse !== undefined && reuse.length >= length ? reuse : new Uint32Array(Math.ceil(length * 1.1));
    let at = 0;
    let last = { line: 0, character: 0 };
    for (const item of statements) {
      const { data, line, character } = this.rowsOf(item);
      if (data.length === 0) continue;
      const start = lines.positionAt(item.offset);
      memory.set(data, at);
      const firstLine = start.line + (data[0] ?? 0);
      const firstCharacter = (data[0] === 0 ? start.character : 0) + (data[1] ?? 0);
      memory[at] = firstLine - last.line;
      memory[at + 1] = firstLine === last.line ? firstCharacter - last.character : firstCharacter;
      last = { line: start.line + line, character: (line === 0 ? start.character : 0) + character };
      at += data.length;
    }
    return memory.subarray(0, length);
  }

  private rowsOf(item: AnalyzedStatement): Rows {
    const { statement, model } = item;
    const before = this.known.get(statement);
    if (before !== undefined && before.model === model) return before;
    const data = encodeTokens(statementTokens(item), new LineTable(statement.text), this.code);
    let line = 0;
    let character = 0;
    for (let i = 0; i < data.length; i += WIDTH) {
      const [lines = 0, characters = 0] = [data[i], data[i + 1]];
      line += lines;
      character = lines === 0 ? character + characters : characters;
    }
    const rows = { model, data, line, character };
    this.known.set(statement, rows);
    return rows;
  }
}
