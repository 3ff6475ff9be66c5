import { describe, expect, it } from 'vitest';
import type { FolderPath } from '../../model.ts';
import { BASE, bodyOf, I, J, P, queryOf, startService } from '../../testing/canned.ts';
import { failureOf } from '../../testing/foas.ts';
import type { Received } from '../../testing/servers.ts';

describe('folders, packages, projects, queues', () => {
  it('read all pages, each thing once', async () => {
    const names = Array.from({ length: 350 }, (_, index) => `p${index}`);
    const { service, server } = await startService({
      'GET /api/v2/projects': (request: Received) => {
        const index = Number(queryOf(request)['pageIndex']);
        const rows = names.slice((index - 1) * 100, index * 100);
        // The last of a page is also the first of the next: something was created meanwhile.
        const shifted = index > 1 ? [names[(index - 1) * 100 - 1], ...rows] : rows;
        return {
          PageIndex: index,
          PageSize: 100,
          TotalPage: 4,
          TotalCount: 350,
          Projects: { Project: shifted.map(Name => ({ Name })) },
        };
      },
    });
    expect((await service.listProjects()).map(project => project.name)).toEqual(names);
    expect(server.received).toHaveLength(4);
  });

  it('read further without totals until a page is not full', async () => {
    const { service, server } = await startService({
      [`GET ${BASE}/packages`]: (request: Received) => {
        const index = Number(queryOf(request)['pageIndex']);
        const count = index <= 2 ? 100 : 7;
        return {
          Packages: {
            Package: Array.from({ length: count }, (_, n) => ({
              PackageName: `${index}-${n}.jar`,
              Type: 'jar',
            })),
          },
        };
      },
    });
    expect(await service.listPackages(P)).toHaveLength(207);
    expect(server.received).toHaveLength(3);
  });

  it('read folders and their exact ids', async () => {
    const { service, server } = await startService({
      [`GET ${BASE}/folders/children`]: [
        200,
        '{"Folders":{"Folder":[{"Path":"/a b/","FolderId":9007199254740993}]}}',
      ],
      [`POST ${BASE}/folders`]: { FolderId: 12 },
      [`PUT ${BASE}/folders`]: {},
    });
    expect(await service.listFolders(P, '/' as FolderPath)).toEqual([
      { id: '9007199254740993', path: '/a b' },
    ]);
    expect(await service.createFolder(P, '/中文' as FolderPath)).toBe('12');
    await service.moveFolder(P, '/a' as FolderPath, '/b' as FolderPath);
    expect(bodyOf(server.received[2])).toEqual({ srcPath: '/a', destPath: '/b' });
  });

  it('read queues with their resources, and without them where those are refused', async () => {
    const numbers = {
      MaxVCore: 1000,
      UsedVCore: 250,
      MaxMem: 24_576,
      UsedMem: 10_496,
      MaxGpu: 0,
      UsedGpu: -9999,
    };
    const full = await startService({
      [`GET ${BASE}/queueresource`]: {
        Queues: { Queue: [{ QueueName: 'root.a', ClusterId: 'c', ...numbers }] },
      },
    });
    expect(await full.service.listQueues(P)).toEqual([
      {
        name: 'root.a',
        clusterId: 'c',
        resource: { usedVcores: 250, maxVcores: 1000, usedMemoryMb: 10_496, maxMemoryMb: 24_576, maxGpus: 0 },
      },
    ]);
    const refused = await startService({
      [`GET ${BASE}/queueresource`]: [403, { Code: 'Forbidden.RAM' }],
      [`GET ${BASE}/queues`]: { Queues: { Queue: [{ QueueName: 'root.a', ClusterId: 'c' }] } },
    });
    expect(await refused.service.listQueues(P)).toEqual([{ name: 'root.a', clusterId: 'c' }]);
  });

  it('keep a refusal to list projects recognisable', async () => {
    const { service } = await startService({
      'GET /api/v2/projects': [403, { Code: 'Forbidden.RAM', Message: 'not you' }],
    });
    expect(await failureOf(service.listProjects())).toMatchObject({
      kind: 'denied',
      operation: 'ListProject',
    });
  });

  it('read the config with its secrets masked, in the text too', async () => {
    const Config = JSON.stringify({
      jid: '0f',
      'execution-config': {
        'job-parallelism': -1,
        'user-config': { stsAccessId: 'STS.NTid', stsAccesskey: 'k3y', 'blink.x': 'y' },
      },
    });
    const { service } = await startService({ [`GET ${BASE}/jobs/${J}/instances/${I}/config`]: { Config } });
    const config = await service.instanceConfig(P, J, I);
    expect(config.value).toEqual({
      jid: '0f',
      'job-parallelism': '-1',
      stsAccessId: '******',
      stsAccesskey: '******',
      'blink.x': 'y',
    });
    expect(JSON.stringify(config)).not.toMatch(/NTid|k3y/);
  });
});
