/** Sums up by five minutes of event time. */
export const tumbleWindow = `
-- en: The watermark lags ten seconds behind: rows that are later than that are dropped.
-- zh: 水位线滞后 10 秒，比这更晚的数据会被丢弃。
CREATE TABLE payments (
  shop_id VARCHAR,
  amount DOUBLE,
  paid_at TIMESTAMP,
  WATERMARK wk FOR paid_at AS WITHOFFSET(paid_at, 10000)
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyun-inc.com',
  project = 'your_project',
  topic = 'payments',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE shop_revenue (
  shop_id VARCHAR,
  window_start TIMESTAMP,
  window_end TIMESTAMP,
  revenue DOUBLE,
  payments BIGINT,
  PRIMARY KEY (shop_id, window_start)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://your-rds.mysql.rds.aliyuncs.com:3306/your_db',
  tableName = 'shop_revenue',
  userName = '\${userName}',
  password = '\${password}'
);

INSERT INTO shop_revenue
SELECT
  shop_id,
  TUMBLE_START(paid_at, INTERVAL '5' MINUTE),
  TUMBLE_END(paid_at, INTERVAL '5' MINUTE),
  SUM(amount),
  COUNT(*)
FROM payments
GROUP BY shop_id, TUMBLE(paid_at, INTERVAL '5' MINUTE);
`;
