/** Takes JSON messages of Kafka apart and prints them: to look at what comes in. */
export const kafkaToPrint = `
-- en: A Kafka table always has these five columns, the message as bytes.
-- zh: Kafka 源表固定为这五列，消息体是字节。
CREATE TABLE messages (
  messageKey VARBINARY,
  \`message\` VARBINARY,
  topic VARCHAR,
  \`partition\` INT,
  \`offset\` BIGINT
) WITH (
  type = 'kafka011',
  topic = 'your_topic',
  \`group.id\` = 'blink_reader',
  bootstrap.servers = 'host1:9092,host2:9092',
  startupMode = 'GROUP_OFFSETS'
);

CREATE TABLE seen (
  user_id VARCHAR,
  action VARCHAR,
  from_partition INT,
  from_offset BIGINT
) WITH (
  type = 'print'
);

-- en: Bytes to text, then the members of the JSON object.
-- zh: 先把字节转成文本，再取 JSON 的字段。
CREATE VIEW texts AS
SELECT CAST(\`message\` AS VARCHAR) AS body, \`partition\`, \`offset\`
FROM messages;

INSERT INTO seen
SELECT
  JSON_VALUE(body, '$.userId'),
  JSON_VALUE(body, '$.action'),
  \`partition\`,
  \`offset\`
FROM texts;
`;
