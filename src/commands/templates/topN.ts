/** The ten best of each group, always up to date. */
export const topN = `
CREATE TABLE sales (
  category VARCHAR,
  product_id VARCHAR,
  amount DOUBLE
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyun-inc.com',
  project = 'your_project',
  topic = 'sales',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE best_sellers (
  category VARCHAR,
  ranking BIGINT,
  product_id VARCHAR,
  total DOUBLE,
  PRIMARY KEY (category, ranking)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://your-rds.mysql.rds.aliyuncs.com:3306/your_db',
  tableName = 'best_sellers',
  userName = '\${userName}',
  password = '\${password}'
);

CREATE VIEW product_totals AS
SELECT category, product_id, SUM(amount) AS total
FROM sales
GROUP BY category, product_id;

-- en: The filter on the rank has to stand in the outer query: the planner knows TopN by it.
-- zh: 对名次的过滤必须写在外层查询，优化器据此识别 TopN。
INSERT INTO best_sellers
SELECT category, ranking, product_id, total
FROM (
  SELECT
    category,
    product_id,
    total,
    ROW_NUMBER() OVER (PARTITION BY category ORDER BY total DESC) AS ranking
  FROM product_totals
) AS ranked
WHERE ranking <= 10;
`;
