import { TAG_RESULT } from './shapes.ts';
import type { Group } from './table.ts';

export const TAG = {
  ListTagResources: {
    doc: 'List the tags of cluster resources.',
    method: 'GET',
    path: '/api/v2/cluster/tags',
    query: { ResourceType: 'string?', ResourceIds: 'string?', Tags: 'string?', NextToken: 'string?' },
    reply: {
      Code: 'string',
      HttpStatusCode: 'int',
      Message: 'string',
      Success: 'boolean',
      Data: {
        NextToken: 'string',
        TagResources: [
          { ResourceType: 'string', TagValue: 'string', ResourceId: 'string', TagKey: 'string' },
        ],
      },
    },
  },
  TagResources: {
    doc: 'Attach tags to cluster resources (the SDKs model no parameters for it).',
    method: 'POST',
    path: '/api/v2/cluster/tags',
    reply: TAG_RESULT,
  },
  UntagResources: {
    doc: 'Remove tags from cluster resources.',
    method: 'DELETE',
    path: '/api/v2/cluster/tags',
    query: { ResourceIds: 'string?', ResourceType: 'string?', TagKeys: 'string?', All: 'boolean?' },
    reply: TAG_RESULT,
  },
} as const satisfies Group;
