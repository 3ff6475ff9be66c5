import { connectors } from '../../../catalog/connectors.ts';
import type { Role } from '../../../catalog/connectors.ts';
import { inLanguage } from '../../../catalog/texts.ts';
import type { Texts } from '../../../catalog/texts.ts';
import type { Site } from '../context/site.ts';
import { inSnippet } from '../item.ts';
import type { Offer } from '../item.ts';
import { keywords } from './keywords.ts';
import { readableTables, writableTables } from './tables.ts';

/** A whole statement; in its text `‹source›`, `‹sink›`, `‹dim›` and `‹read›`, `‹write›` stand for choices. */
interface Statement extends Texts {
  readonly label: string;
  readonly insert: string;
}

const STATEMENTS: readonly Statement[] = [
  {
    label: 'CREATE TABLE',
    en: 'source or sink with its connector',
    zh: '带连接器的源表或结果表',
    insert: "CREATE TABLE ${1:name} (\n  ${2:id} ${3:BIGINT}\n) WITH (\n  type = '${4‹type›}'$0\n);",
  },
  {
    label: 'CREATE TABLE … WATERMARK',
    en: 'source with row time',
    zh: '带 Watermark 的源表',
    insert:
      "CREATE TABLE ${1:source} (\n  ${2:id} ${3:BIGINT},\n  ${4:ts} TIMESTAMP,\n  WATERMARK FOR ${4:ts} AS withOffset(${4:ts}, ${5:1000})\n) WITH (\n  type = '${6‹source›}'$0\n);",
  },
  {
    label: 'CREATE TABLE … PERIOD FOR SYSTEM_TIME',
    en: 'dimension table',
    zh: '维表',
    insert:
      "CREATE TABLE ${1:dim} (\n  ${2:id} ${3:BIGINT},\n  PRIMARY KEY (${2:id}),\n  PERIOD FOR SYSTEM_TIME\n) WITH (\n  type = '${4‹dim›}'$0\n);",
  },
  {
    label: 'INSERT INTO',
    en: 'write the rows of a query',
    zh: '写入查询结果',
    insert: 'INSERT INTO ${1‹write›}\nSELECT ${3:*}\nFROM ${2‹read›};$0',
  },
  {
    label: 'CREATE VIEW',
    en: 'a query under a name',
    zh: '视图',
    insert: 'CREATE VIEW ${1:name} AS\nSELECT ${3:*}\nFROM ${2‹read›};$0',
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
      "INSERT INTO ${1‹write›}\nSELECT\n  TUMBLE_START(${3:ts}, INTERVAL '${4:1}' ${5|MINUTE,SECOND,HOUR,DAY|}),\n  ${6:id},\n  COUNT(*)\nFROM ${2‹read›}\nGROUP BY TUMBLE(${3:ts}, INTERVAL '${4:1}' ${5:MINUTE}), ${6:id};$0",
  },
  {
    label: 'CREATE VIEW … TopN',
    en: 'the first rows of each group',
    zh: 'TopN：每组前 N 条',
    insert:
      'CREATE VIEW ${1:top_n} AS\nSELECT *\nFROM (\n  SELECT *, ROW_NUMBER() OVER (PARTITION BY ${3:id} ORDER BY ${4:score} DESC) AS row_num\n  FROM ${2‹read›}\n)\nWHERE row_num <= ${5:10};$0',
  },
  {
    label: 'CREATE VIEW … deduplicated',
    en: 'one row of each key',
    zh: '去重：每个键一条',
    insert:
      'CREATE VIEW ${1:deduplicated} AS\nSELECT *\nFROM (\n  SELECT *, ROW_NUMBER() OVER (PARTITION BY ${3:id} ORDER BY ${4:proc} ${5|ASC,DESC|}) AS row_num\n  FROM ${2‹read›}\n)\nWHERE row_num = 1;$0',
  },
];

/** So many names at most are put up for choice at a stop. */
const MOST_CHOICES = 40;

/** What a stop of a statement is chosen from: the script's tables, the connectors for a role. */
function choicesOf(site: Site): (name: string) => string {
  const tables = (offers: readonly Offer[], likely: number): string[] =>
    offers
      .filter(({ rank }) => rank < likely)
      .sort((one, other) => one.rank - other.rank)
      .map(({ insert }) => insert);
  const types = (...roles: readonly Role[]): string[] =>
    connectors()
      .filter(item => item.confidence !== 'low' && roles.some(role => item.roles.includes(role)))
      .map(({ type }) => type);
  const choose = (name: string): string => {
    switch (name) {
      case 'read':
        return choice(tables(readableTables(site, { withs: [], items: [] }), 12), 'source');
      case 'write':
        return choice(tables(writableTables(site), 12), 'sink');
      case 'dim':
        return choice(['rds', ...types('dim').filter(type => type !== 'rds')], 'rds');
      case 'source':
        return choice(types('source'), 'datahub');
      default:
        return choice(types('source', 'sink'), 'datahub');
    }
  };
  // A dozen statements ask for the same: in a long script each list is made of hundreds of tables.
  const chosen = new Map<string, string>();
  return name => {
    let found = chosen.get(name);
    if (found === undefined) chosen.set(name, (found = choose(name)));
    return found;
  };
}

/** The inside of a stop: a choice, or what stands there when there is none. */
function choice(values: readonly string[], otherwise: string): string {
  const [first, second] = values;
  if (second === undefined) return `:${inSnippet(first ?? otherwise)}`;
  const escaped = values.slice(0, MOST_CHOICES).map(item => item.replace(/[\\|,$}]/g, '\\$&'));
  return `|${escaped.join(',')}|`;
}

/**
 * What goes on behind the first word of a statement: the rest of whole ones, as long as nothing of it stands there yet;
 * whoever types fast has written that word before there was a list.
 */
export function statementRests(site: Site, first: string): Offer[] {
  if (!['', ';', 'end'].includes(site.behind)) return [];
  const rest = (text: string): string => text.slice(first.length + 1);
  return statementOffers(site)
    .filter(({ kind, label }) => kind === 'statement' && label.startsWith(`${first} `))
    .map(item => ({ ...item, label: rest(item.label), insert: rest(item.insert) }));
}

/** Where a statement may begin: whole statements, and the words they begin with. */
export function statementOffers(site: Site): Offer[] {
  const { language } = site;
  const choices = choicesOf(site);
  const whole = STATEMENTS.map((item, i): Offer => {
    const { label, insert } = item;
    return {
      label,
      kind: 'statement',
      insert: insert.replace(/\u2039(\w+)\u203a/g, (_, name: string) => choices(name)),
      snippet: true,
      detail: inLanguage(item, language),
      rank: 1 + i / 100,
    };
  });
  return [...whole, ...keywords('CREATE, SELECT, WITH', 5)];
}
