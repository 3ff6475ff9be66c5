import { STREAM_PROPERTIES, type SampleJob } from './sampleJob.ts';

const LATEST_VIEW = `-- 页面浏览去重：同一用户同一页面只保留最新一条
CREATE TABLE page_views (
  user_id   VARCHAR,
  page      VARCHAR,
  referer   VARCHAR,
  view_time BIGINT,
  __source__ VARCHAR HEADER,
  ts AS TO_TIMESTAMP(view_time),
  WATERMARK FOR ts AS withOffset(ts, 3000)
) WITH (
  type = 'sls',
  endPoint = 'http://cn-hangzhou-intranet.log.aliyuncs.com',
  project = 'retail-log',
  logStore = 'page_view',
  consumerGroup = 'blink_page_view',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE latest_view (
  row_key   VARCHAR,
  page      VARCHAR,
  referer   VARCHAR,
  view_time BIGINT,
  PRIMARY KEY (row_key)
) WITH (
  type = 'cloudhbase',
  zkQuorum = 'hb-proxy-1:2181,hb-proxy-2:2181',
  tableName = 'latest_view',
  columnFamily = 'cf'
);

INSERT INTO latest_view
SELECT CONCAT(user_id, '_', page), page, referer, view_time
FROM (
  SELECT
    user_id,
    page,
    referer,
    view_time,
    ROW_NUMBER() OVER (PARTITION BY user_id, page ORDER BY ts DESC) AS row_no
  FROM page_views
) deduplicated
WHERE row_no = 1;
`;

const ACTIVE_USERS = `-- 近一小时活跃用户，每五分钟滑动一次；窗口结束前每 30 秒先输出一次结果
CREATE TABLE page_views (
  user_id   VARCHAR,
  platform  VARCHAR,
  view_time BIGINT,
  ts AS TO_TIMESTAMP(view_time),
  WATERMARK FOR ts AS withOffset(ts, 3000)
) WITH (
  type = 'sls',
  endPoint = 'http://cn-hangzhou-intranet.log.aliyuncs.com',
  project = 'retail-log',
  logStore = 'page_view',
  consumerGroup = 'blink_active_user',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE active_users (
  window_end TIMESTAMP,
  platform   VARCHAR,
  users      BIGINT,
  views      BIGINT,
  PRIMARY KEY (window_end, platform)
) WITH (
  type = 'rds',
  url = 'jdbc:mysql://rm-retail.mysql.rds.aliyuncs.com:3306/screen',
  tableName = 'active_users',
  userName = 'screen',
  password = '\${password}'
);

INSERT INTO active_users
SELECT
  HOP_END(ts, INTERVAL '5' MINUTE, INTERVAL '1' HOUR),
  platform,
  COUNT(DISTINCT user_id),
  COUNT(*)
FROM page_views
GROUP BY HOP(ts, INTERVAL '5' MINUTE, INTERVAL '1' HOUR), platform
EMIT WITH DELAY '30' SECOND BEFORE WATERMARK;
`;

/** The missing comma after the second column is there to be found. */
const CLICK_PATH = `-- 草稿：这段代码里有一处语法错误，保存后会标在代码上
CREATE TABLE clicks (
  user_id  VARCHAR,
  position_id BIGINT
  click_time BIGINT
) WITH (
  type = 'sls',
  endPoint = 'http://cn-hangzhou-intranet.log.aliyuncs.com',
  project = 'retail-log',
  logStore = 'click',
  accessId = '\${accessId}',
  accessKey = '\${accessKey}'
);

CREATE TABLE result_log (
  position_id BIGINT,
  clicks      BIGINT
) WITH (
  type = 'print'
);

INSERT INTO result_log
SELECT position_id, COUNT(*)
FROM clicks
GROUP BY position_id;
`;

export const BEHAVIOUR_JOBS: readonly SampleJob[] = [
  {
    name: 'page_view_latest',
    folder: '/用户行为',
    type: 'FLINK_STREAM',
    api: 'SQL',
    description: '页面浏览去重',
    code: LATEST_VIEW,
    properties: STREAM_PROPERTIES,
    story: { kind: 'paused', startedAgo: 180, endedAgo: 40 },
  },
  {
    name: 'user_active_hour',
    folder: '/用户行为',
    type: 'FLINK_STREAM',
    api: 'SQL',
    description: '近一小时活跃用户',
    code: ACTIVE_USERS,
    properties: STREAM_PROPERTIES,
    story: { kind: 'running', startedAgo: 5 * 60 },
  },
  {
    name: 'click_path_draft',
    folder: '/用户行为/草稿',
    type: 'FLINK_STREAM',
    api: 'SQL',
    description: '有语法错误的草稿',
    code: CLICK_PATH,
    properties: '',
    story: { kind: 'draft' },
  },
];
