import type { Database } from './database.ts';
import { Filter } from './filter.ts';

export interface ProjectRow {
  readonly id: number;
  readonly name: string;
  readonly deployType: string;
  readonly clusterId: string | null;
  readonly managerIds: string | null;
  readonly description: string | null;
  readonly creator: string;
  readonly modifier: string;
  readonly createTime: number;
  readonly modifyTime: number;
}

export function findProject(db: Database, name: string): ProjectRow | undefined {
  return db.get('SELECT * FROM project WHERE name = ?', name);
}

export function hasProjects(db: Database): boolean {
  return db.get('SELECT 1 FROM project LIMIT 1') !== undefined;
}

export interface ProjectFilter {
  readonly nameContains?: string | undefined;
  readonly deployType?: string | undefined;
  readonly clusterId?: string | undefined;
}

export function listProjects(
  db: Database,
  { nameContains, deployType, clusterId }: ProjectFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { rows: ProjectRow[]; total: number } {
  const filter = new Filter()
    .with('instr(name, ?) > 0', nameContains)
    .with('deployType = ?', deployType)
    .with('clusterId = ?', clusterId);
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM project ${filter.where}`, ...filter.values);
  return {
    rows: db.all(
      `SELECT * FROM project ${filter.where} ORDER BY name LIMIT ? OFFSET ?`,
      ...filter.values,
      limit,
      offset,
    ),
    total: total?.n ?? 0,
  };
}

/** A project comes with its root folder: the console shows it as the development directory. */
export function insertProject(db: Database, row: Omit<ProjectRow, 'id'>): number {
  return db.transaction(() => {
    const project = db.get<{ id: number }>(
      `INSERT INTO project (name, deployType, clusterId, managerIds, description, creator, modifier, createTime,
        modifyTime) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id`,
      row.name,
      row.deployType,
      row.clusterId,
      row.managerIds,
      row.description,
      row.creator,
      row.modifier,
      row.createTime,
      row.modifyTime,
    );
    if (!project) throw new Error('the new project has no id');
    db.run(`INSERT INTO folder (projectId, parentId, name) VALUES (?, NULL, '')`, project.id);
    return project.id;
  });
}
