import type { Literal } from '../../../syntax/tree/expressions.ts';
import { childrenOf } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { Check } from '../check.ts';

export const nonAscii: Check = {
  id: 'non-ascii-literal',
  severity: 'hint',
  title: { en: 'Text outside of ISO-8859-1 without _UTF16', zh: '非 ISO-8859-1 字符串未加 _UTF16' },
  explain: {
    en: "Older versions refuse '中文' (Failed to encode … in character set 'ISO-8859-1') and need _UTF16'中文'. Versions of the 3.x line whose launcher sets UTF-16 take both.",
    zh: "较早的版本会拒绝 '中文'（Failed to encode … in character set 'ISO-8859-1'），须写作 _UTF16'中文'。启动器默认字符集为 UTF-16 的 3.x 版本两种写法都接受。",
  },
  bad: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t WHERE a = '杭州';",
  good: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t WHERE a = _UTF16'杭州';",
  statement({ model, statement, report }) {
    if (model === undefined || isLatin(statement.text)) return;
    const open: AnyNode[] = [model.node];
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      if (node.kind === 'property' || node.kind === 'column') continue;
      if (!isString(node)) {
        open.push(
          ...childrenOf(node).filter(child => node.kind !== 'createTable' || child.kind !== 'literal'),
        );
        continue;
      }
      const { start, end, value } = node;
      if (!statement.text.startsWith("'", start) || isLatin(value)) continue;
      report({
        start,
        end,
        message: {
          en: "Older Blink versions need _UTF16 before this text: _UTF16'…'.",
          zh: "较早的 Blink 版本要求写作 _UTF16'…'。",
        },
        fixes: [
          {
            title: { en: 'Put _UTF16 before it', zh: '在前面加上 _UTF16' },
            edits: [{ start, end: start, text: '_UTF16' }],
          },
        ],
      });
    }
  },
};

/** Whether ISO-8859-1 has every character of a text. */
const isLatin = (text: string): boolean => !/[\u0100-\uffff]/.test(text);

const isString = (node: AnyNode): node is Literal =>
  node.kind === 'literal' && 'type' in node && node.type === 'string';
