import type { ApiType, JobType, InstanceState } from '../../services/model.ts';
import type { Database } from './database.ts';
import { Filter, int64 } from './filter.ts';
import type { JobContent, Window } from './jobs.ts';

export interface NewInstanceRow extends JobContent {
  readonly jobKey: number;
  readonly autoScale: string | null;
  /** JSON text given to StartJob. */
  readonly startParameters: string | null;
  readonly expectState: InstanceState;
  readonly starter: string;
  readonly startTime: number;
  readonly lastOperator: string;
  readonly lastOperateTime: number;
  readonly engineMemory: string;
}

export interface InstanceRow extends NewInstanceRow {
  /** int64 as decimal text. */
  readonly id: string;
  readonly archived: 0 | 1;
  readonly projectName: string;
  readonly jobName: string;
  readonly jobType: JobType;
  readonly apiType: ApiType;
}

/** What watching an instance takes. */
export type WatchedRow = Pick<
  InstanceRow,
  | 'id'
  | 'jobKey'
  | 'archived'
  | 'expectState'
  | 'startTime'
  | 'engineMemory'
  | 'projectName'
  | 'jobName'
  | 'jobType'
  | 'apiType'
>;

const STORED = [
  'jobKey',
  'code',
  'planJson',
  'properties',
  'packages',
  'engineVersion',
  'clusterId',
  'queueName',
  'autoScale',
  'startParameters',
  'expectState',
  'starter',
  'startTime',
  'lastOperator',
  'lastOperateTime',
  'engineMemory',
] as const;

const COMMON = `CAST(instance.id AS TEXT) AS id, instance.archived, job.jobName, job.jobType, job.apiType,
  project.name AS projectName`;
const FROM = 'FROM instance JOIN job ON job.id = instance.jobKey JOIN project ON project.id = job.projectId';
const SELECT = `SELECT ${COMMON}, ${STORED.map(name => `instance.${name}`).join(', ')} ${FROM}`;
/** All of it is in that index, which is named so that a query for which it does not suffice fails. */
const SELECT_WATCHED = `SELECT ${COMMON}, instance.jobKey, instance.expectState, instance.startTime,
  instance.engineMemory ${FROM.replace('instance', 'instance INDEXED BY instanceByJob')}`;

/** The one instance of a job that is not archived; of a batch job, the latest. */
export function currentInstance(db: Database, jobKey: number): InstanceRow | undefined {
  return db.get(
    `${SELECT} WHERE instance.jobKey = ? AND instance.archived = 0 ORDER BY instance.id DESC LIMIT 1`,
    jobKey,
  );
}

export function findInstance(db: Database, jobKey: number, id: string): InstanceRow | undefined {
  return db.get(`${SELECT} WHERE instance.id = ? AND instance.jobKey = ?`, int64(id), jobKey);
}

export const WATCHED_RUNS = `${SELECT_WATCHED} WHERE instance.jobKey = ? ORDER BY instance.id`;
export const WATCHED_INSTANCES = `${SELECT_WATCHED} WHERE instance.archived = 0
  AND instance.jobKey IN (SELECT value FROM json_each(?)) ORDER BY instance.id`;

/** The runs of a job, oldest first. */
export function watchedRunsOfJob(db: Database, jobKey: number): WatchedRow[] {
  return db.all(WATCHED_RUNS, jobKey);
}

/** The current instance of each job, by the job's key; of a batch job, the latest. Jobs that never ran are left out. */
export function watchedInstances(db: Database, jobKeys: readonly number[]): Map<number, WatchedRow> {
  const rows = db.all<WatchedRow>(WATCHED_INSTANCES, JSON.stringify(jobKeys));
  return new Map(rows.map(row => [row.jobKey, row]));
}

export interface InstanceFilter {
  readonly projectId: number;
  readonly jobName?: string | undefined;
  readonly jobType: JobType;
  readonly apiType?: ApiType | undefined;
  readonly expectState?: InstanceState | undefined;
  readonly startBegin?: number | undefined;
  readonly startEnd?: number | undefined;
  readonly archived?: boolean | undefined;
}

/** Newest first. */
export function listInstances(
  db: Database,
  of: InstanceFilter,
  window?: Window,
): { rows: InstanceRow[]; total: number } {
  const filter = new Filter()
    .with('job.projectId = ?', of.projectId)
    .with('job.jobName = ?', of.jobName)
    .with('job.jobType = ?', of.jobType)
    .with('job.apiType = ?', of.apiType)
    .with('instance.expectState = ?', of.expectState)
    .with('instance.startTime >= ?', of.startBegin)
    .with('instance.startTime <= ?', of.startEnd)
    .with('instance.archived = ?', of.archived);
  const select = `${SELECT} ${filter.where} ORDER BY instance.id DESC`;
  if (!window) {
    const rows = db.all<InstanceRow>(select, ...filter.values);
    return { rows, total: rows.length };
  }
  const total = db.get<{ n: number }>(
    `SELECT count(*) AS n FROM instance JOIN job ON job.id = instance.jobKey ${filter.where}`,
    ...filter.values,
  );
  const rows = db.all<InstanceRow>(
    `${select} LIMIT ? OFFSET ?`,
    ...filter.values,
    window.limit,
    window.offset,
  );
  return { rows, total: total?.n ?? 0 };
}

const INSERT = `INSERT INTO instance (${STORED.join(', ')}) VALUES (?${', ?'.repeat(STORED.length - 1)})
  RETURNING CAST(id AS TEXT) AS id`;

/**
 * Adds the new current instance of a job.
 * @param archiveOthers whether those before it become archived, as they do with stream jobs
 * @returns its id
 */
export function insertInstance(db: Database, row: NewInstanceRow, archiveOthers: boolean): string {
  return db.transaction(() => {
    if (archiveOthers)
      db.run('UPDATE instance SET archived = 1 WHERE jobKey = ? AND archived = 0', row.jobKey);
    const inserted = db.get<{ id: string }>(INSERT, ...STORED.map(name => row[name]));
    if (!inserted) throw new Error('the new instance has no id');
    return inserted.id;
  });
}

/** What was asked of an instance, by whom and when. */
export type InstanceDirection = Pick<
  InstanceRow,
  'expectState' | 'engineMemory' | 'lastOperator' | 'lastOperateTime'
>;

export function redirectInstance(db: Database, id: string, row: InstanceDirection): void {
  db.run(
    'UPDATE instance SET expectState = ?, engineMemory = ?, lastOperator = ?, lastOperateTime = ? WHERE id = ?',
    row.expectState,
    row.engineMemory,
    row.lastOperator,
    row.lastOperateTime,
    int64(id),
  );
}

export function updateAutoScale(db: Database, id: string, autoScale: string): void {
  db.run('UPDATE instance SET autoScale = ? WHERE id = ?', autoScale, int64(id));
}

/** Makes instance ids begin after `id`, unless there are some already. */
export function beginInstanceIds(db: Database, id: bigint): void {
  db.run(
    `INSERT INTO sqlite_sequence (name, seq) SELECT 'instance', ? WHERE NOT EXISTS
      (SELECT 1 FROM sqlite_sequence WHERE name = 'instance')`,
    id,
  );
}

/** All current instances of a project. */
export function currentInstancesOfProject(db: Database, projectId: number): InstanceRow[] {
  return db.all(`${SELECT} WHERE job.projectId = ? AND instance.archived = 0`, projectId);
}
