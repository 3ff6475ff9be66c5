import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { OPERATION_NAMES, operation } from '../../services/foas/operations.ts';
import { isParamList, pathNames } from '../../services/foas/operations/table.ts';
import { isImplemented } from '../lifecycle/operations.ts';
import { openService, type LocalService } from '../service.ts';
import { fetchText } from '../testing/client.ts';

let service: LocalService;
let url: string;
const failures: unknown[] = [];
beforeAll(async () => {
  service = await openService({
    file: ':memory:',
    seed: 'sample',
    onInternalError: (error, name) => failures.push(`${name}: ${String(error)}`),
  });
  url = await service.listen(0);
});
afterAll(() => service.close());

/** Values that are right somewhere, values that are right nowhere, and noise. */
const text = fc.oneof(
  fc.constantFrom(
    'retail_demo',
    'order_gmv_minute',
    'risk_daily_reconcile',
    'click_path_draft',
    'FLINK_STREAM',
    'SQL',
    '/订单',
    '/',
    '-1',
    '0',
    '1268601',
    '9223372036854775808',
    '1e309',
    'true',
    'RUNNING',
    'PAUSED',
    'JAR',
    '',
    '{}',
    '[]',
    'null',
    '{"start":1,"end":2,"queries":[null]}',
    '{"autoscale.enable":true}',
    "'; DROP TABLE job; --",
    '../..',
    '\0',
    '\ud800',
    'x'.repeat(2_000),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
);
const value = fc.oneof({ weight: 4, arbitrary: text }, fc.jsonValue(), fc.integer(), fc.double());

function encode(part: string): string {
  return encodeURIComponent(Buffer.from(part).toString());
}

const NAMES = OPERATION_NAMES.filter(isImplemented);

it('never fails inside, whatever is sent to any operation', async () => {
  const request = fc.constantFrom(...NAMES).chain(name => {
    const { path, query, body, method } = operation(name);
    const queryNames = [...Object.keys(query ?? {}), 'Format'];
    const bodyNames = Object.entries(body ?? {}).flatMap(([key, param]) =>
      isParamList(param) ? [key, `${key}.1.plan`, `${key}.1.policy`] : [key],
    );
    return fc.record({
      name: fc.constant(name),
      method: fc.constant(method),
      template: fc.constant(path),
      path: fc.record(Object.fromEntries(pathNames(path).map(key => [key, text]))),
      query: fc.dictionary(fc.constantFrom(...queryNames), text),
      body: fc.oneof(
        {
          weight: 5,
          arbitrary: fc.dictionary(fc.constantFrom('x', ...bodyNames), value).map(it => JSON.stringify(it)),
        },
        fc.string(),
      ),
      type: fc.constantFrom('application/json', 'application/x-www-form-urlencoded', 'text/plain'),
      accept: fc.constantFrom('application/json', '*/*'),
    });
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ method, template, path, query, body, type, accept }) => {
      const at = template.replaceAll(/\{(\w+)\}/g, (_, key: string) => encode(String(path[key])));
      const pairs = Object.entries(query).map(([key, item]) => `${key}=${encode(item)}`);
      const { status, text: answer } = await fetchText(`${url}${at}?${pairs.join('&')}`, {
        method,
        headers: { 'content-type': type, accept },
        ...(method === 'GET' ? {} : { body }),
      });
      expect(failures).toEqual([]);
      expect(status).toBeLessThan(500);
      expect(answer).toMatch(/RequestId/);
    }),
    { numRuns: 900 },
  );
}, 120_000);

it('never fails inside, whatever the address is', async () => {
  const piece = fc.constantFrom(
    'api',
    'v2',
    'projects',
    'retail_demo',
    'jobs',
    '%',
    '%zz',
    '%00',
    '%E4%B8',
    '',
    '..',
    '?',
    '&&=',
    '%2F',
    '中',
  );
  await fc.assert(
    fc.asyncProperty(
      fc.array(piece, { maxLength: 8 }),
      fc.constantFrom('GET', 'POST', 'PATCH', 'DELETE'),
      async (pieces, method) => {
        const { status } = await fetchText(`${url}/${pieces.join('/')}`, { method });
        expect(failures).toEqual([]);
        expect(status).toBeLessThan(500);
      },
    ),
    { numRuns: 200 },
  );
});
