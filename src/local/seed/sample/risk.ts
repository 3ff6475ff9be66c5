import { STREAM_PROPERTIES, type SampleJob } from './sampleJob.ts';

const LOGIN_PATTERN = `-- 撞库识别：十分钟内连续三次以上登录失败，紧接着登录成功
CREATE FUNCTION parse_login AS 'com.example.retail.ParseLogin';

CREATE TABLE login_raw (
  messageKey  VARBINARY,
  \`message\`   VARBINARY,
  topic       VARCHAR,
  \`partition\` INT,
  \`offset\`    BIGINT
) WITH (
  type = 'kafka011',
  topic = 'login_event',
  \`group.id\` = 'blink_login_risk',
  bootstrap.servers = 'kafka-1:9092,kafka-2:9092',
  startupMode = 'LATEST'
);

CREATE TABLE login_events (
  account_id VARCHAR,
  outcome    VARCHAR,
  ip         VARCHAR,
  event_time BIGINT,
  ts AS TO_TIMESTAMP(event_time),
  WATERMARK FOR ts AS withOffset(ts, 2000)
) WITH (
  type = 'datahub',
  endPoint = 'http://dh-cn-hangzhou.aliyuncs.com',
  project = 'risk',
  topic = 'login_event',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE login_log (
  account_id VARCHAR,
  outcome    VARCHAR,
  ip         VARCHAR
) WITH (
  type = 'print',
  ignoreWrite = 'false'
);

CREATE TABLE login_alert (
  account_id  VARCHAR,
  first_fail  TIMESTAMP,
  success_at  TIMESTAMP,
  fails       BIGINT,
  PRIMARY KEY (account_id, first_fail)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://rm-risk.mysql.rds.aliyuncs.com:3306/risk',
  tableName = 'login_alert',
  userName = 'risk',
  password = '\${password}'
);

INSERT INTO login_log
SELECT t.account_id, t.outcome, t.ip
FROM login_raw, LATERAL TABLE(parse_login(\`message\`)) AS t (account_id, outcome, ip);

INSERT INTO login_alert
SELECT account_id, first_fail, success_at, fails
FROM login_events
MATCH_RECOGNIZE (
  PARTITION BY account_id
  ORDER BY ts
  MEASURES
    FIRST(F.ts) AS first_fail,
    S.ts AS success_at,
    COUNT(F.ip) AS fails
  ONE ROW PER MATCH
  AFTER MATCH SKIP PAST LAST ROW
  PATTERN (F{3,} S) WITHIN INTERVAL '10' MINUTE
  DEFINE
    F AS F.outcome = 'FAILURE',
    S AS S.outcome = 'SUCCESS'
);
`;

const DEVICE_CODE = `-- 设备指纹评分（DataStream）
blink.main.class=com.example.retail.risk.DeviceScoreJob
blink.main.jar=device-score-1.4.2.jar
blink.job.name=risk_device_score
`;

const RECONCILE = `-- 离线核对：前一日订单金额与账务金额逐店铺比对
CREATE TABLE orders_day (
  shop_id BIGINT,
  amount  DECIMAL(18, 2)
) WITH (
  type = 'odps',
  endPoint = 'http://service.cn.maxcompute.aliyun-inc.com/api',
  project = 'retail_dw',
  tableName = 'dwd_orders',
  \`partition\` = 'ds=20260101',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE shop_total (
  shop_id BIGINT,
  amount  DECIMAL(18, 2),
  PRIMARY KEY (shop_id)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://rm-risk.mysql.rds.aliyuncs.com:3306/risk',
  tableName = 'shop_total',
  userName = 'risk',
  password = '\${password}'
);

INSERT INTO shop_total
SELECT shop_id, SUM(amount)
FROM orders_day
GROUP BY shop_id;
`;

const HELLO = `-- 随机数据打印到日志：最小的可运行作业，适合第一次尝试
CREATE TABLE random_source (
  id   INT,
  name VARCHAR
) WITH (
  type = 'random',
  \`interval\` = '500'
);

CREATE TABLE print_sink (
  id   INT,
  name VARCHAR
) WITH (
  type = 'print'
);

INSERT INTO print_sink
SELECT id, name FROM random_source;
`;

export const RISK_JOBS: readonly SampleJob[] = [
  {
    name: 'risk_login_pattern',
    folder: '/风控',
    type: 'FLINK_STREAM',
    api: 'SQL',
    description: '撞库识别（CEP）',
    code: LOGIN_PATTERN,
    properties: STREAM_PROPERTIES,
    packages: 'login-udf-1.0.3.jar',
    story: { kind: 'running', startedAgo: 3 * 24 * 60 },
  },
  {
    name: 'risk_device_score',
    folder: '/风控',
    type: 'FLINK_STREAM',
    api: 'DATASTREAM',
    description: '设备指纹评分（DataStream）',
    code: DEVICE_CODE,
    properties: 'blink.checkpoint.interval.ms=30000\nstate.backend.type=niagara\n',
    packages: 'device-score-1.4.2.jar',
    story: { kind: 'stopped', startedAgo: 400, endedAgo: 30 },
  },
  {
    name: 'risk_daily_reconcile',
    folder: '/风控/离线核对',
    type: 'FLINK_BATCH',
    api: 'SQL',
    description: '日终金额核对（批）',
    code: RECONCILE,
    properties: '',
    story: { kind: 'running', startedAgo: 6 * 60 },
  },
  {
    name: 'hello_print',
    folder: '/',
    type: 'FLINK_STREAM',
    api: 'SQL',
    description: '从这里开始',
    code: HELLO,
    properties: 'blink.checkpoint.interval.ms=60000\n',
    story: { kind: 'draft' },
  },
];
