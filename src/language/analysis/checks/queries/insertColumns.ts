import type { Check } from '../check.ts';

export const insertColumns: Check = {
  id: 'insert-columns',
  severity: 'error',
  title: { en: 'INSERT with another number of columns', zh: 'INSERT 的列数不符' },
  explain: {
    en: 'Columns of the query and of the sink are matched by position, so their numbers must agree (SQL-00010005).',
    zh: '查询结果与结果表按位置对应，列数必须一致（SQL-00010005）。',
  },
  bad: "CREATE TABLE s (a INT, b INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a, b FROM s;",
  good: "CREATE TABLE s (a INT, b INT) WITH (type = 'random');\nCREATE TABLE o (a INT) WITH (type = 'print');\nINSERT INTO o SELECT a FROM s;",
  statement({ model, report }) {
    if (model?.insert?.target === undefined || model.output === undefined || model.broken) return;
    const { node, target } = model.insert;
    if (model.output.open || (node.columns.length === 0 && target.relation.open)) return;
    const names =
      node.columns.length > 0
        ? node.columns.map(item => item.parts.at(-1)?.name ?? '')
        : target.relation.columns.map(item => item.name);
    const given = model.output.columns.length;
    if (given === names.length) return;
    const place = node.target.parts.at(-1) ?? node.target;
    const rest =
      given < names.length
        ? {
            en: ` Missing: ${names.slice(given).join(', ')}.`,
            zh: `缺少：${names.slice(given).join('、')}。`,
          }
        : { en: '', zh: '' };
    report({
      start: place.start,
      end: place.end,
      message: {
        en: `The query gives ${given} ${given === 1 ? 'column' : 'columns'}, '${target.name}' takes ${names.length}.${rest.en}`,
        zh: `查询结果有 ${given} 列，而“${target.name}”需要 ${names.length} 列。${rest.zh}`,
      },
    });
  },
};
