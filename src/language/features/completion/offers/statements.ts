import { inLanguage } from '../../../catalog/texts.ts';
import type { Texts } from '../../../catalog/texts.ts';
import type { Site } from '../context/site.ts';
import type { Offer } from '../item.ts';
import { keywords } from './keywords.ts';

interface Statement extends Texts {
  readonly label: string;
  readonly insert: string;
}

const STATEMENTS: readonly Statement[] = [
  {
    label: 'CREATE TABLE',
    en: 'source or sink with its connector',
    zh: '带连接器的源表或结果表',
    insert: "CREATE TABLE ${1:name} (\n  ${2:id} ${3:BIGINT}\n) WITH (\n  type = '${4:datahub}'$0\n);",
  },
  {
    label: 'CREATE TABLE … WATERMARK',
    en: 'source with row time',
    zh: '带 Watermark 的源表',
    insert:
      "CREATE TABLE ${1:source} (\n  ${2:id} ${3:BIGINT},\n  ${4:ts} TIMESTAMP,\n  WATERMARK FOR ${4:ts} AS withOffset(${4:ts}, ${5:1000})\n) WITH (\n  type = '${6:datahub}'$0\n);",
  },
  {
    label: 'CREATE TABLE … PERIOD FOR SYSTEM_TIME',
    en: 'dimension table',
    zh: '维表',
    insert:
      "CREATE TABLE ${1:dim} (\n  ${2:id} ${3:BIGINT},\n  PRIMARY KEY (${2:id}),\n  PERIOD FOR SYSTEM_TIME\n) WITH (\n  type = '${4:rds}'$0\n);",
  },
  {
    label: 'INSERT INTO',
    en: 'write the rows of a query',
    zh: '写入查询结果',
    insert: 'INSERT INTO ${1:sink}\nSELECT ${2:*}\nFROM ${3:source};$0',
  },
  {
    label: 'CREATE VIEW',
    en: 'a query under a name',
    zh: '视图',
    insert: 'CREATE VIEW ${1:name} AS\nSELECT ${2:*}\nFROM ${3:source};$0',
  },
  {
    label: 'CREATE FUNCTION',
    en: 'a function of an uploaded package',
    zh: '注册自定义函数',
    insert: "CREATE FUNCTION ${1:name} AS '${2:com.example.MyFunction}';$0",
  },
  {
    label: 'INSERT INTO … TUMBLE',
    en: 'aggregate over a tumbling window',
    zh: '滚动窗口聚合',
    insert:
      "INSERT INTO ${1:sink}\nSELECT\n  TUMBLE_START(${2:ts}, INTERVAL '${3:1}' ${4|MINUTE,SECOND,HOUR,DAY|}),\n  ${5:id},\n  COUNT(*)\nFROM ${6:source}\nGROUP BY TUMBLE(${2:ts}, INTERVAL '${3:1}' ${4:MINUTE}), ${5:id};$0",
  },
  {
    label: 'CREATE VIEW … TopN',
    en: 'the first rows of each group',
    zh: 'TopN：每组前 N 条',
    insert:
      'CREATE VIEW ${1:top_n} AS\nSELECT *\nFROM (\n  SELECT *, ROW_NUMBER() OVER (PARTITION BY ${2:id} ORDER BY ${3:score} DESC) AS row_num\n  FROM ${4:source}\n)\nWHERE row_num <= ${5:10};$0',
  },
  {
    label: 'CREATE VIEW … deduplicated',
    en: 'one row of each key',
    zh: '去重：每个键一条',
    insert:
      'CREATE VIEW ${1:deduplicated} AS\nSELECT *\nFROM (\n  SELECT *, ROW_NUMBER() OVER (PARTITION BY ${2:id} ORDER BY ${3:proc} ${4|ASC,DESC|}) AS row_num\n  FROM ${5:source}\n)\nWHERE row_num = 1;$0',
  },
];

/** Where a statement may begin: whole statements, and the words they begin with. */
export function statementOffers({ language }: Site): Offer[] {
  const whole = STATEMENTS.map((item, i): Offer => {
    const { label, insert } = item;
    return {
      label,
      kind: 'statement',
      insert,
      snippet: true,
      detail: inLanguage(item, language),
      rank: 1 + i / 100,
    };
  });
  return [...whole, ...keywords('CREATE, INSERT INTO, SELECT, WITH', 5)];
}
