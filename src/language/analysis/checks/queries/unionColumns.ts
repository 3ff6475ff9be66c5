import { familyOf, typeText } from '../../types.ts';
import type { Check } from '../check.ts';

export const unionColumns: Check = {
  id: 'union-columns',
  severity: 'error',
  title: { en: 'Queries of a union do not agree', zh: '集合运算两侧的列不一致' },
  explain: {
    en: 'The queries of UNION, INTERSECT and EXCEPT must give the same number of columns (SQL-00060001) of the same types (SQL-00060002).',
    zh: 'UNION、INTERSECT、EXCEPT 的各个查询必须列数相同（SQL-00060001）、类型相同（SQL-00060002）。',
  },
  bad: "CREATE TABLE a (x INT, y INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT x, y FROM a UNION ALL SELECT x FROM a;",
  good: "CREATE TABLE a (x INT, y INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT x, y FROM a UNION ALL SELECT y, x FROM a;",
  statement({ model, report }) {
    if (model?.broken === true) return;
    for (const { node, left, right } of model?.sets ?? []) {
      if (left.open || right.open) continue;
      const { start, end } = node.right;
      const place = { start, end: Math.min(end, start + 6) };
      const counts = [left.columns.length, right.columns.length] as const;
      if (counts[0] !== counts[1]) {
        report({
          ...place,
          message: {
            en: `This query of ${node.operator} gives ${counts[1]} columns, those before it ${counts[0]}.`,
            zh: `${node.operator} 的这个查询有 ${counts[1]} 列，前面的查询有 ${counts[0]} 列。`,
          },
        });
        continue;
      }
      left.columns.forEach((column, i) => {
        const other = right.columns[i];
        if (other === undefined) return;
        const families = [familyOf(column.type), familyOf(other.type)];
        if (families.includes('unknown') || families[0] === families[1]) return;
        report({
          ...place,
          message: {
            en: `Column ${i + 1} ('${column.name}') is ${typeText(column.type)} before ${node.operator} and ${typeText(other.type)} here. CAST one of them.`,
            zh: `第 ${i + 1} 列（“${column.name}”）在 ${node.operator} 之前为 ${typeText(column.type)}，此处为 ${typeText(other.type)}。请用 CAST 统一。`,
          },
        });
      });
    }
  },
};
