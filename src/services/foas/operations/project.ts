import { PAGE, PROJECT_ROW } from './shapes.ts';
import type { Group } from './table.ts';

export const PROJECT = {
  CreateProject: {
    doc: 'Create a project on a shared order or on an exclusive cluster.',
    method: 'POST',
    path: '/api/v2/projects',
    body: {
      name: 'string',
      orderId: 'string?',
      deployType: 'string',
      clusterId: 'string?',
      managerIds: 'string?',
      description: 'string?',
    },
    reply: {},
  },
  DeleteProject: {
    doc: 'Delete a project (exclusive mode); a bound queue is released, not deleted.',
    method: 'DELETE',
    path: '/api/v2/projects/{projectName}',
    reply: {},
  },
  GetProject: {
    doc: 'Read one project.',
    method: 'GET',
    path: '/api/v2/projects/{projectName}',
    reply: { Project: { ...PROJECT_ROW, GlobalJobConfig: 'string' } },
  },
  ListProject: {
    doc: 'Page through projects with optional filters.',
    method: 'GET',
    path: '/api/v2/projects',
    query: {
      name: 'string?',
      deployType: 'string?',
      clusterId: 'string?',
      region: 'string?',
      pageSize: 'int?',
      pageIndex: 'int?',
    },
    reply: { Projects: { Project: [PROJECT_ROW] }, ...PAGE },
  },
  UpdateProject: {
    doc: 'Set the project-wide job configuration text.',
    method: 'PUT',
    path: '/api/v2/projects/{projectName}',
    body: { globalJobConfig: 'string?' },
    reply: {},
  },
  UpdateProjectConfig: {
    doc: 'Open or close batch SQL for a project.',
    method: 'PUT',
    path: '/api/v2/project/config',
    query: { IsOpenBatchSQL: 'boolean', ProjectName: 'string' },
    reply: { Data: 'boolean' },
  },
} as const satisfies Group;
