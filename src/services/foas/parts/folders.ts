import type { JobService } from '../../jobService.ts';
import type { Folder, FolderId, FolderPath } from '../../model.ts';
import { ServiceError } from '../../serviceError.ts';
import type { FoasClient } from '../client.ts';
import type { Reply } from '../operations.ts';
import { orUndefined, present } from './shared.ts';

type FolderCalls = Pick<
  JobService,
  'getFolder' | 'listFolders' | 'createFolder' | 'deleteFolder' | 'moveFolder'
>;

export function folderCalls(client: FoasClient): FolderCalls {
  return {
    async getFolder(projectName, path, options) {
      const reply = await orUndefined(client.call('GetFolder', { projectName, path }, options));
      return readFolder(reply?.Folder);
    },

    async listFolders(projectName, path, options) {
      const reply = await client.call('ListChildFolder', { projectName, path }, options);
      return present((reply.Folders?.Folder ?? []).map(readFolder));
    },

    async createFolder(projectName, path, options) {
      const { FolderId: id, RequestId } = await client.call('CreateFolder', { projectName, path }, options);
      if (id !== undefined) return id as FolderId;
      const message = `The service created the folder ${path} without telling its id. Refresh to see it.`;
      throw new ServiceError(message, { operation: 'CreateFolder', kind: 'server', requestId: RequestId });
    },

    async deleteFolder(projectName, path, options) {
      await client.call('DeleteFolder', { projectName, path }, options);
    },

    async moveFolder(projectName, srcPath, destPath, options) {
      await client.call('MVFolder', { projectName, srcPath, destPath }, options);
    },
  };
}

function readFolder(row: Reply<'GetFolder'>['Folder']): Folder | undefined {
  if (row?.FolderId === undefined || !row.Path) return undefined;
  const path = row.Path === '/' ? row.Path : row.Path.replace(/\/+$/, '');
  return { id: row.FolderId as FolderId, path: path as FolderPath };
}
