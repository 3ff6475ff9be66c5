import type { Position } from '../../syntax/positions.ts';

/** The place a text states, and how: what the correction depends on. */
export interface StatedPosition {
  readonly style: 'range' | 'point' | 'encountered' | 'lexical' | 'trailing';
  readonly from: Position;
  /** Inclusive, as the service has it. */
  readonly to?: Position;
  /** What the parser found there, unescaped. */
  readonly found?: string;
  /** The text without the position. */
  readonly text: string;
}

const RANGE = /from line (\d+), column (\d+) to line (\d+), column (\d+)(?::\s*)?([\s\S]*)/i;
const POINT = /at line (\d+), column (\d+):\s*([\s\S]*)/i;
const ENCOUNTERED = /Encountered "([\s\S]*?)" at line (\d+), column (\d+)\.?/;
const LEXICAL =
  /Lexical error at line (\d+), column (\d+)\.\s+Encountered: (?:"((?:\\.|[^"])*)" \((\d+)\)|<EOF>),? after : "((?:\\.|[^"])*)"/;
const TRAILING = /[,;]? at line (\d+), column (\d+)\s*(?:$|\n)/;

const position = (line: string | undefined, column: string | undefined): Position => ({
  line: Number(line),
  column: Number(column),
});

function unescape(text: string): string {
  return text.replace(
    /\\(?:u([0-9a-f]{4})|([\s\S]))/gi,
    (_, code: string | undefined, char: string | undefined) => {
      if (code !== undefined) return String.fromCharCode(parseInt(code, 16));
      return { n: '\n', r: '\r', t: '\t', f: '\f', b: '\b' }[char ?? ''] ?? char ?? '';
    },
  );
}

/** The last place a text states, or undefined. */
export function statedPosition(text: string): StatedPosition | undefined {
  const lexical = LEXICAL.exec(text);
  if (lexical !== null) return { style: 'lexical', from: position(lexical[1], lexical[2]), text };
  const encountered = ENCOUNTERED.exec(text);
  if (encountered !== null) {
    const found = unescape(encountered[1] ?? '');
    return { style: 'encountered', from: position(encountered[2], encountered[3]), found, text };
  }
  let rest = text;
  let range: RegExpExecArray | undefined;
  for (let next = RANGE.exec(rest); next !== null; next = RANGE.exec(rest)) {
    range = next;
    rest = next[5] ?? '';
  }
  if (range !== undefined)
    return {
      style: 'range',
      from: position(range[1], range[2]),
      to: position(range[3], range[4]),
      text: rest.trim() || text,
    };
  const point = POINT.exec(text);
  if (point !== null)
    return { style: 'point', from: position(point[1], point[2]), text: point[3]?.trim() ?? text };
  const trailing = TRAILING.exec(text);
  if (trailing === null) return undefined;
  return { style: 'trailing', from: position(trailing[1], trailing[2]), text: text.slice(0, trailing.index) };
}
