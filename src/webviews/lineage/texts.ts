import type { Language } from '../shared/language.ts';
import type { ConditionKind, Role } from './graph/model.ts';
import type { Kind, Reason } from './messages.ts';

/** Every text of the panel. A text missing in one language is a type error. */
export interface Texts {
  readonly panel: string;
  readonly role: Readonly<Record<Role, string>>;
  readonly kind: Readonly<Record<Kind | ConditionKind, string>>;
  readonly condition: Readonly<Record<ConditionKind, string>>;
  readonly insert: string;
  readonly insertAt: (sink: string, line: number) => string;
  readonly showAs: string;
  readonly graph: string;
  readonly table: string;
  readonly search: string;
  readonly searchHint: string;
  readonly found: (count: number, at: number) => string;
  readonly conditions: string;
  readonly conditionsHint: string;
  readonly views: string;
  readonly viewsHint: string;
  readonly pin: string;
  readonly unpin: string;
  readonly fit: string;
  readonly zoomIn: string;
  readonly zoomOut: string;
  readonly copyText: string;
  readonly saveSvg: string;
  readonly done: Readonly<Record<'copied' | 'saved', string>>;
  readonly more: (count: number) => string;
  readonly less: string;
  readonly graphLabel: (sink: string) => string;
  /** The keys of the graph, as a screen reader tells them. */
  readonly graphHelp: string;
  /** The same in short, shown below the graph. */
  readonly keys: string;
  /** A wire that has the keyboard: its ends, what it tells, and its place among those beside it. */
  readonly wireLabel: (ends: string, what: string, at: number, count: number) => string;
  readonly columnLabel: (column: string, type: string, table: string, role: string) => string;
  readonly conditionLabel: (word: string, text: string, table: string) => string;
  readonly tableLabel: (table: string, role: string, count: number, isDeclared: boolean) => string;
  readonly links: (before: number, after: number) => string;
  readonly counts: (tables: number, columns: number) => string;
  readonly hint: string;
  readonly madeOf: string;
  readonly feeds: string;
  readonly noSources: string;
  readonly unknownSources: string;
  readonly goTo: (place: string) => string;
  readonly head: Readonly<
    Record<'column' | 'type' | 'sources' | 'kind' | 'expression' | 'condition', string>
  >;
  readonly tableCaption: (sink: string) => string;
  readonly conditionsCaption: string;
  readonly inView: (view: string) => string;
  readonly noMatch: string;
  readonly incomplete: string;
  /** Behind a name. */
  readonly notDeclared: string;
  readonly undeclaredSink: (name: string) => string;
  readonly undeclaredTables: (names: string, count: number) => string;
  readonly unknownColumns: string;
  readonly nothing: Readonly<Record<Reason, readonly [what: string, whatToDo: string]>>;
  readonly restart: string;
  readonly showLog: string;
  readonly busy: string;
}

