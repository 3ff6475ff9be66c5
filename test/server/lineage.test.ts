import { expect, it } from 'vitest';
import { LINEAGE } from '../../src/server/protocol.ts';
import type { LineageResult } from '../../src/server/protocol.ts';
import { uri, useJob } from './job.ts';
import { textIn } from './places.ts';
import { SCRIPT } from './script.ts';

const job = useJob();

it('tells where the columns of an INSERT come from', async () => {
  const { version, inserts } = await job.server.connection.sendRequest<LineageResult>(LINEAGE, { uri });
  expect(version).toBe(1);
  expect(inserts.map(({ sink }) => sink)).toEqual(['totals']);
  expect(inserts[0]!.columns.map(({ column, kind, sources }) => [column, kind, sources[0]!.column])).toEqual([
    ['id', 'direct', 'id'],
    ['total', 'aggregate', 'price'],
  ]);
  expect(textIn(SCRIPT, inserts[0]!.columns[1]!.sources[0]!.declared!)).toBe('price');
  expect(await job.server.connection.sendRequest(LINEAGE, { uri: 'untitled:other' })).toEqual({
    version: null,
    inserts: [],
  });
});

it('tells what a condition reads, and what nobody knows of', async () => {
  const text = `CREATE TABLE s (a INT) WITH (type = 'random');
CREATE TABLE o (a INT, b INT) WITH (type = 'print');
CREATE VIEW v AS SELECT a FROM s;
INSERT INTO o SELECT y, 1 FROM lost l JOIN v ON v.a = l.x JOIN gone ON TRUE;
`;
  const other = 'untitled:unknown.sql';
  await job.server.open(other, text);
  const { inserts } = await job.server.connection.sendRequest<LineageResult>(LINEAGE, { uri: other });
  const [insert] = inserts;
  expect(insert!.columns.map(({ kind }) => kind)).toEqual(['unknown', 'constant']);
  expect(insert).toMatchObject({ incomplete: true, undeclared: ['lost', 'gone'] });
  expect(insert!.tables!.map(({ name, role, named }) => [name, role, named && textIn(text, named)])).toEqual([
    ['o', 'sink', undefined],
    ['lost', 'source', 'lost'],
    ['gone', 'source', 'gone'],
    ['s', 'source', undefined],
  ]);
  const [join] = insert!.influences;
  expect(join).toMatchObject({
    sources: [
      { table: 's', column: 'a' },
      { table: 'lost', column: 'x' },
    ],
    through: [
      { table: 'v', column: 'a' },
      { table: 'lost', column: 'x' },
    ],
  });
  expect(textIn(text, join!.through![1]!.named!)).toBe('x');
  expect(textIn(text, join!.through![0]!.declared!)).toBe('a');
  await job.server.close(other);
});
