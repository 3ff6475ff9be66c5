import type { Expression } from '../../../syntax/tree/expressions.ts';
import type { Check } from '../check.ts';
import { isRegularJoin } from '../../resolve/from.ts';
import { equalities } from '../equalities.ts';

export const joinCondition: Check = {
  id: 'join-condition',
  severity: 'warning',
  title: { en: 'Join without an equality', zh: 'Join 缺少等值条件' },
  explain: {
    en: 'A join of two streams needs at least one condition that sets a column of the one equal to a column of the other (SQL-00050001).',
    zh: '双流 Join 至少需要一个等值条件，把一侧的列与另一侧的列相等（SQL-00050001）。',
  },
  bad: "CREATE TABLE a (x INT) WITH (type = 'random');\nCREATE TABLE b (y INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT x FROM a JOIN b ON x > y;",
  good: "CREATE TABLE a (x INT) WITH (type = 'random');\nCREATE TABLE b (y INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT x FROM a JOIN b ON x = y;",
  statement({ model, report }) {
    if (model?.broken === true) return;
    // All joins of a FROM share one WHERE.
    const compares = new Map<Expression | undefined, boolean>();
    const hasEquality = (condition: Expression | undefined): boolean => {
      let answer = compares.get(condition);
      if (answer === undefined) compares.set(condition, (answer = equalities(condition).length > 0));
      return answer;
    };
    for (const { join, where } of model?.joins ?? []) {
      if (
        !isRegularJoin(join) ||
        join.natural ||
        join.using.length > 0 ||
        join.type === 'COMMA' ||
        join.type === 'CROSS'
      )
        continue;
      if (join.on === undefined) {
        if (where !== undefined) continue;
      } else if (hasEquality(join.on) || hasEquality(where)) continue;
      const place = join.on ?? join.right;
      report({
        start: place.start,
        end: place.end,
        message: {
          en: 'The join has no equality condition. Set a column of the one side equal to a column of the other.',
          zh: '该 Join 没有等值条件。请让一侧的列与另一侧的列相等。',
        },
      });
    }
  },
};
