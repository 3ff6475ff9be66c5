import { lex } from '../../src/language/syntax/lexer/lexer.ts';
import type { Edit } from '../../src/language/syntax/update.ts';

/** What people and copying do to a text, and what they do not. */
export const MUTATION_KINDS = [
  'delete',
  'duplicate',
  'swap',
  'insertToken',
  'insertCharacter',
  'truncate',
  'unbalance',
  'replace',
  'deleteRange',
] as const;

export type MutationKind = (typeof MUTATION_KINDS)[number];

/** One change; numbers are taken modulo what there is, so that every combination means something. */
export interface Mutation {
  readonly kind: MutationKind;
  readonly at: number;
  readonly other: number;
  readonly splinter: string;
}

/** Signs without their partner, words in odd places, characters that are none. */
export const SPLINTERS: readonly string[] = [
  ...`' " \` ( ) (( [ ] { } {fn /* */ /*+ -- // ; \\; \\ , . .. $ \${ \${x} != => <> % @ # ^ & | || ? * + - = :`.split(
    ' ',
  ),
  ...'\u00a0 \uff0c \uff08 \u2018 \ud83d \ude00 \u0000 \ufeff \u2028 \r \n \t \f 表 é'.split(/ (?!$)/),
  ...'SELECT FROM WHERE GROUP BY HAVING ORDER LIMIT WITH AS ON AND OR NOT IN IS NULL LIKE ESCAPE BETWEEN'.split(
    ' ',
  ),
  ...'CASE WHEN THEN ELSE END CAST INTERVAL ROW ARRAY MAP MULTISET VALUES DEFAULT UNION EXCEPT JOIN LEFT'.split(
    ' ',
  ),
  ...'CREATE TABLE VIEW FUNCTION INSERT INTO EMIT WATERMARK FOR PERIOD SYSTEM_TIME PRIMARY KEY UNIQUE INDEX'.split(
    ' ',
  ),
  ...'MATCH_RECOGNIZE PATTERN DEFINE MEASURES WITHIN LATERAL UNNEST OVER PARTITION ROWS RANGE PRECEDING'.split(
    ' ',
  ),
  'CREATE TABLE',
  'INSERT INTO',
  'CREATE VIEW v AS SELECT',
  'FOR SYSTEM_TIME AS OF PROCTIME()',
  'TUMBLE(ts, ',
  'ROW_NUMBER() OVER (',
  "INTERVAL '1' DAY",
  "U&'",
  "X'",
  "_UTF16'",
  "N'",
  '1e',
  '0x1',
  '99999999999999999999',
  '.5',
  'a$b',
  '--region',
];

/** The edit a mutation is on this text. */
export function editOf(text: string, { kind, at, other, splinter }: Mutation): Edit {
  const { starts, ends } = lex(text);
  const token = at % starts.length;
  const [start = 0, end = 0] = [starts[token], ends[token]];
  const word = text.slice(start, end);
  switch (kind) {
    case 'delete':
      return { start, end, text: '' };
    case 'duplicate':
      return { start: end, end, text: ` ${word}` };
    case 'swap': {
      const second = other % starts.length;
      const [low, high] = token < second ? [token, second] : [second, token];
      const [lowStart = 0, lowEnd = 0] = [starts[low], ends[low]];
      const [highStart = 0, highEnd = 0] = [starts[high], ends[high]];
      if (low === high) return { start, end, text: word };
      const between = text.slice(lowEnd, highStart);
      const swapped = text.slice(highStart, highEnd) + between + text.slice(lowStart, lowEnd);
      return { start: lowStart, end: highEnd, text: swapped };
    }
    case 'insertToken':
      return { start, end: start, text: `${splinter} ` };
    case 'insertCharacter': {
      const place = at % (text.length + 1);
      return { start: place, end: place, text: splinter };
    }
    case 'truncate':
      return { start: at % (text.length + 1), end: text.length, text: '' };
    case 'unbalance': {
      const brackets = [...text.matchAll(/[()[\]{}'"`]/g)];
      const bracket = brackets[at % Math.max(1, brackets.length)];
      return bracket === undefined
        ? { start, end: start, text: '(' }
        : { start: bracket.index, end: bracket.index + 1, text: other % 2 === 0 ? '' : bracket[0].repeat(2) };
    }
    case 'replace':
      return { start, end, text: splinter };
    case 'deleteRange': {
      const from = at % (text.length + 1);
      return { start: from, end: Math.min(text.length, from + (other % 60)), text: '' };
    }
  }
}
