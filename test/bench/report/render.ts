import type { Goal, SectionResult } from './result.ts';

const goalLine = ({ text, measured, met }: Goal) => `${met ? 'met' : 'MISSED'}: ${text}: ${measured}`;

/** A section for a terminal: columns of equal width. */
export function textOf({ title, about, head, rows, goals }: SectionResult): string {
  const widths = head.map((name, column) =>
    Math.max(name.length, ...rows.map(row => row[column]?.length ?? 0)),
  );
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  const table = [line(head), ...rows.map(line)];
  return ['', title, '-'.repeat(title.length), about, '', ...table, ...goals.map(goalLine)].join('\n');
}

const markdownRow = (cells: readonly string[]) =>
  `| ${cells.map(cell => cell.replaceAll('|', '\\|')).join(' | ')} |`;

/** A section as Markdown: a heading, a table, its goals. */
export function markdownOf({ title, about, head, rows, goals }: SectionResult): string {
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  const table = [head, rule, ...rows].map(markdownRow);
  const list = goals.map(
    ({ text, measured, met }) => `- ${met ? 'Met' : '**Missed**'}: ${text}: ${measured}`,
  );
  return [`### ${title}`, '', about, '', ...table, ...(list.length > 0 ? ['', ...list] : [])].join('\n');
}

/** The goals of all sections, the missed ones first. */
export function goalsOf(results: readonly SectionResult[]): string {
  const goals = results.flatMap(result => result.goals);
  return goals
    .toSorted((a, b) => Number(a.met) - Number(b.met))
    .map(goalLine)
    .join('\n');
}
