import { JOB_ROW, PACKAGE_ROW, PAGE } from './shapes.ts';
import type { Group } from './table.ts';

export const PACKAGE = {
  CreatePackage: {
    doc: 'Register the metadata of a file in OSS as a package of the project.',
    method: 'POST',
    path: '/api/v2/projects/{projectName}/packages',
    body: {
      packageName: 'string',
      originName: 'string?',
      type: 'string',
      description: 'string?',
      md5: 'string?',
      ossEndpoint: 'string?',
      ossBucket: 'string?',
      ossOwner: 'string?',
      ossPath: 'string',
      tag: 'string?',
    },
    reply: {},
  },
  DeletePackage: {
    doc: 'Remove a package registration.',
    method: 'DELETE',
    path: '/api/v2/projects/{projectName}/packages/{packageName}',
    reply: {},
  },
  GetPackage: {
    doc: 'Read one package registration.',
    method: 'GET',
    path: '/api/v2/projects/{projectName}/packages/{packageName}',
    reply: { Package: PACKAGE_ROW },
  },
  GetRefPackageJob: {
    doc: 'List the committed jobs that reference a package.',
    method: 'GET',
    path: '/api/v2/projects/{projectName}/packages/{packageName}/jobs',
    query: { pageSize: 'int?', pageIndex: 'int?' },
    reply: { Jobs: { Job: [JOB_ROW] }, ...PAGE },
  },
  ListPackage: {
    doc: 'Page through the packages of a project with optional filters.',
    method: 'GET',
    path: '/api/v2/projects/{projectName}/packages',
    query: { packageName: 'string?', type: 'string?', pageSize: 'int?', pageIndex: 'int?', tag: 'string?' },
    reply: { Packages: { Package: [PACKAGE_ROW] }, ...PAGE },
  },
  UpdatePackage: {
    doc: 'Change attributes of a package registration.',
    method: 'PUT',
    path: '/api/v2/projects/{projectName}/packages/{packageName}',
    body: {
      originName: 'string?',
      description: 'string?',
      md5: 'string?',
      ossEndpoint: 'string?',
      ossBucket: 'string?',
      ossOwner: 'string?',
      ossPath: 'string?',
      tag: 'string?',
    },
    reply: {},
  },
} as const satisfies Group;
