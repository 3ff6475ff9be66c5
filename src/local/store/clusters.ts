import type { Database } from './database.ts';
import { Filter } from './filter.ts';

export interface ClusterRow {
  readonly clusterId: string;
  readonly displayName: string;
  readonly description: string | null;
  readonly regionId: string;
  readonly zoneId: string | null;
  readonly ownerId: string;
  readonly gmtCreate: number;
  readonly gmtModified: number;
}

export interface QueueRow {
  readonly clusterId: string;
  readonly queueName: string;
  readonly projectId: number | null;
  /** Hundredths of a core. */
  readonly maxVCore: number;
  /** MB */
  readonly maxMem: number;
}

export function findCluster(db: Database, clusterId: string): ClusterRow | undefined {
  return db.get('SELECT * FROM cluster WHERE clusterId = ?', clusterId);
}

export interface ClusterFilter {
  readonly clusterId?: string | undefined;
  readonly displayName?: string | undefined;
  readonly region?: string | undefined;
}

export function listClusters(db: Database, of: ClusterFilter): ClusterRow[] {
  const filter = new Filter()
    .with('clusterId = ?', of.clusterId)
    .with('instr(displayName, ?) > 0', of.displayName)
    .with('regionId = ?', of.region);
  return db.all(`SELECT * FROM cluster ${filter.where} ORDER BY gmtCreate, clusterId`, ...filter.values);
}

export function insertCluster(db: Database, row: ClusterRow, engineVersions: readonly string[]): void {
  db.transaction(() => {
    db.run(
      `INSERT INTO cluster (clusterId, displayName, description, regionId, zoneId, ownerId, gmtCreate, gmtModified)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
      row.clusterId,
      row.displayName,
      row.description,
      row.regionId,
      row.zoneId,
      row.ownerId,
      row.gmtCreate,
      row.gmtModified,
    );
    for (const [position, name] of engineVersions.entries()) {
      db.run(
        'INSERT INTO engineVersion (clusterId, position, name) VALUES (?, ?, ?)',
        row.clusterId,
        position,
        name,
      );
    }
  });
}

export function engineVersions(db: Database, clusterId: string): string[] {
  return db
    .all<{ name: string }>('SELECT name FROM engineVersion WHERE clusterId = ? ORDER BY position', clusterId)
    .map(({ name }) => name);
}

export interface QueueFilter {
  readonly clusterId?: string | undefined;
  readonly queueName?: string | undefined;
}

export function queuesOfProject(db: Database, projectId: number, of: QueueFilter = {}): QueueRow[] {
  const filter = new Filter()
    .with('projectId = ?', projectId)
    .with('clusterId = ?', of.clusterId)
    .with('queueName = ?', of.queueName);
  return db.all(`SELECT * FROM queue ${filter.where} ORDER BY clusterId, queueName`, ...filter.values);
}

export function insertQueue(db: Database, row: QueueRow): void {
  db.run(
    'INSERT INTO queue (clusterId, queueName, projectId, maxVCore, maxMem) VALUES (?, ?, ?, ?, ?)',
    row.clusterId,
    row.queueName,
    row.projectId,
    row.maxVCore,
    row.maxMem,
  );
}
