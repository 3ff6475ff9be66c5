import { STRING, tokenText } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import type { Fix, Message } from '../check.ts';
import { fix, quoteName } from '../text.ts';

/** What is said of a way Apache Flink SQL declares something in a table. */
export interface FlinkTable {
  readonly message: Message;
  readonly fixes: Fix[];
}

/** ms per unit of an interval that has a fixed length. */
const UNITS: Readonly<Record<string, number>> = {
  SECOND: 1_000,
  MINUTE: 60_000,
  HOUR: 3_600_000,
  DAY: 86_400_000,
};

/**
 * Knows keys, watermarks and metadata columns as Apache Flink SQL writes them inside `CREATE TABLE (...)`.
 * @param at index of the token the grammar refuses
 */
export function flinkTable(tokens: Tokens, at: number): FlinkTable | undefined {
  const { types } = tokens;
  const word = tokenText(tokens, at).toUpperCase();
  const before = tokenText(tokens, at - 1).toUpperCase();
  if (types[at] === 'PRIMARY' && types[at + 1] === 'KEY') return keyOfColumn(tokens, at);
  if (word === 'ENFORCED' || (word === 'NOT' && tokenText(tokens, at + 1).toUpperCase() === 'ENFORCED'))
    return notEnforced(tokens, word === 'NOT' ? at : before === 'NOT' ? at - 1 : at);
  if (word === 'METADATA')
    return {
      message: {
        en: 'Blink SQL has no METADATA columns. Some connectors offer such values as columns with HEADER behind the type.',
        zh: 'Blink SQL 没有 METADATA 列。部分连接器以在类型后写 HEADER 的列提供此类信息。',
      },
      fixes: [],
    };
  return before !== '' && types[at - 2] === 'AS' && types[at - 5] === 'WATERMARK'
    ? watermark(tokens, at)
    : undefined;
}

function keyOfColumn(tokens: Tokens, at: number): FlinkTable {
  const { starts, ends, types } = tokens;
  let first = at - 1;
  for (let depth = 0; first > 0 && (depth > 0 || (types[first] !== ',' && types[first] !== '(')); first--)
    depth += types[first] === ')' ? 1 : types[first] === '(' ? -1 : 0;
  const written = tokenText(tokens, first + 1);
  const name = written.startsWith('`') ? written : quoteName(written);
  const place = { start: ends[at - 1] ?? 0, end: ends[at + 1] ?? starts[at] ?? 0 };
  return {
    message: {
      en: `Blink SQL declares a key apart from the column: PRIMARY KEY (${name}).`,
      zh: `Blink SQL 的主键与列分开声明：PRIMARY KEY (${name})。`,
    },
    fixes: [
      fix(
        { en: 'Declare the key behind the column', zh: '在列后单独声明主键' },
        place,
        `, PRIMARY KEY (${name})`,
      ),
    ],
  };
}

function notEnforced(tokens: Tokens, from: number): FlinkTable {
  const to = tokenText(tokens, from).toUpperCase() === 'NOT' ? from + 1 : from;
  const place = { start: tokens.ends[from - 1] ?? 0, end: tokens.ends[to] ?? 0 };
  return {
    message: {
      en: 'Blink SQL enforces no key and says nothing of it: leave NOT ENFORCED out.',
      zh: 'Blink SQL 不校验主键，也无需声明：请删除 NOT ENFORCED。',
    },
    fixes: [fix({ en: 'Remove NOT ENFORCED', zh: '删除 NOT ENFORCED' }, place, '')],
  };
}

/** `WATERMARK FOR ts AS ts - INTERVAL '5' SECOND`, refused behind the column. */
function watermark(tokens: Tokens, at: number): FlinkTable {
  const { types, starts, ends } = tokens;
  const column = tokenText(tokens, at - 1);
  const unit = UNITS[tokenText(tokens, at + 3).toUpperCase()];
  const isLag = types[at] === '-' && types[at + 1] === 'INTERVAL' && types[at + 2] === STRING;
  const count = /^'(\d+(?:\.\d+)?)'$/.exec(tokenText(tokens, at + 2))?.[1];
  const lag = isLag && unit !== undefined && count !== undefined ? Number(count) * unit : undefined;
  const call = `withOffset(${column}, ${lag ?? '…'})`;
  return {
    message: {
      en: `Blink SQL states how far a watermark lags behind by a function, in milliseconds: ${call}.`,
      zh: `Blink SQL 用函数声明 Watermark 的延迟，单位为毫秒：${call}。`,
    },
    fixes:
      lag === undefined
        ? []
        : [
            fix(
              { en: `Write ${call}`, zh: `写成 ${call}` },
              { start: starts[at - 1] ?? 0, end: ends[at + 3] ?? 0 },
              call,
            ),
          ],
  };
}
