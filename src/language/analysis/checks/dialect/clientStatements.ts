import { tokenText } from '../../../syntax/lexer/tokens.ts';
import type { Tokens } from '../../../syntax/lexer/tokens.ts';
import type { Message } from '../check.ts';

/** A statement of SQL clients and of Apache Flink SQL that no job takes, and what is done instead. */
export interface ClientStatement {
  /** The words it begins with. */
  readonly name: string;
  readonly instead: Message;
}

/** Words a statement begins with, a blank between two. The first that fits counts. */
const INSTEAD: readonly (readonly [RegExp, Message])[] = [
  [
    /^(?:(?:ADD|REMOVE|LIST|SHOW) JARS?)\b/,
    {
      en: 'Register a JAR as a package of the project, and let the job refer to it.',
      zh: '请把 JAR 注册为项目的资源包，并在作业中引用。',
    },
  ],
  [
    /^(?:(?:LOAD|UNLOAD) MODULE|(?:USE|SHOW) MODULES)\b/,
    {
      en: 'Functions are built in, or come from a package of the job by CREATE FUNCTION.',
      zh: '函数或为内置函数，或用 CREATE FUNCTION 从作业引用的资源包中注册。',
    },
  ],
  [
    /^(?:SHOW JOBS|STOP JOB)\b/,
    {
      en: 'Jobs are started, stopped and watched in the explorer.',
      zh: '请在资源管理器中启动、停止和查看作业。',
    },
  ],
  [
    /^(?:USE|(?:CREATE|DROP|ALTER) (?:CATALOG|DATABASE))\b/,
    {
      en: 'There is no catalog to choose: a script declares each table it uses by CREATE TABLE, with its connector in WITH.',
      zh: '没有可切换的 Catalog 或数据库：脚本用到的每张表都要用 CREATE TABLE 声明，并在 WITH 中指定连接器。',
    },
  ],
  [
    /^SHOW\b/,
    {
      en: 'A script knows what it declares itself: see the outline.',
      zh: '脚本只能使用自己声明的表、视图和函数，请查看大纲。',
    },
  ],
  [
    /^DESC(?:RIBE)?\b/,
    {
      en: "Point at the table's name to see its columns.",
      zh: '将鼠标悬停在表名上即可查看其列。',
    },
  ],
  [
    /^(?:SET|RESET|UNSET|ALTER (?:SYSTEM|SESSION))\b/,
    { en: 'Put settings into the job properties.', zh: '设置请写在作业参数中。' },
  ],
  [
    /^ALTER (?:TABLE|VIEW|FUNCTION)\b/,
    {
      en: 'Each run declares everything anew: change the CREATE statement itself.',
      zh: '每次运行都会重新声明，请直接修改 CREATE 语句。',
    },
  ],
  [
    /^DROP\b/,
    {
      en: 'Each run declares everything anew: there is nothing to drop.',
      zh: '每次运行都会重新声明，无需删除。',
    },
  ],
  [
    /^(?:(?:EXECUTE|BEGIN) STATEMENT SET|STATEMENT SET|BEGIN|END|COMMIT)\b/,
    {
      en: 'All INSERT INTO of a script run as one job: no words are needed around them.',
      zh: '脚本中的所有 INSERT INTO 本来就作为一个作业运行，无需用语句包裹。',
    },
  ],
  [
    /^(?:EXPLAIN|COMPILE PLAN|EXECUTE PLAN)\b/,
    {
      en: 'Open the execution plan of the job instead.',
      zh: '请改为打开作业的执行计划。',
    },
  ],
  [
    /^EXECUTE (?:INSERT|SELECT)\b/,
    {
      en: 'Leave EXECUTE out: the job runs its statements itself.',
      zh: '请去掉 EXECUTE，作业会自行执行语句。',
    },
  ],
  [
    /^(?:DELETE|UPDATE|MERGE|TRUNCATE|REPLACE INTO|UPSERT)\b/,
    {
      en: 'A job writes by INSERT INTO alone; a sink with a PRIMARY KEY replaces the row of that key.',
      zh: '作业只能用 INSERT INTO 写数据；结果表声明 PRIMARY KEY 后，相同主键的行会被更新。',
    },
  ],
  [/^(?:QUIT|EXIT|CLEAR|HELP)$/, { en: 'It is a command of an SQL client.', zh: '它是 SQL 客户端的命令。' }],
];

/** Settings of Apache Flink SQL that are a job property here. */
const SETTINGS: Readonly<Record<string, string>> = {
  'execution.checkpointing.interval': 'blink.checkpoint.interval.ms',
  'execution.checkpointing.mode': 'blink.checkpoint.mode',
  'execution.checkpointing.timeout': 'blink.checkpoint.timeout.ms',
  'execution.checkpointing.min-pause': 'blink.checkpoint.min.pause.ms',
  'state.backend': 'state.backend.type',
  'state.backend.type': 'state.backend.type',
  'table.exec.state.ttl': 'blink.state.ttl.ms',
  'table.exec.mini-batch.enabled': 'blink.miniBatch.allowLatencyMs',
  'table.exec.mini-batch.allow-latency': 'blink.miniBatch.allowLatencyMs',
  'table.exec.mini-batch.size': 'blink.miniBatch.size',
  'table.optimizer.agg-phase-strategy': 'blink.localAgg.enabled',
  'table.optimizer.distinct-agg.split.enabled': 'blink.partialAgg.enabled',
  'table.exec.rank.topn-cache-size': 'blink.topn.cache.size',
  'table.exec.source.idle-timeout': 'sql.exec.source.idle.timeout.ms',
  'table.local-time-zone': 'blink.job.timeZone',
  'pipeline.object-reuse': 'blink.object.reuse',
  'pipeline.auto-watermark-interval': 'blink.auto.watermark.interval.ms',
  'pipeline.max-parallelism': 'stream.env.maxParallelism',
};

/** The statement the tokens begin, when it is none for a job. */
export function clientStatement(tokens: Tokens): ClientStatement | undefined {
  const words = [0, 1, 2].map(i => (tokens.types[i] === undefined ? '' : tokenText(tokens, i).toUpperCase()));
  const text = words.join(' ').trim();
  for (const [pattern, instead] of INSTEAD) {
    const name = pattern.exec(text)?.[0];
    if (name === undefined) continue;
    return { name, instead: name === 'SET' || name === 'RESET' ? settingInstead(tokens, instead) : instead };
  }
  return undefined;
}

/** Names the job property that a setting is here, when there is one. */
function settingInstead(tokens: Tokens, { en, zh }: Message): Message {
  const equals = tokens.types.indexOf('=');
  const end = equals < 0 ? tokens.text.length : (tokens.starts[equals] ?? 0);
  const key = tokens.text.slice(tokens.ends[0], end).replace(/[\s'`]/g, '');
  const property = SETTINGS[key.toLowerCase()];
  if (property === undefined) return { en, zh };
  return { en: `${en} There it is ${property}.`, zh: `${zh}对应的参数为 ${property}。` };
}
