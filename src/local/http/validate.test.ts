import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openService, type LocalService } from '../service.ts';
import { callOperation } from '../testing/client.ts';

/** The conformance set of the dialect, which lies beside the project. */
const FILE = join(import.meta.dirname, '../../../../shared/language/conformance/dev.jsonl');
const CASES = 200;
/** Refusals of what is well written: a job has to write somewhere, and into a table that it declares. */
const JOB_RULE = /SQL-\d{8}|Undefined target table/;

interface Case {
  readonly id: string;
  readonly sql: string;
  readonly accept: boolean;
  readonly errors: readonly { readonly line: number | null; readonly message?: string }[];
}

const all = readFileSync(FILE, 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => JSON.parse(line) as Case);
const sample = all.filter((_, index) => index % Math.floor(all.length / CASES) === 0).slice(0, CASES);

let service: LocalService;
let url: string;
beforeAll(async () => {
  service = await openService({ file: ':memory:' });
  url = await service.listen(0);
  await callOperation(url, 'CreateProject', { name: 'p', deployType: 'PUBLIC' });
});
afterAll(() => service.close());

it(`judges ${CASES} cases of the conformance set as the parser oracle does, through HTTP`, async () => {
  const wrong: unknown[] = [];
  for (const { id, sql, accept } of sample) {
    const job = { projectName: 'p', jobName: id };
    await callOperation(url, 'CreateJob', { ...job, jobType: 'FLINK_STREAM', apiType: 'SQL', code: sql });
    const { status, json } = await callOperation(url, 'ValidateJob', job);
    const { Code, Message } = json() as { Code?: string; Message?: string };
    if (status === 200 ? !accept : Code !== 'JobValidateFailed') wrong.push([id, status, Code]);
    if (accept && status !== 200 && !JOB_RULE.test(Message ?? '')) wrong.push([id, Message]);
  }
  expect(wrong).toEqual([]);
}, 60_000);
