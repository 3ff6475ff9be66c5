import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import type { SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from 'vscode-languageserver';
import { semanticTokens } from '../../language/features/semanticTokens/semanticTokens.ts';
import type {
  SemanticTokenModifier,
  SemanticTokenType,
} from '../../language/features/semanticTokens/semanticTokens.ts';
import { spanOf } from '../documents/ranges.ts';
import { answering } from './feature.ts';
import type { Parts } from './feature.ts';
import { encodeTokens, tokenEdits } from './tokenEncoding.ts';

/** The standard's words, which every colour theme knows. */
const TYPES: Readonly<Record<SemanticTokenType, string>> = {
  table: SemanticTokenTypes.class,
  view: SemanticTokenTypes.interface,
  commonTable: SemanticTokenTypes.struct,
  column: SemanticTokenTypes.property,
  alias: SemanticTokenTypes.variable,
  function: SemanticTokenTypes.function,
  propertyKey: SemanticTokenTypes.enumMember,
  dataType: SemanticTokenTypes.type,
  parameter: SemanticTokenTypes.parameter,
};

const MODIFIERS: Readonly<Record<SemanticTokenModifier, string>> = {
  declaration: SemanticTokenModifiers.declaration,
  write: SemanticTokenModifiers.modification,
  builtIn: SemanticTokenModifiers.defaultLibrary,
  // Not of the standard: row time and processing time can be given a look of their own.
  timeAttribute: 'timeAttribute',
};

const TYPE_INDEX = new Map(Object.keys(TYPES).map((name, i) => [name, i]));
const MODIFIER_BIT = new Map(Object.keys(MODIFIERS).map((name, i) => [name, 1 << i]));

export const LEGEND: SemanticTokensLegend = {
  tokenTypes: Object.values(TYPES),
  tokenModifiers: Object.values(MODIFIERS),
};

const code = {
  type: (type: SemanticTokenType): number => TYPE_INDEX.get(type) ?? 0,
  modifiers: (modifiers: readonly SemanticTokenModifier[]): number =>
    modifiers.reduce((bits, modifier) => bits | (MODIFIER_BIT.get(modifier) ?? 0), 0),
};

export function registerSemanticTokens(parts: Parts): void {
  const { connection, documents } = parts;
  const { semanticTokens: requests } = connection.languages;
  /** By document what was sent last: the next answer is told as the difference. */
  const sent = new Map<string, { id: string; data: Uint32Array }>();
  let count = 0;
  documents.onClose(uri => sent.delete(uri));

  const remember = (uri: string, data: Uint32Array): string => {
    const id = String(++count);
    sent.set(uri, { id, data });
    return id;
  };
  const none: SemanticTokens = { data: [] };
  requests.on(
    answering(parts, 'semanticTokens', none, ({ uri, lines }, analysis): SemanticTokens => {
      const data = encodeTokens(semanticTokens(analysis), lines, code);
      return { resultId: remember(uri, data), data: [...data] };
    }),
  );
  requests.onDelta(
    answering(
      parts,
      'semanticTokensDelta',
      none,
      ({ uri, lines }, analysis, { previousResultId }): SemanticTokens | SemanticTokensDelta => {
        const data = encodeTokens(semanticTokens(analysis), lines, code);
        const before = sent.get(uri);
        const resultId = remember(uri, data);
        if (before?.id !== previousResultId) return { resultId, data: [...data] };
        return { resultId, edits: tokenEdits(before.data, data) };
      },
    ),
  );
  requests.onRange(
    answering(parts, 'semanticTokensRange', none, ({ lines }, analysis, { range }): SemanticTokens => ({
      data: [...encodeTokens(semanticTokens(analysis, spanOf(range, lines)), lines, code)],
    })),
  );
}
