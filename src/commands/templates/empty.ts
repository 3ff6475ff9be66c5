/** The frame of every job: a source, a sink, and what goes from one to the other. */
export const empty = `
-- en: A source: where the rows come from. random makes them up, for a first try.
-- zh: 源表：数据从哪里来。random 随机生成数据，适合先试一试。
CREATE TABLE source_table (
  id BIGINT,
  name VARCHAR
) WITH (
  type = 'random'
);

-- en: A sink: where the result goes. print writes it into the log of the task managers.
-- zh: 结果表：结果写到哪里去。print 把结果写进 TaskManager 的日志。
CREATE TABLE result_table (
  id BIGINT,
  name VARCHAR
) WITH (
  type = 'print'
);

INSERT INTO result_table
SELECT id, name
FROM source_table;
`;
