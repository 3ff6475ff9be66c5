import type { Language } from '../language/features/diagnostics/language.ts';

const EN = {
  usage: `usage: cli <command> [options] FILE...

  check FILE...          report faults of Blink SQL scripts; "-" reads standard input
    --json               one JSON object per line: file, line, column, endLine, endColumn, severity, code, message
                         (lines and columns from 1, the end exclusive)
    --jsonl              read lines {"id","sql"} from standard input, print {"id","statements","diagnostics"} for each

  format FILE...         lay out scripts, in place; "-" reads standard input and prints
    --check              change nothing, list the files that are not formatted
    --keyword-case CASE  upper, lower or preserve (default upper)
    --indent N           blanks per level, 1 to 8 (default 2)
    --tabs               indent with tabs
    --commas PLACE       trailing or leading (default trailing)
    --width N            columns of a line, 20 to 1000 (default 100)
    --semicolon          add the semicolon a script's last statement may leave out

  lineage FILE...        tell where the columns of every INSERT come from; "-" reads standard input
    --json               one JSON object per line and INSERT

  --lang en|zh           language of messages (default: from LC_ALL, LC_MESSAGES, LANG)
  --help

Exit codes: 0 nothing to report, 1 errors found, files not formatted or statements left out, 2 wrong options or unreadable input.
`,
  noCommand: 'Say what to do: check, format or lineage.',
  unknownCommand: 'There is no command "{0}": use check, format or lineage.',
  noFiles: 'Name at least one file, or - for standard input.',
  badOption: '{0} is {1}, not "{2}".',
  range: 'a whole number from {0} to {1}',
  jsonlAlone: '--jsonl reads standard input: name no files, and leave out --json.',
  seeHelp: 'See --help.',
  notFound: '{0}: there is no such file.',
  isFolder: '{0}: this is a folder; name files.',
  notUtf8: '{0}: this is no UTF-8 text; save it as UTF-8 first.',
  unreadable: '{0}: cannot be read ({1}).',
  unwritable: '{0}: cannot be written ({1}).',
  badLine: 'line {0}: {1}',
  notJson: 'this is no JSON',
  noSql: 'an object with the texts "id" and "sql" is needed',
  badLines: 'Lines that could not be read: {0}.',
  left: '{0}: statements left as they are because of syntax errors: {1}; see check.',
  untraced: '{0}: statements left out because of syntax errors: {1}; see check.',
  incomplete: 'There may be more: the query has columns whose names nobody knows.',
  undeclared: 'There may be more: this script does not declare {0}.',
  direct: 'as it is',
  expression: 'expression',
  aggregate: 'aggregate',
  constant: 'constant',
  unknown: 'unknown',
  filter: 'filter',
  join: 'join',
  group: 'group',
  summary: 'Errors: {0}, warnings: {1}, files: {2}.',
  clean: 'No errors. Files checked: {0}.',
  error: 'error',
  warning: 'warning',
  information: 'information',
  hint: 'hint',
};

const ZH: Texts = {
  usage: `用法：cli <命令> [选项] 文件...

  check 文件...          检查 Blink SQL 脚本；“-”表示读取标准输入
    --json               每行输出一个 JSON 对象：file、line、column、endLine、endColumn、severity、code、message
                         （行列从 1 开始，结束位置不包含在内）
    --jsonl              从标准输入逐行读取 {"id","sql"}，逐行输出 {"id","statements","diagnostics"}

  format 文件...         格式化脚本并写回原文件；“-”表示读取标准输入并输出结果
    --check              不修改文件，只列出尚未格式化的文件
    --keyword-case CASE  关键字大小写：upper、lower 或 preserve（默认 upper）
    --indent N           每级缩进的空格数，1 到 8（默认 2）
    --tabs               使用制表符缩进
    --commas PLACE       逗号位置：trailing（行尾）或 leading（行首），默认 trailing
    --width N            每行列数，20 到 1000（默认 100）
    --semicolon          为最后一条语句补上分号

  lineage 文件...        列出每条 INSERT 各列的来源；“-”表示读取标准输入
    --json               每条 INSERT 输出一行 JSON 对象

  --lang en|zh           消息语言（默认取自 LC_ALL、LC_MESSAGES、LANG）
  --help

退出码：0 没有问题，1 有错误、有未格式化的文件或有语句被略过，2 选项有误或无法读取输入。
`,
  noCommand: '请指定命令：check、format 或 lineage。',
  unknownCommand: '没有“{0}”命令，请使用 check、format 或 lineage。',
  noFiles: '请至少指定一个文件，或用 - 表示标准输入。',
  badOption: '{0} 应为{1}，而不是“{2}”。',
  range: ' {0} 到 {1} 之间的整数',
  jsonlAlone: '--jsonl 读取标准输入，不能指定文件，也不能与 --json 同用。',
  seeHelp: '详见 --help。',
  notFound: '{0}：文件不存在。',
  isFolder: '{0}：这是文件夹，请指定文件。',
  notUtf8: '{0}：不是 UTF-8 文本，请先另存为 UTF-8。',
  unreadable: '{0}：无法读取（{1}）。',
  unwritable: '{0}：无法写入（{1}）。',
  badLine: '第 {0} 行：{1}',
  notJson: '不是 JSON',
  noSql: '需要包含 "id" 和 "sql" 的对象',
  badLines: '有 {0} 行无法读取。',
  left: '{0}：{1} 条语句有语法错误，保持原样，详见 check。',
  untraced: '{0}：{1} 条语句有语法错误，已略过，详见 check。',
  incomplete: '可能不完整：查询中有无法得知名称的列。',
  undeclared: '可能不完整：本脚本没有声明 {0}。',
  direct: '原样',
  expression: '表达式',
  aggregate: '聚合',
  constant: '常量',
  unknown: '未知',
  filter: '过滤',
  join: '关联',
  group: '分组',
  summary: '{2} 个文件中有 {0} 个错误、{1} 个警告。',
  clean: '已检查 {0} 个文件，没有错误。',
  error: '错误',
  warning: '警告',
  information: '信息',
  hint: '提示',
};

export type Texts = Readonly<Record<keyof typeof EN, string>>;

/** The program's own messages. */
export function textsOf(language: Language): Texts {
  return language === 'zh' ? ZH : EN;
}

/** A text with `{0}`, `{1}` … replaced. */
export function fill(text: string, ...args: readonly (string | number)[]): string {
  return text.replace(/\{(\d)\}/g, (_, index: string) => String(args[Number(index)] ?? ''));
}
