import { noSourcesOf } from '../gaps.ts';
import type { Insert, Source } from '../messages.ts';
import type { Texts } from '../texts.ts';

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

const pathOf = ({ table, column }: Source): string => (table === '' ? column : `${table}.${column}`);

/** The lineage of an INSERT to be pasted elsewhere: one line per column, then one per condition. */
export function asText({ sink, columns, influences, tables, undeclared = [] }: Insert, texts: Texts): string {
  const target = tables?.find(({ role }) => role === 'sink');
  const what = tables && target?.declared === undefined ? texts.notDeclared : target?.connector;
  const others = undeclared.filter(name => name.toLowerCase() !== sink.toLowerCase());
  const names = columns.map(({ column, type }) => (type === undefined ? column : `${column} ${type}`));
  const width = Math.max(0, ...names.map(name => name.length));
  const lines = columns.map((column, index) => {
    const { sources, expression } = column;
    const from = sources.length === 0 ? noSourcesOf(column, texts) : sources.map(pathOf).join(', ');
    const how = expression === undefined ? '' : `  = ${oneLine(expression.text)}`;
    return `  ${(names[index] ?? '').padEnd(width)}  <- ${from}  (${texts.kind[column.kind]})${how}`;
  });
  const conditions = influences.map(({ kind, text, view }) => {
    const place = view === undefined ? '' : `  (${texts.inView(view)})`;
    return `  ${texts.condition[kind]}  ${oneLine(text)}${place}`;
  });
  const title = `${texts.role.sink} ${sink}${what === undefined ? '' : ` (${what})`}`;
  return [
    title,
    ...lines,
    ...(conditions.length > 0 ? ['', texts.conditionsCaption] : []),
    ...conditions,
    ...(others.length > 0 ? ['', `${texts.role.undeclared}  ${others.join(', ')}`] : []),
    '',
  ].join('\n');
}
