import { SemanticTokenModifiers, SemanticTokenTypes } from 'vscode-languageserver';
import type { SemanticTokens, SemanticTokensDelta, SemanticTokensLegend } from 'vscode-languageserver';
import type { Analysis } from '../../language/analysis/analyze.ts';
import { semanticTokens } from '../../language/features/semanticTokens/semanticTokens.ts';
import type {
  SemanticTokenModifier,
  SemanticTokenType,
} from '../../language/features/semanticTokens/semanticTokens.ts';
import type { OpenDocument } from '../documents/openDocument.ts';
import { spanOf } from '../documents/ranges.ts';
import { answeringLater } from './feature.ts';
import type { Parts } from './feature.ts';
import { encodeTokens, tokenEdits } from './tokenEncoding.ts';
import { TokenRows } from './tokenRows.ts';

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

/** What was sent last of a document: the next answer is told as the difference. */
interface Sent {
  readonly id: string;
  readonly data: Uint32Array;
  /** Memory of the answer before, for the next one: a new one for every keystroke would pile up. */
  readonly spare?: Uint32Array;
}

/** As JSON knows them. By hand: the engine's own ways take four times as long for the colours of a long script. */
function numbersOf(data: Uint32Array): number[] {
  const numbers = new Array<number>(data.length);
  for (let i = 0; i < data.length; i++) numbers[i] = data[i] ?? 0;
  return numbers;
}

/** All of the memory a part lies in. */
const whole = ({ buffer }: Uint32Array): Uint32Array => new Uint32Array(buffer);

export function registerSemanticTokens(parts: Parts): void {
  const { connection, documents } = parts;
  const { semanticTokens: requests } = connection.languages;
  const rows = new TokenRows(code);
  const sent = new Map<string, Sent>();
  let count = 0;
  documents.onClose(uri => sent.delete(uri));

  /** All tokens as they are now, and those that were sent before. */
  const next = ({ uri, lines }: OpenDocument, { statements }: Analysis): { now: Sent; before?: Sent } => {
    const before = sent.get(uri);
    const data = rows.of(statements, lines, before?.spare);
    const now = { id: String(++count), data, ...(before === undefined ? {} : { spare: whole(before.data) }) };
    sent.set(uri, now);
    return { now, ...(before === undefined ? {} : { before }) };
  };
  const none: SemanticTokens = { data: [] };
  requests.on(
    answeringLater(parts, 'semanticTokens', none, (document, analysis): SemanticTokens => {
      const { id, data } = next(document, analysis).now;
      return { resultId: id, data: numbersOf(data) };
    }),
  );
  requests.onDelta(
    answeringLater(
      parts,
      'semanticTokensDelta',
      none,
      (document, analysis, { previousResultId }): SemanticTokens | SemanticTokensDelta => {
        const { now, before } = next(document, analysis);
        const resultId = now.id;
        if (before?.id !== previousResultId) return { resultId, data: numbersOf(now.data) };
        return { resultId, edits: tokenEdits(before.data, now.data) };
      },
    ),
  );
  requests.onRange(
    answeringLater(parts, 'semanticTokensRange', none, ({ lines }, analysis, { range }): SemanticTokens => ({
      data: numbersOf(encodeTokens(semanticTokens(analysis, spanOf(range, lines)), lines, code)),
    })),
  );
}
