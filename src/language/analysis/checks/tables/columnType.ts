import { FOREIGN_TYPES } from '../../../catalog/dataTypes.ts';
import type { DataType } from '../../../syntax/tree/base.ts';
import { walk } from '../../../syntax/tree/walk.ts';
import type { AnyNode } from '../../../syntax/tree/walk.ts';
import type { Check } from '../check.ts';
import { fix } from '../text.ts';

export const columnType: Check = {
  id: 'column-type',
  severity: 'error',
  title: { en: 'Type the dialect does not have', zh: '方言中没有的数据类型' },
  explain: {
    en: 'The grammar takes any word for a type; the job then fails when it is compiled (SQL-00010012). STRING is VARCHAR here, BYTES is VARBINARY, DATETIME is TIMESTAMP. Collection types of later versions are a hint only.',
    zh: '语法接受任意单词作为类型，但编译作业时会失败（SQL-00010012）。STRING 应写作 VARCHAR，BYTES 应写作 VARBINARY，DATETIME 应写作 TIMESTAMP。较新版本的集合类型仅作提示。',
  },
  bad: "CREATE TABLE t (a STRING) WITH (type = 'random');",
  good: "CREATE TABLE t (a VARCHAR) WITH (type = 'random');",
  statement({ model, report }) {
    if (model === undefined) return;
    const { node: root } = model;
    const columns = root.kind === 'createTable' ? root.columns : [];
    const declared = new Set(columns.flatMap(item => (item.kind === 'column' ? [item.type] : [])));
    walk(root, node => {
      if (isType(node) && node.elements !== undefined) {
        if (!declared.has(node)) return true;
        const { name, start, end } = node;
        report({
          start,
          end,
          atMost: 'hint',
          message: {
            en: `Up to Blink 3.2 a table has no columns of type ${name}; only pages of later connectors show them.`,
            zh: `Blink 3.2 及以前的表没有 ${name} 类型的列，仅较新连接器的文档中出现过。`,
          },
        });
        return true;
      }
      if (!isType(node) || (!node.userDefined && !(declared.has(node) && node.name === 'CHAR'))) return true;
      const word = node.name.toUpperCase();
      if (word.includes('${') || /^(?:ARRAY|MAP|ROW|MULTISET)$/.test(word)) return false;
      const better = FOREIGN_TYPES.get(word);
      const { start, end } = node;
      report({
        start,
        end,
        message: {
          en: `Blink SQL has no type ${node.name}.${better === undefined ? '' : ` Write ${better}.`}`,
          zh: `Blink SQL 没有类型 ${node.name}。${better === undefined ? '' : `请写 ${better}。`}`,
        },
        ...(better === undefined
          ? {}
          : { fixes: [fix({ en: `Change to ${better}`, zh: `改为 ${better}` }, node, better)] }),
      });
      return false;
    });
  },
};

const isType = (node: AnyNode): node is DataType => node.kind === 'dataType';
