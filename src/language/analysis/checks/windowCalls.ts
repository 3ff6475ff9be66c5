import type { Call } from '../../syntax/tree/expressions.ts';
import type { GroupItem, Select } from '../../syntax/tree/queries.ts';

const WINDOWS = new Set(['TUMBLE', 'HOP', 'SESSION']);

/** Whether a window function only tells something of a window: TUMBLE_START and the like. */
export const isAuxiliary = (name: string): boolean => !WINDOWS.has(name.toUpperCase());

/** The window an auxiliary function belongs to: that of TUMBLE_START is TUMBLE. */
export const windowOf = (name: string): string => name.toUpperCase().split('_')[0] ?? '';

/** The windows a query groups by. */
export function windowsOf(select: Select): Call[] {
  const found: Call[] = [];
  const open: GroupItem[] = [...select.groupBy];
  for (let item = open.pop(); item !== undefined; item = open.pop()) {
    if (item.kind === 'groupingSet' || item.kind === 'row') for (const below of item.items) open.push(below);
    else if (item.kind === 'call' && WINDOWS.has(item.name.toUpperCase())) found.push(item);
  }
  return found;
}

export const hasWindow = (select: Select, name: string): boolean =>
  windowsOf(select).some(item => item.name.toUpperCase() === name);

/** The text of an argument without blanks, comments, back-quotes, case, and the table before a column. */
function bare(text: string): string {
  return text
    .replace(/(?:--|\/\/).*|\/\*[^]*?\*\//g, '')
    .replace(/[\s`]/g, '')
    .toLowerCase()
    .replace(/^[\w$\u4e00-\u9fff]+\.(?=[a-z_\u4e00-\u9fff])/, '');
}

/** Whether two windows have the same arguments, however they are written. */
export function sameArguments(a: Call, b: Call, text: string): boolean {
  const all = (call: Call): string => call.args.map(item => bare(text.slice(item.start, item.end))).join();
  return all(a) === all(b);
}
