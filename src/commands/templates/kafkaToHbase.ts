/** Keeps the newest state of each device from Kafka in HBase. */
export const kafkaToHbase = `
CREATE TABLE device_events (
  messageKey VARBINARY,
  \`message\` VARBINARY,
  topic VARCHAR,
  \`partition\` INT,
  \`offset\` BIGINT
) WITH (
  type = 'kafka011',
  topic = 'device_events',
  \`group.id\` = 'blink_device_state',
  bootstrap.servers = 'host1:9092,host2:9092'
);

-- en: The primary key becomes the row key, the other columns go into the column family.
-- zh: 主键作为 rowkey，其余列写入列族。
CREATE TABLE device_state (
  device_id VARCHAR,
  temperature VARCHAR,
  reported_at VARCHAR,
  PRIMARY KEY (device_id)
) WITH (
  type = 'cloudhbase',
  zkQuorum = 'zk1,zk2,zk3',
  columnFamily = 'f',
  tableName = 'device_state'
);

CREATE VIEW parsed AS
SELECT
  JSON_VALUE(CAST(\`message\` AS VARCHAR), '$.deviceId') AS device_id,
  JSON_VALUE(CAST(\`message\` AS VARCHAR), '$.temperature') AS temperature,
  JSON_VALUE(CAST(\`message\` AS VARCHAR), '$.time') AS reported_at
FROM device_events;

-- en: Rows without a key cannot be written.
-- zh: 没有主键的行无法写入。
INSERT INTO device_state
SELECT device_id, temperature, reported_at
FROM parsed
WHERE device_id IS NOT NULL;
`;
