import type { Problem } from '../../syntax/problems.ts';
import { expectedText } from './expected.ts';
import { meantText } from './misspelt.ts';
import type { Language } from './language.ts';

/** English and Chinese; `{0}`, `{1}` stand for the problem's arguments. */
const TEXTS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  unexpectedEnd: { en: 'The statement ends too early', zh: '语句不完整' },
  trailingComma: {
    en: 'Nothing follows this comma: remove it, or add what is missing',
    zh: '逗号后缺少内容：请删除逗号或补全',
  },
  openText: {
    en: "This text is never closed: a ' is missing",
    zh: "字符串没有结束：缺少 '",
  },
  noStatement: { en: 'No statement of Blink SQL begins with {0}', zh: 'Blink SQL 没有以 {0} 开头的语句' },
  doubleQuotes: {
    en: 'Double quotes mean nothing here: a text stands in single quotes, a name in back-quotes',
    zh: '此处不能使用双引号：字符串用单引号，名称用反引号',
  },
  doubleEquals: { en: 'Write = instead of ==', zh: '请用 = 代替 ==' },
  missingSemicolon: {
    en: 'A semicolon is missing before {0}',
    zh: '{0} 之前缺少分号',
  },
  openComment: { en: 'This comment is never closed: */ is missing', zh: '注释没有结束：缺少 */' },
  openBackQuote: { en: 'This name is never closed: a ` is missing', zh: '名称没有结束：缺少 `' },
  badCharacter: {
    en: '{0} is not allowed here; is it a full-width sign or a special blank?',
    zh: '此处不能使用 {0}，请检查是否误用了全角符号或特殊空格',
  },
  hashComment: { en: 'A comment begins with --, not with #', zh: '注释以 -- 开头，不能用 #' },
  ampersand: { en: 'There is no & here: write AND instead of &&', zh: '不支持 &，请用 AND 代替 &&' },
  tableFunction: {
    en: 'A function in FROM stands in LATERAL TABLE(…), with names for what it gives: LATERAL TABLE(f(x)) AS T(a)',
    zh: 'FROM 中的函数要写在 LATERAL TABLE(…) 中，并给出列名：LATERAL TABLE(f(x)) AS T(a)',
  },
  tooDeep: { en: 'More than {0} levels of nesting', zh: '嵌套超过 {0} 层' },
  bangEqual: { en: '!= is not allowed: write <>', zh: '不支持 !=，请使用 <>' },
  percent: { en: '% is not allowed: write MOD(a, b)', zh: '不支持 %，请使用 MOD(a, b)' },
  minus: { en: 'MINUS is not allowed: write EXCEPT', zh: '不支持 MINUS，请使用 EXCEPT' },
  apply: {
    en: 'APPLY is not allowed: write JOIN LATERAL TABLE(…)',
    zh: '不支持 APPLY，请使用 JOIN LATERAL TABLE(…)',
  },
  limitComma: {
    en: 'LIMIT with two numbers is not allowed: write LIMIT n OFFSET m',
    zh: 'LIMIT 不能带两个数，请使用 LIMIT n OFFSET m',
  },
  notAQuery: { en: 'A query is needed here (SELECT …)', zh: '此处需要查询（SELECT …）' },
  queryNotAllowed: {
    en: 'A query is not allowed here; in parentheses it may be',
    zh: '此处不能直接写查询，可尝试加上括号',
  },
  orderByUnexpected: { en: 'ORDER BY is not allowed here', zh: '此处不能使用 ORDER BY' },
  betweenWithoutAnd: { en: 'BETWEEN needs AND and a second value', zh: 'BETWEEN 缺少 AND 和第二个值' },
  betweenAndNot: {
    en: 'NOT is not allowed right behind the AND of BETWEEN: put it into parentheses',
    zh: 'BETWEEN 的 AND 之后不能直接使用 NOT，请加上括号',
  },
  navigationWord: {
    en: '{1} is a function here and needs a parenthesis: a column of this name must stand in back-quotes',
    zh: '{1} 在此处是函数，需要括号；若是列名，请加反引号',
  },
  nameTooLong: { en: 'A name has at most {0} characters', zh: '名称最长为 {0} 个字符' },
  notLatin: {
    en: "This character set lacks a character of the text: write _UTF16'…'",
    zh: "该字符集不支持文本中的字符，请使用 _UTF16'…'",
  },
  onlyComments: {
    en: 'To the service this is an empty statement: begin every line with --, or use one /* … */ alone',
    zh: '服务端会把这里当作空语句：请让每行都以 -- 开头，或只保留一个 /* … */ 注释',
  },
  extend: { en: 'A list of columns takes names only, no types', zh: '列清单中只能写列名，不能带类型' },
  illegalCursor: { en: 'CURSOR is not allowed here', zh: '此处不能使用 CURSOR' },
  illegalMinusDate: { en: 'This difference of dates is not allowed', zh: '不支持这样的日期相减' },
  trimOfNothing: { en: 'TRIM needs a text', zh: 'TRIM 缺少参数' },
  trimFromOnly: { en: 'TRIM needs something before FROM', zh: 'TRIM 的 FROM 前缺少内容' },
  sampleSize: { en: 'The percentage must be from 0 to 100', zh: '采样百分比必须在 0 到 100 之间' },
  geometryType: { en: 'GEOMETRY is no type here', zh: '不支持 GEOMETRY 类型' },
  numberTooLarge: { en: 'The number {0} is too large', zh: '数字 {0} 过大' },
  notALiteral: { en: "A text in single quotes is needed ('…')", zh: "此处需要单引号字符串（'…'）" },
  unknownCharacterSet: { en: 'Unknown character set {0}', zh: '未知字符集 {0}' },
  badUnicodeEscape: { en: 'This Unicode escape is not valid', zh: 'Unicode 转义不正确' },
  uescapeWithoutUnicode: {
    en: "UESCAPE is allowed behind U&'…' only",
    zh: "UESCAPE 只能用在 U&'…' 之后",
  },
  badBinaryString: { en: 'Only digits and the letters A to F are allowed', zh: '只能包含数字和字母 A 到 F' },
  badDateTime: { en: "'{0}' is not valid: the format is {1}", zh: "'{0}' 格式不正确，应为 {1}" },
  badInterval: { en: 'This interval is not valid', zh: '时间间隔不正确' },
  duplicateColumn: { en: 'Column {0} is declared twice', zh: '列 {0} 重复' },
  undefinedPrimaryKey: { en: 'The table has no column {0} for its primary key', zh: '主键列 {0} 未定义' },
  undefinedUniqueKey: { en: 'The table has no column {0} for its unique key', zh: '唯一键列 {0} 未定义' },
  undefinedIndexColumn: { en: 'The table has no column {0} for its index', zh: '索引列 {0} 未定义' },
  undefinedPartitionColumn: {
    en: 'The table has no column {0} to be partitioned by',
    zh: '分区列 {0} 未定义',
  },
  watermarkFunction: {
    en: 'A watermark takes withOffset(column, milliseconds), not {0}',
    zh: 'Watermark 只支持 withOffset(列, 毫秒数)，不支持 {0}',
  },
  watermarkArguments: {
    en: 'withOffset takes two arguments: the column and an offset in milliseconds',
    zh: 'withOffset 需要两个参数：时间列和毫秒数',
  },
  watermarkColumn: {
    en: 'The first argument must be the column behind FOR: {0}',
    zh: '第一个参数必须是 FOR 后面的列：{0}',
  },
  watermarkOffset: {
    en: 'The offset must be a whole number of milliseconds, not {0}',
    zh: '偏移量必须是整数毫秒，而不是 {0}',
  },
};

