import type { Analysis, AnalyzedStatement } from '../../analysis/analyze.ts';
import type { Reference, StatementModel, Target } from '../../analysis/model.ts';
import { PLACEHOLDER } from '../../syntax/lexer/tokens.ts';
import type { Statement } from '../../syntax/script.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { statementsWithin } from '../within.ts';

export type SemanticTokenType =
  | 'table'
  | 'view'
  | 'commonTable'
  | 'column'
  | 'alias'
  | 'function'
  | 'propertyKey'
  | 'dataType'
  | 'parameter';

export type SemanticTokenModifier = 'declaration' | 'write' | 'builtIn' | 'timeAttribute';

/** A piece of text with a meaning the grammar of colours cannot know. Offsets in UTF-16 units. */
export interface SemanticToken extends Span {
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}

/** The tokens of a script that lie in a range (the whole when none is given), in order and without overlap. */
export function semanticTokens({ statements }: Analysis, range?: Span): SemanticToken[] {
  const found: SemanticToken[] = [];
  for (const item of range === undefined ? statements : statementsWithin(statements, range)) {
    const { offset } = item;
    for (const token of statementTokens(item)) {
      const [start, end] = [offset + token.start, offset + token.end];
      if (range === undefined || (end > range.start && start < range.end))
        found.push({ ...token, start, end });
    }
  }
  return found;
}

/** The tokens of one statement, the same way; offsets count from its start, and nothing depends on where it stands. */
export function statementTokens({
  statement,
  model,
}: Pick<AnalyzedStatement, 'statement' | 'model'>): SemanticToken[] {
  return withoutOverlap([...placeholders(statement), ...(model === undefined ? [] : modelTokens(model))]);
}

/** Of tokens on one place the last counts: a reference is listed after the declaration it takes its name from. */
function withoutOverlap(tokens: readonly SemanticToken[]): SemanticToken[] {
  const sorted = [...new Map(tokens.map(token => [token.start, token])).values()].sort(
    (a, b) => a.start - b.start,
  );
  let end = -1;
  return sorted.filter(token => {
    if (token.start < end) return false;
    end = token.end;
    return true;
  });
}

function* placeholders({ tokens }: Statement): Generator<SemanticToken> {
  const { types, starts, ends } = tokens;
  for (let i = 0; i < types.length; i++)
    if (types[i] === PLACEHOLDER)
      yield { start: starts[i] ?? 0, end: ends[i] ?? 0, type: 'parameter', modifiers: [] };
}

function* modelTokens({ node, types, references }: StatementModel): Generator<SemanticToken> {
  for (const reference of references) yield ofReference(reference);
  for (const expression of types.keys())
    if (expression.kind === 'cast' && expression.type.kind === 'dataType') yield ofType(expression.type);
  if (node.kind !== 'createTable') return;
  for (const column of node.columns) if (column.kind === 'column') yield ofType(column.type);
  for (const { key } of node.properties?.items ?? [])
    yield { start: key.start, end: key.end, type: 'propertyKey', modifiers: [] };
}

const ofType = ({ start, end }: Span): SemanticToken => ({ start, end, type: 'dataType', modifiers: [] });

const TYPES = {
  table: 'table',
  view: 'view',
  with: 'commonTable',
  column: 'column',
  alias: 'alias',
  function: 'function',
  builtIn: 'function',
} as const satisfies Record<Target['kind'], SemanticTokenType>;

function ofReference({ start, end, target, use }: Reference): SemanticToken {
  const modifiers: SemanticTokenModifier[] = [];
  if (use === 'declaration') modifiers.push('declaration');
  if (use === 'write') modifiers.push('write');
  if (target.kind === 'builtIn') modifiers.push('builtIn');
  if (target.kind === 'column' && (target.time === 'row' || target.time === 'proc'))
    modifiers.push('timeAttribute');
  return { start, end, type: TYPES[target.kind], modifiers };
}
