import type { Analysis, AnalyzedStatement } from '../../../analysis/analyze.ts';
import type { Finding } from '../../../analysis/check.ts';
import { clientStatement } from '../../../analysis/checks/dialect/clientStatements.ts';
import type { Span } from '../../../syntax/tree/base.ts';
import type { StatementNode } from '../../../syntax/tree/statements.ts';
import { declarableType } from '../declared.ts';
import { topOf } from '../layout.ts';
import { edit } from '../site.ts';
import type { Change, FaultSite } from './scriptFixes.ts';

const REMOVE = { en: 'Remove it', zh: '删除' };

/** A statement with the comments above it, its semicolon, and the empty lines before it; offsets of the script. */
export function wholeStatement({ script }: Analysis, item: AnalyzedStatement): Span {
  const { offset, statement } = item;
  const top = topOf(item);
  const before = statement.text.slice(0, top);
  const start = before.trim() === '' && offset > 0 ? offset : offset + top;
  const end = offset + statement.text.length;
  const behind = script.text.startsWith(';', end) ? end + 1 : end;
  // At the top of the script the lines behind it go, so that none is left empty.
  const gap = offset === 0 ? (/^\s*/.exec(script.text.slice(behind))?.[0].length ?? 0) : 0;
  return { start, end: behind + gap };
}

/** Removes a statement of another dialect; it need not be one that can be read. */
export function removeForeign(analysis: Analysis, item: AnalyzedStatement, { fixes }: Finding): Change[] {
  if (fixes !== undefined || clientStatement(item.statement.tokens) === undefined) return [];
  return [removal(analysis, item)];
}

/** Removes a statement that has no use. */
export function removeStatement({ analysis, item, model }: FaultSite): Change[] {
  if (model.node.kind === 'insert') return [];
  return [removal(analysis, item)];
}

const removal = (analysis: Analysis, item: AnalyzedStatement): Change => ({
  title: { en: 'Remove the statement', zh: '删除该语句' },
  edits: [{ ...wholeStatement(analysis, item), text: '' }],
});

/** Removes an item of a list with its comma: a watermark, a property. */
export function removeItem(site: FaultSite): Change[] {
  const { model, range, finding } = site;
  if (finding.fixes !== undefined && finding.fixes.length > 0) return [];
  const item = removable(model.node, range);
  if (item === undefined) return [];
  const { types, starts, ends } = model.statement.tokens;
  const first = starts.indexOf(item.start);
  const next = types.findIndex((_, i) => (starts[i] ?? 0) >= item.end);
  if (first < 1) return [];
  const span =
    types[first - 1] === ','
      ? { start: starts[first - 1] ?? 0, end: item.end }
      : types[next] === ','
        ? { start: item.start, end: starts[next + 1] ?? ends[next] ?? item.end }
        : undefined;
  // The only item: an empty list is none.
  if (span === undefined) return [];
  const hasComment = model.statement.tokens.comments.some(at => span.start <= at && at <= span.end);
  return hasComment ? [] : [{ title: REMOVE, edits: [edit(site, span, '')] }];
}

/** The item of CREATE TABLE a finding is about. Of a property given twice the first has no effect: that one goes. */
function removable(node: StatementNode, range: Span): Span | undefined {
  if (node.kind !== 'createTable') return undefined;
  const items = node.properties?.items ?? [];
  const property = items.find(({ start, key }) => start === range.start || key.start === range.start);
  if (property !== undefined) {
    const name = property.key.parts.map(part => part.name.toLowerCase()).join('.');
    return items.find(({ key }) => key.parts.map(part => part.name.toLowerCase()).join('.') === name);
  }
  const isAt = ({ start, end }: Span): boolean => start === range.start && end === range.end;
  return node.watermarks.find(isAt) ?? undefined;
}

/** Makes a computed column of a sink one that is written. */
export function physicalColumn(site: FaultSite): Change[] {
  const { node, declares } = site.model;
  if (node.kind !== 'createTable' || declares?.kind !== 'table') return [];
  const index = node.columns.findIndex(
    ({ kind, start }) => kind === 'computedColumn' && start === site.range.start,
  );
  const column = node.columns[index];
  const type = declares.relation.columns[index]?.type;
  if (column === undefined || type === undefined) return [];
  const text = declarableType(type);
  return [
    {
      title: { en: `Declare it as a column of type ${text}`, zh: `声明为 ${text} 类型的普通列` },
      edits: [edit(site, { start: column.name.end, end: column.end }, ` ${text}`)],
    },
  ];
}

/** Removes an EMIT that does nothing. */
export function removeEmit(site: FaultSite): Change[] {
  const { types, starts, ends } = site.model.statement.tokens;
  const at = types.lastIndexOf(
    'EMIT',
    types.findIndex((_, i) => (starts[i] ?? 0) >= site.range.start),
  );
  if (at < 1) return [];
  return [{ title: REMOVE, edits: [edit(site, { start: ends[at - 1] ?? 0, end: site.range.end }, '')] }];
}
