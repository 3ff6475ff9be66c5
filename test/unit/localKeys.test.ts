/** Two windows, or two browsers on one workbench, start the local service for the very first time at once. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { startLocalProcess, type LocalProcess } from '../../src/connections/local/process.ts';
import { openSession, openTransport } from '../../src/connections/session.ts';
import { bundleService, temporaryFolder } from '../../src/local/testing/process.ts';

const folder = temporaryFolder();
const http = openTransport({});
let entry: string;
let children: readonly LocalProcess[] = [];

beforeAll(async () => {
  entry = await bundleService(folder.path);
});
afterAll(async () => {
  await http.close();
  await Promise.all(children.map(child => child.stop()));
  folder.remove();
});

it('gives both the same keys, with which both can work', async () => {
  // What an earlier version left in the secret storage of each browser.
  const former = ['one', 'two'].map(name => ({
    accessKeyId: `LOCAL${name}`,
    accessKeySecret: `secret-${name}`,
  }));
  const said: string[] = [];
  const options = { entry, dataDir: `${folder.path}/data`, onLine: (line: string) => said.push(line) };
  children = await Promise.all(former.map(firstKeys => startLocalProcess({ ...options, firstKeys })));
  const [one, two] = children.map(({ address }) => address());
  expect(one).toEqual(two);
  for (const { url, regionId, ...keys } of children.map(({ address }) => address())) {
    const service = openSession({ regionId, endpoint: url, keys }, http, () => undefined);
    expect((await service.listProjects()).map(({ name }) => name)).toContain('retail_demo');
  }
  expect(said.join('\n')).not.toMatch(/secret-/);
});
