import type { Language } from './language.ts';

/** Classes of tokens in plain words; key words and signs are shown as they are. */
const CLASSES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {
    end: 'the end of the statement',
    identifier: 'a name',
    string: "a text in single quotes ('…')",
    quotedValue: "the value in single quotes ('…')",
    integer: 'a whole number',
    number: 'a number',
    propertyKey: 'a property name without quotes',
    table: 'a table, a view or a sub-query',
    function: 'a function',
    expression: 'an expression',
    dataType: 'a data type',
    timeUnit: 'a time unit such as MINUTE',
  },
  zh: {
    end: '语句结束',
    identifier: '名称',
    string: "单引号字符串（'…'）",
    quotedValue: "用单引号括起的值（'…'）",
    integer: '整数',
    number: '数字',
    propertyKey: '不带引号的参数名',
    table: '表、视图或子查询',
    function: '函数',
    expression: '表达式',
    dataType: '数据类型',
    timeUnit: '时间单位（如 MINUTE）',
  },
};

const MOST_SHOWN = 6;

/** What would have been right, as an enumeration; empty when nothing is known or too much would be. */
export function expectedText(expected: readonly string[], language: Language): string {
  if (expected.length === 0 || expected.length > MOST_SHOWN) return '';
  const words = expected.map(item => CLASSES[language][item] ?? item);
  if (words.length === 1) return words[0] ?? '';
  const or = language === 'zh' ? ' 或 ' : ' or ';
  const comma = language === 'zh' ? '、' : ', ';
  return `${words.slice(0, -1).join(comma)}${or}${words.at(-1) ?? ''}`;
}
