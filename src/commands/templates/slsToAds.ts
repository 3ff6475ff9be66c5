/** Counts access log lines of the log service by page and minute into AnalyticDB. */
export const slsToAds = `
-- en: Log store of the log service. __timestamp__ is a column of the message header.
-- zh: 日志服务的 Logstore，__timestamp__ 来自消息头。
CREATE TABLE access_log (
  page VARCHAR,
  status VARCHAR,
  __timestamp__ BIGINT HEADER,
  ts AS TO_TIMESTAMP(__timestamp__ * 1000),
  WATERMARK wk FOR ts AS WITHOFFSET(ts, 5000)
) WITH (
  type = 'sls',
  endPoint = 'http://cn-hangzhou-intranet.log.aliyuncs.com',
  project = 'your-project',
  logStore = 'access-log',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}',
  consumerGroup = 'blink'
);

CREATE TABLE page_views (
  page VARCHAR,
  window_start TIMESTAMP,
  views BIGINT,
  errors BIGINT,
  PRIMARY KEY (page, window_start)
) WITH (
  type = 'ads',
  url = 'jdbc:mysql://your-ads.cn-hangzhou.ads.aliyuncs.com:10001/your_db',
  tableName = 'page_views',
  username = '\${userName}',
  password = '\${password}'
);

-- en: One row for each page and minute, written when the watermark passes the minute.
-- zh: 每个页面每分钟一行，水位线越过该分钟时输出。
INSERT INTO page_views
SELECT
  page,
  TUMBLE_START(ts, INTERVAL '1' MINUTE),
  COUNT(*),
  SUM(CASE WHEN status LIKE '5%' THEN 1 ELSE 0 END)
FROM access_log
GROUP BY page, TUMBLE(ts, INTERVAL '1' MINUTE);
`;
