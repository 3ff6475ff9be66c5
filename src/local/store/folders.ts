import type { Database } from './database.ts';
import { int64 } from './filter.ts';

export interface FolderRow {
  /** int64 as decimal text. */
  readonly id: string;
  readonly name: string;
}

const COLUMNS = 'CAST(id AS TEXT) AS id, name';

export function rootFolder(db: Database, projectId: number): FolderRow {
  const root = db.get<FolderRow>(
    `SELECT ${COLUMNS} FROM folder WHERE projectId = ? AND parentId IS NULL`,
    projectId,
  );
  if (!root) throw new Error(`project ${projectId} has no root folder`);
  return root;
}

export function childFolder(
  db: Database,
  projectId: number,
  parent: string,
  name: string,
): FolderRow | undefined {
  return db.get(
    `SELECT ${COLUMNS} FROM folder WHERE projectId = ? AND ifnull(parentId, 0) = ? AND name = ?`,
    projectId,
    int64(parent),
    name,
  );
}

export function childFolders(db: Database, parent: string): FolderRow[] {
  return db.all(`SELECT ${COLUMNS} FROM folder WHERE parentId = ? ORDER BY name`, int64(parent));
}

export function hasFolder(db: Database, projectId: number, id: string): boolean {
  return db.get('SELECT 1 FROM folder WHERE id = ? AND projectId = ?', int64(id), projectId) !== undefined;
}

export function countFolders(db: Database, projectId: number): number {
  return (
    db.get<{ n: number }>(
      'SELECT count(*) AS n FROM folder WHERE projectId = ? AND parentId IS NOT NULL',
      projectId,
    )?.n ?? 0
  );
}

/** Levels of folders from this one down, itself counted. */
export function folderHeight(db: Database, id: string): number {
  const row = db.get<{ height: number }>(
    `WITH RECURSIVE below(id, level) AS (
       SELECT ?1, 1 UNION ALL SELECT folder.id, level + 1 FROM folder JOIN below ON folder.parentId = below.id
     ) SELECT max(level) AS height FROM below`,
    int64(id),
  );
  return row?.height ?? 1;
}

/** Whether anything is in the folder: jobs or sub-folders. */
export function isFolderUsed(db: Database, id: string): boolean {
  const row = db.get<{ used: number }>(
    'SELECT EXISTS (SELECT 1 FROM job WHERE folderId = ?1) OR EXISTS (SELECT 1 FROM folder WHERE parentId = ?1) AS used',
    int64(id),
  );
  return row?.used === 1;
}

export function insertFolder(db: Database, projectId: number, parent: string, name: string): string {
  const row = db.get<{ id: string }>(
    'INSERT INTO folder (projectId, parentId, name) VALUES (?, ?, ?) RETURNING CAST(id AS TEXT) AS id',
    projectId,
    int64(parent),
    name,
  );
  if (!row) throw new Error('the new folder has no id');
  return row.id;
}

export function moveFolder(db: Database, id: string, parent: string, name: string): void {
  db.run('UPDATE folder SET parentId = ?, name = ? WHERE id = ?', int64(parent), name, int64(id));
}

export function deleteFolder(db: Database, id: string): void {
  db.run('DELETE FROM folder WHERE id = ?', int64(id));
}
