/** Lines of one job as `job` makes it. */
export const JOB_LINES = 50;

/**
 * A job as people write them: a source with a watermark, a dimension, a sink, a view, and an INSERT with a window, a
 * join and an expression or two. Its names end in `number`, so that many jobs make one script. Written in what Blink
 * and Apache Flink have in common, so that the rivals can read it too.
 * @param mistake whether its query carries one mistake of grammar: a comma with nothing behind it
 */
export function job(number: number, mistake = false): string {
  const n = String(number);
  return `-- Orders of branch ${n}, by the minute and by category
CREATE TABLE orders_${n} (
  order_id BIGINT,
  user_id BIGINT,
  product_id VARCHAR,
  price DOUBLE,
  quantity INT,
  state VARCHAR,
  ordered_at TIMESTAMP,
  WATERMARK FOR ordered_at AS withOffset(ordered_at, 5000)
) WITH (
  type = 'datahub',
  endPoint = 'http://datahub.example.com',
  project = 'retail',
  topic = 'orders_${n}',
  roleArn = 'acs:ram::1:role/reader'
);

CREATE TABLE totals_${n} (
  category VARCHAR,
  window_start TIMESTAMP,
  turnover DOUBLE,
  order_count BIGINT,
  label VARCHAR,
  updated_by VARCHAR
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://example.com:3306/retail',
  tableName = 'totals_${n}',
  userName = 'writer',
  password = '\${rds.password}'
);

/* Paid orders only; those without a price are of no use
   to anybody. */
CREATE VIEW paid_${n} AS
SELECT order_id, user_id, product_id, price * quantity AS amount, ordered_at${mistake ? ',' : ''}
FROM orders_${n}
WHERE state = 'PAID' AND price > 0 AND quantity BETWEEN 1 AND 1000;

INSERT INTO totals_${n}
SELECT
  p.product_id AS category,
  TUMBLE_START(p.ordered_at, INTERVAL '1' MINUTE) AS window_start,
  SUM(p.amount) AS turnover,
  COUNT(*) AS order_count,
  CASE WHEN SUM(p.amount) > 10000 THEN 'large' ELSE 'small' END AS label,
  'bench' AS updated_by
FROM paid_${n} AS p
GROUP BY TUMBLE(p.ordered_at, INTERVAL '1' MINUTE), p.product_id;
`;
}

/** A script of jobs, one beneath the other. @param lines a multiple of JOB_LINES */
export function scriptOf(lines: number, mistakes = false): string {
  const jobs = Array.from({ length: lines / JOB_LINES }, (_, index) => job(index, mistakes));
  return jobs.join('');
}

/** One job of 60 lines: that of `job` and a second sink, with the counts of each user. */
export function jobOf60Lines(): string {
  return `${job(1)}
CREATE TABLE users_1 (user_id BIGINT, order_count BIGINT, amount DOUBLE) WITH (
  type = 'print'
);

INSERT INTO users_1
SELECT user_id, COUNT(*), SUM(amount)
FROM paid_1
WHERE amount > 1
GROUP BY user_id;
`;
}
