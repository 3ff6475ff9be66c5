import type { PackageType } from '../../services/model.ts';
import type { Database } from './database.ts';
import { Filter } from './filter.ts';

export interface NewPackageRow {
  readonly projectId: number;
  readonly packageName: string;
  readonly type: PackageType;
  readonly originName: string | null;
  readonly description: string | null;
  readonly md5: string | null;
  readonly ossEndpoint: string | null;
  readonly ossBucket: string | null;
  readonly ossOwner: string | null;
  readonly ossPath: string;
  readonly tag: string | null;
  readonly creator: string;
  readonly modifier: string;
  readonly createTime: number;
  readonly modifyTime: number;
}

export interface PackageRow extends NewPackageRow {
  readonly id: number;
}

const STORED = [
  'projectId',
  'packageName',
  'type',
  'originName',
  'description',
  'md5',
  'ossEndpoint',
  'ossBucket',
  'ossOwner',
  'ossPath',
  'tag',
  'creator',
  'modifier',
  'createTime',
  'modifyTime',
] as const;

const INSERT = `INSERT INTO package (${STORED.join(', ')}) VALUES (?${', ?'.repeat(STORED.length - 1)})`;

export function findPackage(db: Database, projectId: number, name: string): PackageRow | undefined {
  return db.get('SELECT * FROM package WHERE projectId = ? AND packageName = ?', projectId, name);
}

/** The names among `names` that the project does not have. */
export function unknownPackages(db: Database, projectId: number, names: readonly string[]): string[] {
  return names.filter(name => findPackage(db, projectId, name) === undefined);
}

export interface PackageFilter {
  readonly projectId: number;
  readonly nameContains?: string | undefined;
  readonly type?: string | undefined;
  readonly tag?: string | undefined;
}

export function listPackages(
  db: Database,
  of: PackageFilter,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): { rows: PackageRow[]; total: number } {
  const filter = new Filter()
    .with('projectId = ?', of.projectId)
    .with('instr(packageName, ?) > 0', of.nameContains)
    .with('type = ?', of.type)
    .with('tag = ?', of.tag);
  const total = db.get<{ n: number }>(`SELECT count(*) AS n FROM package ${filter.where}`, ...filter.values);
  return {
    rows: db.all(
      `SELECT * FROM package ${filter.where} ORDER BY packageName LIMIT ? OFFSET ?`,
      ...filter.values,
      limit,
      offset,
    ),
    total: total?.n ?? 0,
  };
}

export function countPackages(db: Database, projectId: number): number {
  return db.get<{ n: number }>('SELECT count(*) AS n FROM package WHERE projectId = ?', projectId)?.n ?? 0;
}

export function insertPackage(db: Database, row: NewPackageRow): void {
  db.run(INSERT, ...STORED.map(name => row[name]));
}

/** Members that are undefined stay as they are. */
export type PackageRowChange = {
  readonly [
    K in 'originName' | 'description' | 'md5' | 'ossEndpoint' | 'ossBucket' | 'ossOwner' | 'ossPath' | 'tag'
  ]?: string | undefined;
};

export function updatePackage(
  db: Database,
  id: number,
  change: PackageRowChange & { readonly modifier: string; readonly modifyTime: number },
): void {
  const entries = Object.entries(change).filter(
    (entry): entry is [string, string | number] => entry[1] != null,
  );
  const columns = entries.map(([name]) => `${name} = ?`).join(', ');
  db.run(`UPDATE package SET ${columns} WHERE id = ?`, ...entries.map(([, value]) => value), id);
}

export function deletePackage(db: Database, id: number): void {
  db.run('DELETE FROM package WHERE id = ?', id);
}
