import type { Expression } from '../../../syntax/tree/expressions.ts';
import { familyOf, typeText } from '../../types.ts';
import type { Message } from '../check.ts';
import type { Check } from '../check.ts';
import { isSure } from './sure.ts';

export const conditionType: Check = {
  id: 'condition-type',
  severity: 'error',
  title: { en: 'Condition that is no truth value', zh: '条件不是布尔值' },
  explain: {
    en: 'WHERE, ON, HAVING, FILTER, WHEN, AND, OR and NOT take truth values (“WHERE clause must be a condition”): a number is not false when it is 0. Where the type is not sure, it is a warning.',
    zh: 'WHERE、ON、HAVING、FILTER、WHEN、AND、OR、NOT 只接受布尔值（“WHERE clause must be a condition”），数值 0 不等于 false。类型不确定时为警告。',
  },
  bad: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t WHERE a;",
  good: "CREATE TABLE t (a INT) WITH (type = 'random');\nCREATE VIEW v AS SELECT a FROM t WHERE a <> 0;",
  statement({ model, report }) {
    if (model === undefined || model.broken) return;
    const expect = (condition: Expression | undefined, place: Message): void => {
      if (condition === undefined) return;
      const type = condition.kind === 'literal' ? literals.get(condition.type) : model.types.get(condition);
      if (type === undefined || familyOf(type) === 'unknown' || familyOf(type) === 'boolean') return;
      const { start, end } = condition;
      report({
        start,
        end,
        message: {
          en: `${place.en} needs a condition, and this is ${typeText(type)}. Compare it with something.`,
          zh: `${place.zh} 需要条件，而此处为 ${typeText(type)}。请写成比较。`,
        },
        ...(isSure(model, condition) ? {} : { atMost: 'warning' }),
      });
    };
    const at = (word: string): Message => ({ en: word, zh: word });
    for (const { select } of model.selects) {
      expect(select.where, at('WHERE'));
      expect(select.having, at('HAVING'));
    }
    for (const { join } of model.joins) expect(join.on, at('ON'));
    for (const { call } of model.calls) expect(call.filter, at('FILTER'));
    for (const { operation } of model.operations) {
      if (operation.operator !== 'AND' && operation.operator !== 'OR' && operation.operator !== 'NOT')
        continue;
      for (const operand of operation.operands) expect(operand, at(operation.operator));
    }
    for (const expression of model.types.keys()) {
      if (expression.kind !== 'case' || expression.operand !== undefined) continue;
      for (const { when } of expression.branches) for (const condition of when) expect(condition, at('WHEN'));
    }
  },
};

const literals: ReadonlyMap<string, { name: string }> = new Map([
  ['number', { name: 'INT' }],
  ['string', { name: 'VARCHAR' }],
]);
