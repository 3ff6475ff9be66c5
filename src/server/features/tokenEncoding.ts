import type { SemanticTokensEdit } from 'vscode-languageserver';
import type {
  SemanticToken,
  SemanticTokenModifier,
  SemanticTokenType,
} from '../../language/features/semanticTokens/semanticTokens.ts';
import type { LineTable } from '../documents/lineTable.ts';

/** The numbers of the legend. */
export interface TokenCode {
  readonly type: (type: SemanticTokenType) => number;
  readonly modifiers: (modifiers: readonly SemanticTokenModifier[]) => number;
}

/** Numbers per token. */
export const WIDTH = 5;

/**
 * Tokens as the protocol sends them, each relative to the one before. They come in the order of the text, so lines are
 * walked along rather than searched. A name over several lines, as back-quotes allow, becomes a token per line.
 */
export function encodeTokens(
  tokens: readonly SemanticToken[],
  lines: LineTable,
  code: TokenCode,
): Uint32Array {
  const data: number[] = [];
  let { line } = lines.positionAt(tokens[0]?.start ?? 0);
  let lastLine = 0;
  let lastStart = 0;
  for (const token of tokens) {
    while (lines.lineStart(line + 1) <= token.start) line++;
    const type = code.type(token.type);
    const modifiers = code.modifiers(token.modifiers);
    for (let start = token.start; start < token.end; start = lines.lineStart(++line)) {
      const stop = Math.min(token.end, lines.lineEnd(line));
      const character = start - lines.lineStart(line);
      if (stop > start) {
        data.push(line - lastLine, line === lastLine ? character - lastStart : character, stop - start);
        data.push(type, modifiers);
        lastLine = line;
        lastStart = character;
      }
      if (token.end <= lines.lineStart(line + 1)) break;
    }
  }
  return Uint32Array.from(data);
}

/** What turns one answer into the next: as tokens are relative, an edit of the text changes one stretch. */
export function tokenEdits(before: Uint32Array, after: Uint32Array): SemanticTokensEdit[] {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before[same] === after[same]) same++;
  same -= same % WIDTH;
  let tail = 0;
  while (tail < most - same && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  tail -= tail % WIDTH;
  if (same === before.length && same === after.length) return [];
  return [
    {
      start: same,
      deleteCount: before.length - same - tail,
      data: [...after.subarray(same, after.length - tail)],
    },
  ];
}
