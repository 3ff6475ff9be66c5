/** Adds what a dimension table knows to each row of a stream. */
export const dimensionJoin = `
CREATE TABLE orders (
  order_id VARCHAR,
  product_id VARCHAR,
  quantity BIGINT
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyun-inc.com',
  project = 'your_project',
  topic = 'orders',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

-- en: A dimension table is looked up by its key. LRU keeps the rows used last for a minute.
-- zh: 维表按主键查询，LRU 缓存最近用到的行，一分钟后失效。
CREATE TABLE products (
  product_id VARCHAR,
  product_name VARCHAR,
  price DOUBLE,
  PRIMARY KEY (product_id),
  PERIOD FOR SYSTEM_TIME
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://your-rds.mysql.rds.aliyuncs.com:3306/your_db',
  tableName = 'products',
  userName = '\${userName}',
  password = '\${password}',
  cache = 'LRU',
  cacheSize = '10000',
  cacheTTLMs = '60000'
);

CREATE TABLE priced_orders (
  order_id VARCHAR,
  product_name VARCHAR,
  total DOUBLE,
  PRIMARY KEY (order_id)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://your-rds.mysql.rds.aliyuncs.com:3306/your_db',
  tableName = 'priced_orders',
  userName = '\${userName}',
  password = '\${password}'
);

-- en: LEFT JOIN keeps the orders of products that are not known. ON names the whole key.
-- zh: LEFT JOIN 保留查不到商品的订单。ON 中要写全维表主键。
INSERT INTO priced_orders
SELECT o.order_id, p.product_name, o.quantity * p.price
FROM orders AS o
LEFT JOIN products FOR SYSTEM_TIME AS OF PROCTIME() AS p
  ON o.product_id = p.product_id;
`;