const en: Texts = {
  panel: 'Column lineage',
  role: {
    source: 'Source',
    dimension: 'Dimension',
    view: 'View',
    sink: 'Sink',
    undeclared: 'Not declared',
  },
  kind: {
    direct: 'direct',
    expression: 'computed',
    aggregate: 'aggregated',
    constant: 'constant',
    unknown: 'not known',
    filter: 'filter',
    join: 'join',
    group: 'grouping',
  },
  condition: { filter: 'FILTER', join: 'JOIN', group: 'GROUP' },
  insert: 'INSERT shown',
  insertAt: (sink, line) => `${sink} · line ${line}`,
  showAs: 'Show as',
  graph: 'Graph',
  table: 'Table',
  search: 'Find a column',
  searchHint: 'Find a column (Ctrl+F). Enter goes to the next one.',
  found: (count, at) => (count === 0 ? 'none' : `${at} of ${count}`),
  conditions: 'Conditions',
  conditionsHint: 'Show filters, join conditions and groupings',
  views: 'Views',
  viewsHint: 'Show the views in between',
  pin: 'Keep showing this document',
  unpin: 'Follow the active editor again',
  fit: 'Fit (0)',
  zoomIn: 'Zoom in (+)',
  zoomOut: 'Zoom out (-)',
  copyText: 'Copy as text',
  saveSvg: 'Save as SVG…',
  done: { copied: 'Copied', saved: 'Saved' },
  more: count => `${count} more`,
  less: 'Show less',
  graphLabel: sink => `Lineage of ${sink}`,
  graphHelp:
    'Arrow keys move along columns and their lineage. Shift+Left and Shift+Right step onto the wires of a column; there Up and Down go from wire to wire, Left and Right to where a wire begins and ends. Enter shows the place in the editor, Escape goes back to the editor.',
  keys: 'Keys: arrows move, Shift+Left and Shift+Right follow a wire, Enter shows the place, + - 0 zoom.',
  wireLabel: (ends, what, at, count) => `${ends}, ${what}; wire ${at} of ${count}`,
  columnLabel: (column, type, table, role) =>
    `${column}${type === '' ? '' : `, ${type}`}, ${role.toLowerCase()} ${table}`,
  conditionLabel: (word, text, table) => `${word}: ${text}, ${table}`,
  tableLabel: (table, role, count, isDeclared) =>
    `${role} ${table}, ${count} ${count === 1 ? 'column' : 'columns'}${isDeclared ? '' : ', not declared in this script'}`,
  links: (before, after) => `made of ${before}, goes into ${after}`,
  counts: (tables, columns) =>
    `${tables} ${tables === 1 ? 'table' : 'tables'}, ${columns} ${columns === 1 ? 'column' : 'columns'}`,
  hint: 'Point at a column, or move the cursor in the editor, to see where its values come from.',
  madeOf: 'Made of',
  feeds: 'Goes into',
  noSources: 'no column',
  unknownSources: 'columns that are not declared',
  goTo: place => `Show ${place} in the editor`,
  head: {
    column: 'Column',
    type: 'Type',
    sources: 'Sources',
    kind: 'How',
    expression: 'Expression',
    condition: 'Condition',
  },
  tableCaption: sink => `Columns of ${sink}`,
  conditionsCaption: 'Conditions',
  inView: view => `in ${view}`,
  noMatch: 'No column matches.',
  incomplete: 'The lineage has gaps',
  notDeclared: 'not declared',
  undeclaredSink: name =>
    `${name} is not declared in this script: the names and types of its columns are not known.`,
  undeclaredTables: (names, count) =>
    count === 1
      ? `${names} is not declared in this script: of its columns only those are known that the query names.`
      : `${names} are not declared in this script: of their columns only those are known that the query names.`,
  unknownColumns: 'The query has columns that no table or view of this script declares.',
  nothing: {
    noDocument: [
      'No Blink SQL in front',
      'Open a job or a Blink SQL file to see where its columns come from.',
    ],
    noInsert: [
      'No INSERT in this script',
      'Lineage shows what an INSERT writes into its sink. Write one, and it appears here.',
    ],
    down: [
      'The language server is not running',
      'It ended several times in a row. Restart it, or look into its log for the reason.',
    ],
    starting: ['The language server is starting', 'The lineage appears in a moment.'],
    failed: ['The lineage could not be read', 'Try again, or look into the log for the reason.'],
  },
  restart: 'Restart',
  showLog: 'Show log',
  busy: 'Reading the lineage…',
};

