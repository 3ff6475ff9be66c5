/** Finds a sequence of events: complex event processing. */
export const patternMatch = `
CREATE TABLE logins (
  user_id VARCHAR,
  outcome VARCHAR,
  city VARCHAR,
  login_time TIMESTAMP,
  WATERMARK wk FOR login_time AS WITHOFFSET(login_time, 2000)
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyun-inc.com',
  project = 'your_project',
  topic = 'logins',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE suspicious_logins (
  user_id VARCHAR,
  first_failure TIMESTAMP,
  success TIMESTAMP,
  city VARCHAR
) WITH (
  type = 'print'
);

-- en: Three or more failed logins of a user, then a successful one, within ten minutes.
-- zh: 同一用户 10 分钟内连续失败三次以上，之后登录成功。
INSERT INTO suspicious_logins
SELECT user_id, first_failure, success, city
FROM logins
MATCH_RECOGNIZE (
  PARTITION BY user_id
  ORDER BY login_time
  MEASURES
    FIRST(failed.login_time) AS first_failure,
    passed.login_time AS success,
    passed.city AS city
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (failed{3,} passed) WITHIN INTERVAL '10' MINUTE
  DEFINE
    failed AS failed.outcome = 'failed',
    passed AS passed.outcome = 'ok'
) AS matched;
`;
