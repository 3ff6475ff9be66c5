import { FOLDER_ROW } from './shapes.ts';
import type { Group } from './table.ts';

export const FOLDER = {
  CreateFolder: {
    doc: 'Create a folder by absolute path.',
    method: 'POST',
    path: '/api/v2/projects/{projectName}/folders',
    body: { path: 'string' },
    reply: { FolderId: 'id' },
  },
  DeleteFolder: {
    doc: 'Delete an empty folder by path.',
    method: 'DELETE',
    path: '/api/v2/projects/{projectName}/folders',
    query: { path: 'string' },
    reply: {},
  },
  GetFolder: {
    doc: 'Look a folder up by path and return its id.',
    method: 'GET',
    path: '/api/v2/projects/{projectName}/folders',
    query: { path: 'string' },
    reply: { Folder: FOLDER_ROW },
  },
  ListChildFolder: {
    doc: 'List the sub-folders of a folder.',
    method: 'GET',
    path: '/api/v2/projects/{projectName}/folders/children',
    query: { path: 'string' },
    reply: { Folders: { Folder: [FOLDER_ROW] } },
  },
  MVFolder: {
    doc: 'Move or rename a folder together with the jobs in it.',
    method: 'PUT',
    path: '/api/v2/projects/{projectName}/folders',
    body: { srcPath: 'string', destPath: 'string' },
    reply: {},
  },
} as const satisfies Group;
