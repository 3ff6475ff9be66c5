import { QUEUE_RESOURCE } from './shapes.ts';
import type { Group } from './table.ts';

export const QUEUE = {
  CreateQueue: {
    doc: 'Create a top level queue on an exclusive cluster; it consumes resources from then on.',
    method: 'POST',
    path: '/api/v2/clusters/{clusterId}/queue',
    body: { queueName: 'string', maxVcore: 'int', maxMemMB: 'int', gpu: 'int?' },
    reply: {},
  },
  DeleteQueue: {
    doc: 'Delete a queue that is not bound to a project (exclusive mode only).',
    method: 'DELETE',
    path: '/api/v2/clusters/{clusterId}/queue',
    query: { queueName: 'string' },
    reply: {},
  },
  BindQueue: {
    doc: 'Bind a free queue to a project so that its jobs get resources.',
    method: 'POST',
    path: '/api/v2/projects/{projectName}/queue',
    body: { clusterId: 'string', queueName: 'string' },
    reply: {},
  },
  UnbindQueue: {
    doc: 'Release the queue of a project; all its jobs must be offline first.',
    method: 'DELETE',
    path: '/api/v2/projects/{projectName}/queue',
    query: { clusterId: 'string', queueName: 'string' },
    reply: {},
  },
  GetClusterQueueInfo: {
    doc: 'List the queues of a cluster with their limits and use.',
    method: 'GET',
    path: '/api/v2/clusters/{clusterId}/queueinfo',
    reply: { Queues: { Queue: [{ ...QUEUE_RESOURCE, ExternalInfo: 'string' }] } },
  },
  ListProjectBindQueue: {
    doc: 'List the queues bound to a project.',
    method: 'GET',
    path: '/api/v2/projects/{projectName}/queues',
    query: { clusterId: 'string?', queueName: 'string?' },
    reply: { Queues: { Queue: [{ QueueName: 'string', ClusterId: 'string' }] } },
  },
  ListProjectBindQueueResource: {
    doc: 'List the queues bound to a project with limits and use.',
    method: 'GET',
    path: '/api/v2/projects/{projectName}/queueresource',
    query: { clusterId: 'string?', queueName: 'string?' },
    reply: { Queues: { Queue: [QUEUE_RESOURCE] } },
  },
  UpdateQueue: {
    doc: 'Change the limits of a queue.',
    method: 'PUT',
    path: '/api/v2/clusters/{clusterId}/queue',
    body: { queueName: 'string', maxVcore: 'int?', maxMemMB: 'int?', gpu: 'int?' },
    reply: {},
  },
} as const satisfies Group;
