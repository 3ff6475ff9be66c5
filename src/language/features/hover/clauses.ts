import type { Texts } from '../../catalog/texts.ts';

/** A clause only this dialect has, or has in its own way. */
export interface Clause extends Required<Texts> {
  /** How it is written. */
  readonly form: string;
}

/** By the word they are known by. */
export const CLAUSES = {
  WATERMARK: {
    form: 'WATERMARK FOR ts AS withOffset(ts, 1000)',
    en: 'Makes a TIMESTAMP column the row time of a source. A row is late when it is older than the newest one by more than the offset, in milliseconds. One for each table.',
    zh: '将源表的 TIMESTAMP 列声明为事件时间。比最新数据早出超过偏移量（毫秒）的数据视为迟到。每张表只能有一个。',
  },
  PERIOD: {
    form: 'PERIOD FOR SYSTEM_TIME',
    en: 'Marks a dimension table: its rows are looked up by JOIN … FOR SYSTEM_TIME AS OF PROCTIME(). It is not read as a stream.',
    zh: '声明该表为维表：通过 JOIN … FOR SYSTEM_TIME AS OF PROCTIME() 查询，不能作为普通源表读取。',
  },
  SYSTEM_TIME: {
    form: 'FROM s JOIN d FOR SYSTEM_TIME AS OF PROCTIME() AS x ON s.id = x.id',
    en: 'Looks up the row of a dimension table as it is when the row of the stream arrives. INNER and LEFT joins only; ON gives each column of the primary key, or of one index, by =.',
    zh: '在流数据到达时查询维表的当前数据。仅支持 INNER JOIN 和 LEFT JOIN，ON 须给出主键（或某个索引）全部列的等值条件。',
  },
  HEADER: {
    form: 'name VARCHAR HEADER',
    en: "Reads the column of a source from the header of the connector's message. The connector says which there are.",
    zh: '源表的该列取自连接器的消息头（属性字段），可用的列由连接器决定。',
  },
  PRIMARY: {
    form: 'PRIMARY KEY (id)',
    en: 'On a sink, a row replaces the one of the same key. On a dimension table, it is the key rows are looked up by.',
    zh: '结果表：相同主键的数据会被更新。维表：查询所用的键。',
  },
  INDEX: {
    form: 'INDEX (a)\nUNIQUE INDEX (a)',
    en: 'One more key of a dimension table: a join may give its columns instead of those of the primary key. Since Blink 2.2.7.',
    zh: '维表的附加索引：关联时可用索引列代替主键列。自 Blink 2.2.7 起支持。',
  },
  EMIT: {
    form: "EMIT\n  WITH DELAY '1' MINUTE BEFORE WATERMARK,\n  WITHOUT DELAY AFTER WATERMARK",
    en: 'At the end of an INSERT with a TUMBLE or HOP window: when it gives results before the window is complete (BEFORE WATERMARK), and again for late rows (AFTER WATERMARK, which needs the job property blink.state.ttl.ms).',
    zh: '写在带 TUMBLE 或 HOP 窗口的 INSERT 末尾：窗口结束前何时提前输出（BEFORE WATERMARK），以及迟到数据何时再次输出（AFTER WATERMARK，须设置作业参数 blink.state.ttl.ms）。',
  },
  LATERAL: {
    form: 'FROM s, LATERAL TABLE(f(s.x)) AS t (a, b)\nFROM s LEFT JOIN LATERAL TABLE(f(s.x)) AS t (a, b) ON TRUE',
    en: 'Calls a table function for each row and joins the rows it gives. With LEFT JOIN … ON TRUE rows for which it gives none are kept.',
    zh: '对每行数据调用表函数（UDTF）并与其输出的行关联。使用 LEFT JOIN … ON TRUE 时，没有输出的行也会保留。',
  },
  MATCH_RECOGNIZE: {
    form: 'MATCH_RECOGNIZE (PARTITION BY … ORDER BY ts MEASURES … PATTERN (…) DEFINE …)',
    en: 'Finds patterns in the order of rows (CEP). ORDER BY begins with the row time.',
    zh: '按数据顺序匹配模式（CEP）。ORDER BY 须以事件时间开头。',
  },
} as const satisfies Readonly<Record<string, Clause>>;

export type ClauseName = keyof typeof CLAUSES;

export const isClauseName = (word: string): word is ClauseName => Object.hasOwn(CLAUSES, word);

/** The clause that key words begin, such as `PERIOD FOR SYSTEM_TIME`, or go on with. */
export function clauseOf(words: string): ClauseName | undefined {
  const all = words.split(' ');
  const [first = ''] = all;
  if (isClauseName(first)) return first;
  return all.includes('SYSTEM_TIME') ? 'SYSTEM_TIME' : undefined;
}
