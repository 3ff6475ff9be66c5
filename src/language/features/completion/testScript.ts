import { analyze } from '../../analysis/analyze.ts';
import { parseScript } from '../../syntax/script.ts';
import { complete } from './complete.ts';
import type { Completion } from './item.ts';

/** The script before the text that is completed. */
export const TABLES = `CREATE TABLE orders (id BIGINT, user_id INT, price DOUBLE, \`value\` VARCHAR, ts TIMESTAMP,
  WATERMARK FOR ts AS withOffset(ts, 0)) WITH (type = 'kafka010');
CREATE TABLE users (id INT, city VARCHAR, PRIMARY KEY (id), PERIOD FOR SYSTEM_TIME) WITH (type = 'rds');
CREATE TABLE target (a BIGINT, b VARCHAR) WITH (type = 'rds');
CREATE VIEW totals AS SELECT user_id, SUM(price) AS total FROM orders GROUP BY user_id;
CREATE FUNCTION my_udf AS 'a.B';
INSERT INTO target SELECT user_id, 'x' FROM totals JOIN users FOR SYSTEM_TIME AS OF PROCTIME() ON user_id = id;
`;

/** Offers where `|` stands in the text, after the tables above. */
export function at(marked: string, parameters: string[] = [], language: 'en' | 'zh' = 'en'): Completion {
  const text = TABLES + marked;
  const offset = text.indexOf('|', TABLES.length);
  return complete(analyze(parseScript(text.replace('|', ''))), offset, { language, parameters });
}

/** The labels of all offers. */
export const labels = (marked: string): string[] => at(marked).items.map(item => item.label);
/** The first labels. */
export const first = (marked: string, count: number): string[] => labels(marked).slice(0, count);

/** The text after taking the offer of that label. */
export function taking(marked: string, label: string): string {
  const { start, end, items } = at(marked);
  const item = items.find(one => one.label === label);
  const text = (TABLES + marked).replace('|', '');
  return item === undefined
    ? `no ${label}`
    : (text.slice(0, start) + item.insert + text.slice(end)).slice(TABLES.length);
}
