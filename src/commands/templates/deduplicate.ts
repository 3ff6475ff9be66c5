/** Keeps the first row of each key. */
export const deduplicate = `
-- en: Processing time decides which row is the first. It is a computed column of the source.
-- zh: 用处理时间判断先后，它是源表上的计算列。
CREATE TABLE clicks (
  click_id VARCHAR,
  user_id VARCHAR,
  url VARCHAR,
  seen_at AS PROCTIME()
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyun-inc.com',
  project = 'your_project',
  topic = 'clicks',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE unique_clicks (
  click_id VARCHAR,
  user_id VARCHAR,
  url VARCHAR,
  PRIMARY KEY (click_id)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://your-rds.mysql.rds.aliyuncs.com:3306/your_db',
  tableName = 'unique_clicks',
  userName = '\${userName}',
  password = '\${password}'
);

-- en: ASC keeps the first row of each click_id, DESC the last.
-- zh: ASC 保留每个 click_id 的第一行，DESC 保留最后一行。
INSERT INTO unique_clicks
SELECT click_id, user_id, url
FROM (
  SELECT
    click_id,
    user_id,
    url,
    ROW_NUMBER() OVER (PARTITION BY click_id ORDER BY seen_at ASC) AS row_num
  FROM clicks
) AS numbered
WHERE row_num = 1;
`;
