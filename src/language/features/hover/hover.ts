import type { Analysis, AnalyzedStatement } from '../../analysis/analyze.ts';
import { referenceAt } from '../../analysis/lookup.ts';
import type { Language } from '../../catalog/texts.ts';
import { tokenText } from '../../syntax/lexer/tokens.ts';
import type { Span } from '../../syntax/tree/base.ts';
import { nameText } from '../../syntax/tree/base.ts';
import type { CreateTable } from '../../syntax/tree/statements.ts';
import type { About } from './about.ts';
import { describe } from './describe.ts';
import { describeTarget } from './target.ts';
import { aboutToken, tokenIndexAt } from './tokenAbout.ts';

/** What is shown over a piece of text (offsets of the script in UTF-16 units); `markdown` holds no HTML. */
export interface Hover extends Span {
  readonly markdown: string;
}

/** What is to be told of the text at an offset; undefined where there is nothing to tell, as of key words. */
export function hoverAt(analysis: Analysis, offset: number, language: Language): Hover | undefined {
  const item = analysis.statements.find(
    one => offset >= one.offset && offset <= one.offset + one.statement.text.length,
  );
  if (item === undefined) return undefined;
  const found = referenceAt(analysis, offset);
  if (found !== undefined) {
    const { start, end, reference } = found;
    return { start, end, markdown: describeTarget(analysis, reference.target, language) };
  }
  const subject = aboutAt(item, offset - item.offset) ?? wordAt(item, offset - item.offset);
  const markdown = subject && describe(subject.about, language);
  if (subject !== undefined && markdown !== undefined)
    return { start: item.offset + subject.start, end: item.offset + subject.end, markdown };
  return item.model?.broken !== false ? tableAt(analysis, item, offset, language) : undefined;
}

function wordAt({ statement: { tokens } }: AnalyzedStatement, at: number): Subject | undefined {
  const index = tokenIndexAt(tokens, at);
  const about = index < 0 ? undefined : aboutToken(tokens, index);
  if (about === undefined) return undefined;
  return { start: tokens.starts[index] ?? at, end: tokens.ends[index] ?? at, about };
}

/** A table's name in a statement that cannot be read. */
function tableAt(
  analysis: Analysis,
  { offset: base, statement: { tokens } }: AnalyzedStatement,
  offset: number,
  language: Language,
): Hover | undefined {
  const index = tokenIndexAt(tokens, offset - base);
  const [start, end] = [tokens.starts[index], tokens.ends[index]];
  if (start === undefined || end === undefined || start === end) return undefined;
  const table = analysis.names.table(tokenText(tokens, index).replace(/^`|`$/g, ''));
  if (table === undefined) return undefined;
  return { start: base + start, end: base + end, markdown: describeTarget(analysis, table, language) };
}

type Subject = Span & { readonly about: About };

const covers = (span: Span, at: number): boolean => span.start <= at && at <= span.end;

function aboutAt({ model }: AnalyzedStatement, at: number): Subject | undefined {
  if (model === undefined) return undefined;
  for (const expression of model.types.keys()) {
    if (expression.kind !== 'cast' || expression.type.kind !== 'dataType' || !covers(expression.type, at))
      continue;
    return typeSubject(expression.type);
  }
  for (const { call } of model.calls) {
    if (!covers(call.nameSpan, at)) continue;
    return { ...call.nameSpan, about: { kind: 'function', name: call.name } };
  }
  return model.node.kind === 'createTable' ? inTable(model.node, at) : undefined;
}

const typeSubject = ({ name, start, end }: Span & { name: string }): Subject => ({
  start,
  end,
  about: { kind: 'dataType', name },
});

function inTable({ columns, watermarks, properties }: CreateTable, at: number): Subject | undefined {
  for (const column of columns)
    if (column.kind === 'column' && covers(column.type, at)) return typeSubject(column.type);
  for (const { call } of watermarks)
    if (covers(call.nameSpan, at)) return { ...call.nameSpan, about: { kind: 'function', name: call.name } };
  const items = properties?.items ?? [];
  const property = items.find(({ key, value }) => covers(key, at) || covers(value, at));
  if (property === undefined) return undefined;
  const { key, value } = property;
  const type = items.find(item => nameText(item.key).toLowerCase() === 'type')?.value.value;
  const isType = nameText(key).toLowerCase() === 'type';
  const { start, end } = covers(key, at) ? key : value;
  if (isType) return { start, end, about: { kind: 'connector', type: value.value } };
  const about: About = { kind: 'property', name: nameText(key), ...(type === undefined ? {} : { type }) };
  return { start, end, about };
}
