import type { Column, JoinUse, StatementModel } from '../../model.ts';
import type { CreateTable } from '../../../syntax/tree/statements.ts';
import type { Check } from '../check.ts';
import { columnReads } from '../columnReads.ts';
import { equalities } from '../equalities.ts';

export const dimensionKey: Check = {
  id: 'dimension-key',
  severity: 'error',
  title: { en: 'Dimension join not on the key', zh: '维表关联没有使用键' },
  explain: {
    en: 'The ON of a dimension join must set every column of the primary key, or of one UNIQUE or INDEX, equal to something (SQL-00050012); the table must have such a key (SQL-00050003).',
    zh: '维表关联的 ON 必须给出主键（或某个 UNIQUE、INDEX）全部列的等值条件（SQL-00050012），维表必须定义键（SQL-00050003）。',
  },
  bad: "CREATE TABLE s (id INT, x INT) WITH (type = 'random');\nCREATE TABLE d (id INT, x INT, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds', url = 'u', tableName = 't', userName = 'u', password = '${p}');\nCREATE VIEW v AS SELECT s.id FROM s JOIN d FOR SYSTEM_TIME AS OF PROCTIME() ON s.x = d.x;",
  good: "CREATE TABLE s (id INT, x INT) WITH (type = 'random');\nCREATE TABLE d (id INT, x INT, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds', url = 'u', tableName = 't', userName = 'u', password = '${p}');\nCREATE VIEW v AS SELECT s.id FROM s JOIN d FOR SYSTEM_TIME AS OF PROCTIME() ON s.id = d.id;",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    for (const use of model.joins) {
      const { node, entity } = use.right;
      if (node.kind !== 'tableReference' || node.systemTime === undefined) continue;
      if (entity?.node?.kind !== 'createTable' || entity.relation.open) continue;
      const keys = keysOf(entity.node);
      const [first] = keys;
      const { start, end } = use.join.on ?? node.name;
      if (first === undefined) {
        report({
          start: node.name.start,
          end: node.name.end,
          message: {
            en: `'${entity.name}' is joined as a dimension and has no PRIMARY KEY, UNIQUE or INDEX to look rows up by.`,
            zh: `“${entity.name}”被用作维表，但没有可供查询的 PRIMARY KEY、UNIQUE 或 INDEX。`,
          },
        });
        continue;
      }
      const fixed = equalColumns(model, use);
      if (keys.some(key => key.every(name => fixed.has(name.toLowerCase())))) continue;
      const missing = first.filter(name => !fixed.has(name.toLowerCase()));
      report({
        start,
        end,
        message: {
          en: `The join must be on the key of '${entity.name}': add an equality for ${missing.join(', ')}.`,
          zh: `必须用“${entity.name}”的键关联：请为 ${missing.join('、')} 加上等值条件。`,
        },
      });
    }
  },
};

/** The keys rows can be looked up by; the primary key first. */
function keysOf(table: CreateTable): string[][] {
  const primary = table.primaryKeys.at(-1);
  const all = [...(primary === undefined ? [] : [primary]), ...table.uniqueKeys, ...table.indexes];
  return all.map(key => key.columns.map(column => column.name));
}

/** Columns of the dimension, in lower case, that ON sets equal to something. */
function equalColumns(model: StatementModel, { join, right }: JoinUse): Set<string> {
  const own = new Map<Column, string>();
  for (const column of right.relation.columns) {
    const source = right.relation === right.entity?.relation ? column : (column.sources[0] ?? column);
    own.set(column, source.name.toLowerCase());
  }
  const reads = columnReads(model);
  const found = new Set(join.using.map(name => name.name.toLowerCase()));
  if (join.natural) for (const name of own.values()) found.add(name);
  for (const { operands } of equalities(join.on)) {
    for (const operand of operands) {
      const column = operand.kind === 'name' ? reads.get(operand.end) : undefined;
      const name = column === undefined ? undefined : own.get(column);
      if (name !== undefined) found.add(name);
    }
  }
  return found;
}
