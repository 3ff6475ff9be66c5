/** Cleans rows of DataHub and keeps the newest of each key in RDS. */
export const datahubToRds = `
-- en: DataHub topic with the orders. Put your own project, topic and keys in.
-- zh: DataHub 中的订单 Topic，请换成自己的 project、topic 和密钥。
CREATE TABLE orders (
  order_id VARCHAR,
  buyer_id VARCHAR,
  amount DOUBLE,
  order_time TIMESTAMP
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyun-inc.com',
  project = 'your_project',
  topic = 'orders',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}',
  startTime = '2026-01-01 00:00:00'
);

-- en: RDS table. A row with a known primary key replaces the old one.
-- zh: RDS 结果表，主键相同的行会被更新。
CREATE TABLE paid_orders (
  order_id VARCHAR,
  buyer_id VARCHAR,
  amount DOUBLE,
  order_time TIMESTAMP,
  PRIMARY KEY (order_id)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://your-rds.mysql.rds.aliyuncs.com:3306/your_db',
  tableName = 'paid_orders',
  userName = '\${userName}',
  password = '\${password}'
);

INSERT INTO paid_orders
SELECT order_id, buyer_id, amount, order_time
FROM orders
WHERE amount > 0;
`;