const LONGEST_SHOWN = 40;

function shown(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_SHOWN ? `${line.slice(0, LONGEST_SHOWN - 1)}…` : line;
}

/** A problem of grammar or of a table's declaration, in the user's language. */
export function problemText(problem: Problem, language: Language): string {
  return `${statement(problem, language)}${meantText(problem, language)}`;
}

function statement(problem: Problem, language: Language): string {
  const args = problem.args.map(shown);
  const expected = expectedText(problem.expected, language);
  if (problem.id === 'unexpected') return unexpected(args[0] ?? '', expected, language);
  const text = TEXTS[problem.id]?.[language];
  // A problem without a text of its own: the service's words are better than none.
  if (text === undefined) return problem.service.text;
  const filled = text.replace(/\{(\d)\}/g, (_, index: string) => args[Number(index)] ?? '');
  if (expected === '' || problem.id !== 'unexpectedEnd') return filled;
  return language === 'zh' ? `${filled}：应为${expected}` : `${filled}: ${expected} is missing`;
}

function unexpected(found: string, expected: string, language: Language): string {
  if (language === 'zh') return expected === '' ? `“${found}”不应出现在此处` : `“${found}”处应为${expected}`;
  return expected === ''
    ? `"${found}" is not expected here`
    : `"${found}" stands where ${expected} is expected`;
}
