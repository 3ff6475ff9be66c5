/** A small job with everything the features have something to say about. */
export const SCRIPT = `CREATE FUNCTION parse AS 'com.example.Parse';
CREATE TABLE orders (
  id BIGINT,
  price DOUBLE,
  ts TIMESTAMP,
  twice AS price * 2,
  WATERMARK wm FOR ts AS withOffset(ts, 1000)
) WITH (
  type = 'random',
  topic = '\${topic}'
);
CREATE TABLE totals (id BIGINT, total DOUBLE) WITH (type = 'print');
CREATE VIEW sums AS SELECT id, SUM(price) AS total FROM orders GROUP BY id;
INSERT INTO totals SELECT id, total FROM sums;
`;
