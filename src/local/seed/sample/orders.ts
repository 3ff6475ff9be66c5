import { STREAM_PROPERTIES, type SampleJob } from './sampleJob.ts';

const MINUTE_GMV = `-- 每分钟成交额：DataHub 订单流，按分钟滚动窗口汇总，写入 RDS 供大屏读取
CREATE TABLE orders (
  order_id     VARCHAR,
  shop_id      BIGINT,
  buyer_id     BIGINT,
  amount       DECIMAL(18, 2),
  order_status VARCHAR,
  created_at   BIGINT,
  ts AS TO_TIMESTAMP(created_at),
  WATERMARK wk FOR ts AS withOffset(ts, 5000)
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyuncs.com',
  project = 'retail',
  topic = 'orders',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE gmv_minute (
  window_start TIMESTAMP,
  shop_id      BIGINT,
  order_count  BIGINT,
  gmv          DECIMAL(18, 2),
  PRIMARY KEY (window_start, shop_id)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://rm-retail.mysql.rds.aliyuncs.com:3306/screen',
  tableName = 'gmv_minute',
  userName = 'screen',
  password = '\${password}'
);

INSERT INTO gmv_minute
SELECT
  TUMBLE_START(ts, INTERVAL '1' MINUTE),
  shop_id,
  COUNT(*),
  SUM(amount)
FROM orders
WHERE order_status = 'PAID'
GROUP BY TUMBLE(ts, INTERVAL '1' MINUTE), shop_id;
`;

const TOP_ITEMS = `-- 类目热销商品前 10 名，每次变化都更新榜单
CREATE TABLE order_items (
  order_id    VARCHAR,
  item_id     BIGINT,
  category_id BIGINT,
  quantity    BIGINT,
  proc AS PROCTIME()
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyuncs.com',
  project = 'retail',
  topic = 'order_items',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE item_rank (
  category_id BIGINT,
  rank_no     BIGINT,
  item_id     BIGINT,
  sold        BIGINT,
  PRIMARY KEY (category_id, rank_no)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://rm-retail.mysql.rds.aliyuncs.com:3306/screen',
  tableName = 'item_rank',
  userName = 'screen',
  password = '\${password}'
);

CREATE VIEW item_sales AS
SELECT category_id, item_id, SUM(quantity) AS sold
FROM order_items
GROUP BY category_id, item_id;

INSERT INTO item_rank
SELECT category_id, rank_no, item_id, sold
FROM (
  SELECT
    category_id,
    item_id,
    sold,
    ROW_NUMBER() OVER (PARTITION BY category_id ORDER BY sold DESC) AS rank_no
  FROM item_sales
) ranked
WHERE rank_no <= 10;
`;

const WIDE_ORDER = `-- 订单宽表：关联支付流（前后 15 分钟）与店铺维表，写入 HBase
CREATE TABLE orders (
  order_id   VARCHAR,
  shop_id    BIGINT,
  amount     DECIMAL(18, 2),
  created_at BIGINT,
  ts AS TO_TIMESTAMP(created_at),
  WATERMARK FOR ts AS withOffset(ts, 10000)
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyuncs.com',
  project = 'retail',
  topic = 'orders',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE payments (
  order_id VARCHAR,
  channel  VARCHAR,
  paid_at  BIGINT,
  pay_ts AS TO_TIMESTAMP(paid_at),
  WATERMARK FOR pay_ts AS withOffset(pay_ts, 10000)
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyuncs.com',
  project = 'retail',
  topic = 'payments',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE shops (
  shop_id   BIGINT,
  shop_name VARCHAR,
  city      VARCHAR,
  PRIMARY KEY (shop_id),
  PERIOD FOR SYSTEM_TIME
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://rm-retail.mysql.rds.aliyuncs.com:3306/base',
  tableName = 'shops',
  userName = 'reader',
  password = '\${password}',
  cache = 'LRU',
  cacheSize = '20000',
  cacheTTLMs = '600000'
);

CREATE TABLE order_wide (
  order_id  VARCHAR,
  shop_name VARCHAR,
  city      VARCHAR,
  amount    DECIMAL(18, 2),
  channel   VARCHAR,
  PRIMARY KEY (order_id)
) WITH (
  type = 'cloudhbase',
  zkQuorum = 'hb-proxy-1:2181,hb-proxy-2:2181',
  tableName = 'order_wide',
  columnFamily = 'cf'
);

CREATE VIEW paid_orders AS
SELECT o.order_id, o.shop_id, o.amount, p.channel
FROM orders AS o
JOIN payments AS p
  ON o.order_id = p.order_id
  AND o.ts BETWEEN p.pay_ts - INTERVAL '15' MINUTE AND p.pay_ts + INTERVAL '15' MINUTE;

INSERT INTO order_wide
SELECT w.order_id, s.shop_name, s.city, w.amount, w.channel
FROM paid_orders AS w
LEFT JOIN shops FOR SYSTEM_TIME AS OF PROCTIME() AS s
  ON w.shop_id = s.shop_id;
`;

export const ORDER_JOBS: readonly SampleJob[] = [
  {
    name: 'order_gmv_minute',
    folder: '/订单/实时大屏',
    type: 'FLINK_STREAM',
    api: 'SQL',
    description: '每分钟各店铺成交额',
    code: MINUTE_GMV,
    properties: STREAM_PROPERTIES,
    story: { kind: 'running', startedAgo: 26 * 60 },
  },
  {
    name: 'order_hot_items',
    folder: '/订单/实时大屏',
    type: 'FLINK_STREAM',
    api: 'SQL',
    description: '类目热销榜（TopN）',
    code: TOP_ITEMS,
    properties: `${STREAM_PROPERTIES}blink.topn.cache.size=50000\n`,
    story: { kind: 'changed', startedAgo: 95 },
  },
  {
    name: 'order_wide_table',
    folder: '/订单',
    type: 'FLINK_STREAM',
    api: 'SQL',
    description: '订单、支付双流关联与店铺维表',
    code: WIDE_ORDER,
    properties: STREAM_PROPERTIES,
    story: { kind: 'committed' },
  },
];
