import { beforeAll, describe, expect, it } from 'vitest';
import { nameText, typeText } from './tree/base.ts';
import { tablesRead } from './tree/reads.ts';
import type { AnyNode } from './tree/walk.ts';
import type { StatementNode } from './tree/statements.ts';
import { LineMap } from './positions.ts';
import { conformanceCases } from '../../../test/language/material.ts';
import type { ConformanceCase as Case } from '../../../test/language/material.ts';
import { parseScript } from './script.ts';
import type { Script } from './script.ts';

interface Figures {
  cases: number;
  verdict: number;
  bothReject: number;
  line: number;
  place: number;
  blamed: number;
}

/** Index of the token that holds the offset, or of the first behind it. */
function tokenAt(ends: readonly number[], offset: number): number {
  const index = ends.findIndex(end => offset < end);
  return index < 0 ? ends.length - 1 : index;
}

function measure(cases: readonly Case[]): Figures {
  const figures: Figures = { cases: 0, verdict: 0, bothReject: 0, line: 0, place: 0, blamed: 0 };
  for (const item of cases) {
    figures.cases++;
    const script = parseScript(item.sql);
    const bad = script.statements.find(({ statement }) => statement.problems.length > 0);
    if ((bad === undefined) !== item.accept) continue;
    figures.verdict++;
    const [error] = item.errors;
    if (bad === undefined || error?.line == null || error.column === null) continue;
    const [problem] = bad.statement.problems;
    if (problem === undefined) continue;
    figures.bothReject++;
    const lines = new LineMap(item.sql);
    const theirs = lines.offset({ line: error.line, column: error.absColumn ?? error.column });
    if (lines.position(bad.offset + problem.start).line === error.line) figures.line++;
    const { ends } = bad.statement.tokens;
    const distance = tokenAt(ends, problem.start) - tokenAt(ends, theirs - bad.offset);
    if (distance === 0 || distance === 1) figures.place++;
    if (bad.offset + problem.service.start === theirs) figures.blamed++;
  }
  return figures;
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(2)} %`;
}

function describeFigures(name: string, f: Figures): string {
  return (
    `${name}: ${f.cases} cases, verdict ${percent(f.verdict, f.cases)}, ` +
    `line ${percent(f.line, f.bothReject)}, place ${percent(f.place, f.bothReject)}, ` +
    `blamed token ${percent(f.blamed, f.bothReject)} of ${f.bothReject}`
  );
}

/** A statement in the form of the set's `tree` items. */
function summary(node: StatementNode): Record<string, unknown> {
  const reads = (root: AnyNode): string[] =>
    [...new Set(tablesRead(root).map(read => nameText(read.name)))].sort();
  switch (node.kind) {
    case 'createTable': {
      const columns = node.columns.flatMap(column => (column.kind === 'column' ? [column] : []));
      const mark = node.watermarks.at(-1);
      return {
        stmt: 'CREATE_TABLE',
        table: nameText(node.name),
        columns: columns.map(
          c => `${c.name.name} ${typeText(c.type)} ${c.notNull} ${c.header} ${c.comment?.value ?? ''}`,
        ),
        computed: node.columns.flatMap(c => (c.kind === 'computedColumn' ? [c.name.name] : [])),
        watermark: mark === undefined ? '' : `${mark.name?.name ?? ''} ${mark.column.name}`,
        primaryKey: node.primaryKeys.at(-1)?.columns.map(c => c.name) ?? [],
        unique: node.uniqueKeys.map(key => key.columns.map(c => c.name)),
        index: node.indexes.map(key => `${key.unique} ${key.columns.map(c => c.name).join()}`),
        partitionedBy: node.partitionedBy.map(c => c.name),
        properties: Object.fromEntries(
          node.properties?.items.map(item => [nameText(item.key).toLowerCase(), item.value.value]) ?? [],
        ),
        role: node.period === undefined ? null : 'dim',
      };
    }
    case 'insert':
      return {
        stmt: node.upsert ? 'UPSERT' : 'INSERT',
        target: nameText(node.target),
        reads: reads(node.query),
      };
    case 'createView':
      return {
        stmt: 'CREATE_VIEW',
        view: nameText(node.name),
        fields: node.columns.map(c => c.name),
        reads: reads(node.query),
      };
    case 'createFunction':
      return { stmt: 'CREATE_FUNCTION', function: nameText(node.name), class: node.className.value };
    case 'queryStatement':
      return { stmt: 'QUERY', reads: reads(node.query) };
    case 'otherStatement':
      return {};
  }
}

interface TreeColumn {
  name: string;
  type: string;
  notNull?: boolean;
  header?: boolean;
  comment?: string;
}

/** The set's own item, brought to the same form. */
function expectedSummary(item: Record<string, unknown>): Record<string, unknown> {
  const pick = (...keys: string[]): Record<string, unknown> =>
    Object.fromEntries(keys.map(key => [key, item[key]]));
  switch (item['stmt']) {
    case 'CREATE_TABLE': {
      const columns = (item['columns'] ?? []) as TreeColumn[];
      const mark = item['watermark'] as { name?: string; column: string } | undefined;
      const index = (item['index'] ?? []) as { unique: boolean; columns: string[] }[];
      return {
        ...pick('stmt', 'table'),
        columns: columns.map(
          c => `${c.name} ${c.type} ${c.notNull ?? false} ${c.header ?? false} ${c.comment ?? ''}`,
        ),
        computed: item['computed'] ?? [],
        watermark: mark === undefined ? '' : `${mark.name ?? ''} ${mark.column}`,
        primaryKey: item['primaryKey'] ?? [],
        unique: item['unique'] ?? [],
        index: index.map(key => `${key.unique} ${key.columns.join()}`),
        partitionedBy: item['partitionedBy'] ?? [],
        properties: item['properties'] ?? {},
        role: item['role'] ?? null,
      };
    }
    case 'INSERT':
    case 'UPSERT':
      return pick('stmt', 'target', 'reads');
    case 'CREATE_VIEW':
      return { ...pick('stmt', 'view', 'reads'), fields: item['fields'] ?? [] };
    case 'CREATE_FUNCTION':
      return pick('stmt', 'function', 'class');
    case 'QUERY':
      return pick('stmt', 'reads');
    default:
      return {};
  }
}

describe('conformance to the service’s parser', () => {
  let all: Case[] = [];
  let strict: Case[] = [];
  beforeAll(() => {
    all = conformanceCases();
    strict = all.filter(item => !item.features.includes('inferred'));
  });

  it('splits every script as the service does', () => {
    const wrong = all.filter(item => parseScript(item.sql).statements.length !== item.statements);
    expect(wrong.map(item => item.id)).toEqual([]);
  });

  it.each([
    ['even groups', (item: Case) => item.group % 2 === 0],
    ['odd groups', (item: Case) => item.group % 2 === 1],
  ])('agrees on the verdict, the line and the place (%s)', (name, isMember) => {
    const figures = measure(strict.filter(isMember));
    console.log(describeFigures(name, figures));
    expect(figures.verdict / figures.cases).toBeGreaterThanOrEqual(0.995);
    expect(figures.line / figures.bothReject).toBeGreaterThanOrEqual(0.97);
    expect(figures.place / figures.bothReject).toBeGreaterThanOrEqual(0.95);
    expect(figures.blamed / figures.bothReject).toBeGreaterThanOrEqual(0.95);
  });

  // Job parameters are names and values here; columns of type ARRAY and MAP are allowed, as the manual shows them.
  it('agrees where the grammar is inferred, but for what is allowed on purpose', () => {
    const figures = measure(
      all.filter(
        item =>
          item.features.includes('inferred') &&
          !item.features.includes('inferred:placeholder') &&
          !item.features.includes('inferred:collection-type'),
      ),
    );
    console.log(describeFigures('inferred', figures));
    expect(figures.verdict / figures.cases).toBeGreaterThanOrEqual(0.97);
  });

  it('reads the same tables, columns, keys, properties and targets', () => {
    const wrong: string[] = [];
    let compared = 0;
    for (const item of all) {
      const script: Script = parseScript(item.sql);
      if (!item.accept || script.statements.some(({ statement }) => statement.problems.length > 0)) continue;
      for (const theirs of item.tree ?? []) {
        const node = script.statements[theirs['statement'] as number]?.statement.node;
        if (node === undefined) continue;
        compared++;
        const ours = JSON.stringify(sorted(summary(node)));
        const expected = expectedSummary(theirs);
        if (Object.keys(expected).length > 0 && ours !== JSON.stringify(sorted(expected)))
          wrong.push(`${item.id}: ${ours} instead of ${JSON.stringify(sorted(expected))}`);
      }
    }
    console.log(`tree: ${compared} statements compared, ${wrong.length} differ`);
    expect(wrong.slice(0, Math.max(0, wrong.length - Math.floor(compared * 0.003)))).toEqual([]);
  });
});

function sorted(value: Record<string, unknown>): [string, unknown][] {
  return Object.entries(value)
    .map(([key, item]): [string, unknown] => [
      key,
      key === 'properties' ? Object.entries(item as object).sort(([a], [b]) => (a < b ? -1 : 1)) : item,
    ])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}
