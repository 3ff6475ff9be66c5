import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { root } from '../../../scripts/bootstrap/paths.mjs';
import { markdownOf } from './render.ts';
import type { SectionResult } from './result.ts';

const PAGE = join(root, 'docs', 'performance.md');
const BEGIN = '<!-- results: written by `npm run bench -- --write` -->';
const END = '<!-- end of results -->';

/** A page with the part between the marks exchanged. @throws Error when it lacks them */
export function withResults(page: string, results: string): string {
  const begin = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (begin < 0 || end < begin) throw new Error(`the page lacks its marks: ${BEGIN} ... ${END}`);
  return `${page.slice(0, begin + BEGIN.length)}\n\n${results}\n\n${page.slice(end)}`;
}

/** Renews the results in docs/performance.md. */
export async function writePage(circumstances: string, results: readonly SectionResult[]): Promise<void> {
  const goals = results.flatMap(result => result.goals);
  const head = ['goal', 'measured', ''];
  const rows = goals.map(({ text, measured, met }) => [text, measured, met ? 'met' : '**missed**']);
  const overview = markdownOf({ title: 'Goals', about: circumstances, head, rows, goals: [] });
  const parts = [overview, ...results.map(result => markdownOf({ ...result, goals: [] }))];
  const text = withResults(readFileSync(PAGE, 'utf8'), parts.join('\n\n'));
  writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), filepath: PAGE }));
}
