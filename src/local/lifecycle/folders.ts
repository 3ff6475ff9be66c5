import { ApiError, folderNotFound, invalidParameter } from '../errors.ts';
import {
  childFolder,
  childFolders,
  countFolders,
  deleteFolder as removeFolder,
  folderHeight,
  insertFolder,
  isFolderUsed,
  moveFolder,
  rootFolder,
  type FolderRow,
} from '../store/folders.ts';
import type { Context, Handler } from './context.ts';
import { projectOf } from './lookup.ts';

const CONTROL = /\p{Cc}/u;

/**
 * The names along an absolute path, none for the root. A slash at the end is tolerated.
 * @throws ApiError for relative paths, `.`, `..` and empty names (notes, section 7)
 */
function namesOf(parameter: string, path: string): string[] {
  if (!path.startsWith('/')) throw invalidParameter(parameter, 'A folder path is absolute, like /dir1/dir2.');
  const names = path.replace(/\/$/, '').split('/').slice(1);
  for (const name of names) {
    if (name.trim() === '' || name === '.' || name === '..' || name.length > 256 || CONTROL.test(name)) {
      throw invalidParameter(parameter, `"${name}" cannot be the name of a folder.`);
    }
  }
  return names;
}

/** The folders along `names`, the root first; undefined when one of them is missing. */
function walk({ db }: Context, projectId: number, names: readonly string[]): FolderRow[] | undefined {
  const way = [rootFolder(db, projectId)];
  for (const name of names) {
    const next = childFolder(db, projectId, way.at(-1)?.id ?? '0', name);
    if (!next) return undefined;
    way.push(next);
  }
  return way;
}

function folderAt(context: Context, projectId: number, names: readonly string[]): FolderRow {
  const folder = walk(context, projectId, names)?.at(-1);
  if (!folder) throw folderNotFound(`/${names.join('/')}`);
  return folder;
}

const alreadyExists = (names: readonly string[]): ApiError =>
  new ApiError('FolderAlreadyExists', 409, `The folder /${names.join('/')} already exists.`);

const quotaExceeded = (limit: string): ApiError =>
  new ApiError('QuotaExceeded', 403, `A product limit was reached: ${limit}.`);

/** @param depth levels below the root that the deepest folder will have */
function checkDepth({ settings: { limits } }: Context, depth: number): void {
  if (limits && depth > limits.folderDepth) throw quotaExceeded(`${limits.folderDepth} levels of folders`);
}

function checkCount({ db, settings: { limits } }: Context, projectId: number): void {
  if (limits && countFolders(db, projectId) >= limits.foldersPerProject) {
    throw quotaExceeded(`${limits.foldersPerProject} folders per project`);
  }
}

export const createFolder: Handler<'CreateFolder'> = (context, request) => {
  const project = projectOf(context, request);
  const names = namesOf('path', request.path);
  const name = names.at(-1);
  if (name === undefined) throw alreadyExists([]);
  const parent = folderAt(context, project.id, names.slice(0, -1));
  if (childFolder(context.db, project.id, parent.id, name)) throw alreadyExists(names);
  checkDepth(context, names.length);
  checkCount(context, project.id);
  return { FolderId: insertFolder(context.db, project.id, parent.id, name) };
};

export const deleteFolder: Handler<'DeleteFolder'> = (context, request) => {
  const project = projectOf(context, request);
  const names = namesOf('path', request.path);
  if (names.length === 0) throw invalidParameter('path', 'The root cannot be deleted.');
  const folder = folderAt(context, project.id, names);
  if (isFolderUsed(context.db, folder.id)) {
    throw new ApiError('FolderNotEmpty', 409, 'The folder holds jobs or sub-folders.');
  }
  removeFolder(context.db, folder.id);
  return {};
};

export const getFolder: Handler<'GetFolder'> = (context, request) => {
  const project = projectOf(context, request);
  const names = namesOf('path', request.path);
  const folder = walk(context, project.id, names)?.at(-1);
  if (folder) return { Folder: { FolderId: folder.id, Path: `/${names.join('/')}` } };
  if (context.settings.missingIs404) throw folderNotFound(request.path);
  return {};
};

export const listChildFolder: Handler<'ListChildFolder'> = (context, request) => {
  const project = projectOf(context, request);
  const names = namesOf('path', request.path);
  const parent = folderAt(context, project.id, names);
  const rows = childFolders(context.db, parent.id);
  const prefix = names.map(name => `/${name}`).join('');
  return { Folders: { Folder: rows.map(({ id, name }) => ({ FolderId: id, Path: `${prefix}/${name}` })) } };
};

export const mvFolder: Handler<'MVFolder'> = (context, request) => {
  const project = projectOf(context, request);
  const source = namesOf('srcPath', request.srcPath);
  const target = namesOf('destPath', request.destPath);
  if (source.length === 0) throw invalidParameter('srcPath', 'The root cannot be moved.');
  const name = target.at(-1);
  if (name === undefined) throw alreadyExists([]);
  const folder = folderAt(context, project.id, source);
  const parents = walk(context, project.id, target.slice(0, -1));
  const parent = parents?.at(-1);
  if (!parents || !parent) throw folderNotFound(`/${target.slice(0, -1).join('/')}`);
  if (parents.some(({ id }) => id === folder.id)) {
    throw invalidParameter('destPath', 'A folder cannot be moved into itself.');
  }
  if (childFolder(context.db, project.id, parent.id, name)) throw alreadyExists(target);
  checkDepth(context, target.length - 1 + folderHeight(context.db, folder.id));
  moveFolder(context.db, folder.id, parent.id, name);
  return {};
};
