import { SIZE, type Layout, type PlacedRow, type PlacedTable } from '../graph/layout.ts';
import type { Role } from '../graph/model.ts';

/** Colours and fonts of an exported graph: those the page has at the moment. */
export interface Palette {
  readonly background: string;
  readonly foreground: string;
  readonly quiet: string;
  readonly box: string;
  readonly border: string;
  readonly wire: string;
  readonly roles: Readonly<Record<Role, string>>;
  readonly font: string;
  readonly codeFont: string;
}

export interface SvgWords {
  readonly title: string;
  readonly sign: (row: PlacedRow['row']) => string;
  readonly conditionWord: (row: PlacedRow['row']) => string;
  readonly more: (count: number) => string;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Text that XML can hold: markup escaped, control characters left out. */
export function escapeXml(text: string): string {
  return text
    .replaceAll(/[&<>"]/g, letter => ESCAPES[letter] ?? '')
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '');
}

/** The graph as a file of its own: no scripts, no links, nothing loaded from elsewhere. */
export function asSvg(layout: Layout, words: SvgWords, palette: Palette): string {
  const { width, height, tables, wires } = layout;
  const size = `width="${Math.ceil(width)}" height="${Math.ceil(height)}"`;
  const lines = wires.map(
    ({ path, edges, kind }) =>
      `<path d="${path}" fill="none" stroke="${escapeXml(palette.wire)}" stroke-width="${edges.length > 1 ? 2.5 : 1.25}"${
        kind === 'filter' || kind === 'join' || kind === 'group' ? ' stroke-dasharray="4 3"' : ''
      }/>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" ${size} viewBox="0 0 ${Math.ceil(width)} ${Math.ceil(height)}" font-family="${escapeXml(palette.font)}" font-size="13" dominant-baseline="central">`,
    `<title>${escapeXml(words.title)}</title>`,
    `<rect width="100%" height="100%" fill="${escapeXml(palette.background)}"/>`,
    ...lines,
    ...tables.map(table => tableSvg(table, words, palette)),
    '</svg>',
    '',
  ].join('\n');
}

function tableSvg(placed: PlacedTable, words: SvgWords, palette: Palette): string {
  const { x, y, width, height, title, subtitle, rows, more, table } = placed;
  const text = (at: { x: number; y: number }, letters: string, more = '') =>
    `<text x="${at.x}" y="${at.y}" fill="${escapeXml(palette.foreground)}"${more}>${escapeXml(letters)}</text>`;
  const quiet = ` fill="${escapeXml(palette.quiet)}" font-size="11"`;
  const quietText = (at: { x: number; y: number }, letters: string, rest = '') =>
    `<text x="${at.x}" y="${at.y}"${quiet}${rest}>${escapeXml(letters)}</text>`;
  const code = ` font-family="${escapeXml(palette.codeFont)}"`;
  const border = escapeXml(palette.border);
  const role = escapeXml(palette.roles[table.role]);
  const outline = table.isDeclared
    ? `stroke="${border}"`
    : `stroke="${escapeXml(palette.quiet)}" stroke-dasharray="5 4"`;
  const lines = rows.map(({ row, y: top, name, type, indent, typeWidth }) => {
    const middle = top + SIZE.row / 2;
    const isCondition = row.is === 'condition';
    return [
      isCondition ? quietText({ x: SIZE.padding, y: middle }, words.conditionWord(row)) : '',
      text(
        { x: SIZE.padding + (isCondition ? indent : 0), y: middle },
        name,
        isCondition ? `${code} font-size="12"` : '',
      ),
      type === '' ? '' : quietText({ x: width - SIZE.padding, y: middle }, type, `${code} text-anchor="end"`),
      isCondition
        ? ''
        : quietText(
            { x: width - SIZE.padding - typeWidth - SIZE.sign / 2, y: middle },
            words.sign(row),
            ' text-anchor="middle" font-style="italic"',
          ),
    ].join('');
  });
  return [
    `<g transform="translate(${x} ${y})">`,
    `<rect width="${width}" height="${height}" rx="6" fill="${escapeXml(palette.box)}" ${outline}/>`,
    `<path d="${stripePath(width)}" fill="${role}"${table.isDeclared ? '' : ` stroke="${role}"`}/>`,
    text({ x: SIZE.padding, y: 17 }, title, ' font-weight="600"'),
    quietText({ x: SIZE.padding, y: 32 }, subtitle),
    `<path d="M0 ${SIZE.header - 1}H${width}" stroke="${border}"/>`,
    ...lines,
    more && more.hidden.length > 0
      ? quietText({ x: SIZE.padding, y: more.y + SIZE.row / 2 }, `⋯ ${words.more(more.hidden.length)}`)
      : '',
    '</g>',
  ].join('');
}

/** The coloured upper edge of a box with corners of 6 px. */
export function stripePath(width: number): string {
  return `M0 6A6 6 0 0 1 6 0H${width - 6}A6 6 0 0 1 ${width} 6A6 3 0 0 0 ${width - 6} 3H6A6 3 0 0 0 0 6Z`;
}
