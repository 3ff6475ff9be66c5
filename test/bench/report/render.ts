import type { Goal, SectionResult } from './result.ts';

/** The first column holds words, the others figures. */
const isWords = (column: number): boolean => column === 0;

/** One goal on a line of its own. */
export const goalLine = ({ text, measured, met }: Goal): string =>
  `${met ? 'met   ' : 'MISSED'} ${text}: ${measured}`;

/** A section for a terminal: columns of equal width. */
export function textOf({ title, about, head, rows, goals }: SectionResult): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map(row => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return isWords(column) ? cell.padEnd(width) : cell.padStart(width);
      })
      .join('  ')
      .trimEnd();
  const table = [line(head), ...rows.map(line)];
  return ['', title, '-'.repeat(title.length), about, '', ...table, ...goals.map(goalLine)].join('\n');
}

/** A section as Markdown: a heading, what was done, a table. */
export function markdownOf({ title, about, head, rows }: SectionResult): string {
  const line = (cells: readonly string[]) =>
    `| ${cells.map(cell => cell.replaceAll('|', String.raw`\|`)).join(' | ')} |`;
  const rule = head.map((_, column) => (isWords(column) ? '---' : '--:'));
  return [`### ${title}`, '', about, '', ...[head, rule, ...rows].map(line)].join('\n');
}