const zh: Texts = {
  panel: '字段血缘',
  role: { source: '源表', dimension: '维表', view: '视图', sink: '结果表', undeclared: '未声明' },
  kind: {
    direct: '直接传递',
    expression: '计算得出',
    aggregate: '聚合得出',
    constant: '常量',
    unknown: '未知',
    filter: '过滤',
    join: '关联',
    group: '分组',
  },
  condition: { filter: '过滤', join: '关联', group: '分组' },
  insert: '当前 INSERT',
  insertAt: (sink, line) => `${sink} · 第 ${line} 行`,
  showAs: '显示方式',
  graph: '图',
  table: '表格',
  search: '查找字段',
  searchHint: '查找字段（Ctrl+F），按 Enter 跳到下一个。',
  found: (count, at) => (count === 0 ? '无' : `第 ${at} 个，共 ${count} 个`),
  conditions: '条件',
  conditionsHint: '显示过滤、关联与分组条件',
  views: '视图',
  viewsHint: '显示中间视图',
  pin: '固定显示该文档',
  unpin: '恢复跟随当前编辑器',
  fit: '适应窗口 (0)',
  zoomIn: '放大 (+)',
  zoomOut: '缩小 (-)',
  copyText: '复制为文本',
  saveSvg: '另存为 SVG…',
  done: { copied: '已复制', saved: '已保存' },
  more: count => `另有 ${count} 项`,
  less: '收起',
  graphLabel: sink => `${sink} 的血缘`,
  graphHelp:
    '方向键沿字段及其血缘移动。Shift+左、Shift+右进入字段的连线：上下键在连线之间切换，左右键转到连线的起点和终点。Enter 在编辑器中显示所在位置，Escape 返回编辑器。',
  keys: '按键：方向键移动，Shift+左、Shift+右沿连线移动，Enter 显示所在位置，+ - 0 缩放。',
  wireLabel: (ends, what, at, count) => `${ends}，${what}；第 ${at} 条连线，共 ${count} 条`,
  columnLabel: (column, type, table, role) => `${column}${type === '' ? '' : `，${type}`}，${role} ${table}`,
  conditionLabel: (word, text, table) => `${word}：${text}，${table}`,
  tableLabel: (table, role, count, isDeclared) =>
    `${role} ${table}，${count} 个字段${isDeclared ? '' : '，脚本中未声明'}`,
  links: (before, after) => `来自 ${before} 项，流向 ${after} 项`,
  counts: (tables, columns) => `${tables} 张表，${columns} 个字段`,
  hint: '指向一个字段，或在编辑器中移动光标，即可查看其数据来源。',
  madeOf: '来自',
  feeds: '流向',
  noSources: '不来自任何字段',
  unknownSources: '未声明的字段',
  goTo: place => `在编辑器中显示 ${place}`,
  head: {
    column: '字段',
    type: '类型',
    sources: '来源',
    kind: '方式',
    expression: '表达式',
    condition: '条件',
  },
  tableCaption: sink => `${sink} 的字段`,
  conditionsCaption: '条件',
  inView: view => `位于 ${view}`,
  noMatch: '没有匹配的字段。',
  incomplete: '血缘不完整',
  notDeclared: '未声明',
  undeclaredSink: name => `脚本中没有声明 ${name}，因此不知道其字段名和类型。`,
  undeclaredTables: names => `脚本中没有声明 ${names}，因此只知道查询中写出的字段。`,
  unknownColumns: '查询中有些字段未在脚本的任何表或视图中声明。',
  nothing: {
    noDocument: ['当前没有 Blink SQL', '打开一个作业或 Blink SQL 文件，即可查看其字段的来源。'],
    noInsert: ['脚本中没有 INSERT', '血缘显示 INSERT 写入结果表的内容。写一条 INSERT 语句，这里就会显示。'],
    down: ['语言服务未运行', '它连续多次意外退出。请重新启动，或查看日志了解原因。'],
    starting: ['语言服务正在启动', '稍后将显示血缘。'],
    failed: ['无法读取血缘', '请重试，或查看日志了解原因。'],
  },
  restart: '重新启动',
  showLog: '查看日志',
  busy: '正在读取血缘…',
};

export const TEXTS: Readonly<Record<Language, Texts>> = { en, zh };
