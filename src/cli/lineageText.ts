import { displayWidth } from '../language/features/format/displayWidth.ts';
import type { ColumnLineage, InsertLineage, SourceColumn } from '../language/features/lineage/lineage.ts';
import type { LineMap } from '../language/syntax/positions.ts';
import { fill } from './texts.ts';
import type { Texts } from './texts.ts';

/** Columns an expression takes at most; one that is longer is cut. */
const MOST_SHOWN = 100;
const BOLD = 1;
const FAINT = 2;

/** The lineage of one INSERT for people: a block of lines, the last one empty. */
export function lineageText(
  file: string,
  insert: InsertLineage,
  lines: LineMap,
  texts: Texts,
  colours: boolean,
): string {
  const paint = (text: string, style: number): string =>
    colours ? `\u001b[${style}m${text}\u001b[0m` : text;
  const { line, column } = lines.position(insert.start);
  const out = [`${paint(`${file}:${line}:${column}`, BOLD)}: INSERT INTO ${insert.sink}`];
  const names = insert.columns.map(nameOf);
  const width = Math.max(0, ...names.map(displayWidth));
  insert.columns.forEach((item, i) => {
    const name = padded(names[i] ?? '', width);
    const expression = item.expression === undefined ? '' : `  ${paint(short(item.expression.text), FAINT)}`;
    out.push(`  ${name} <- ${originOf(item, texts)}${expression}`);
  });
  for (const { kind, text, sources } of insert.influences) {
    const from = sources.length === 0 ? '' : ` (${sources.map(columnOf).join(', ')})`;
    out.push(`  ${texts[kind]}: ${paint(short(text), FAINT)}${from}`);
  }
  if (insert.undeclared.length > 0) out.push(`  ${fill(texts.undeclared, insert.undeclared.join(', '))}`);
  else if (insert.incomplete) out.push(`  ${texts.incomplete}`);
  return `${out.join('\n')}\n`;
}

const nameOf = ({ column, type }: ColumnLineage): string =>
  type === undefined ? column : `${column} ${type}`;

const padded = (text: string, width: number): string => text + ' '.repeat(width - displayWidth(text));

const columnOf = ({ table, column }: SourceColumn): string => (table === '' ? column : `${table}.${column}`);

/** The columns something comes from, each with how, unless it is only handed on; or that it comes from none. */
function originOf({ kind, sources }: ColumnLineage, texts: Texts): string {
  if (sources.length === 0) return texts[kind];
  return sources
    .map(source =>
      source.kind === 'direct' ? columnOf(source) : `${columnOf(source)} (${texts[source.kind]})`,
    )
    .join(', ');
}

/** On one line, and not too long. */
function short(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  if (displayWidth(line) <= MOST_SHOWN) return line;
  let shown = '';
  let width = 1;
  for (const character of line) {
    width += displayWidth(character);
    if (width > MOST_SHOWN) break;
    shown += character;
  }
  return `${shown}…`;
}
