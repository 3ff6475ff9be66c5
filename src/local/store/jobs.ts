import type { ApiType, JobType } from '../../services/model.ts';
import type { Database, SqlValue } from './database.ts';
import { Filter, int64 } from './filter.ts';

/** What of a job is published by CommitJob and carried by its instances. */
export interface JobContent {
  readonly code: string;
  readonly planJson: string | null;
  readonly properties: string | null;
  /** Comma separated names without blanks, '' when there are none. */
  readonly packages: string;
  readonly engineVersion: string | null;
  readonly clusterId: string | null;
  readonly queueName: string | null;
}

export interface NewJobRow extends JobContent {
  readonly projectId: number;
  readonly jobName: string;
  readonly jobId: string;
  readonly fileId: string;
  /** int64 as decimal text. */
  readonly folderId: string;
  readonly jobType: JobType;
  readonly apiType: ApiType;
  readonly description: string | null;
  readonly creator: string;
  readonly modifier: string;
  readonly createTime: number;
  readonly modifyTime: number;
}

export interface JobRow extends NewJobRow {
  /** Key inside the store. */
  readonly id: number;
  readonly isCommitted: 0 | 1;
}

const LONG = ['code', 'planJson', 'properties'] as const;
const SHORT = [
  'projectId',
  'jobName',
  'jobId',
  'fileId',
  'jobType',
  'apiType',
  'packages',
  'description',
  'engineVersion',
  'clusterId',
  'queueName',
  'creator',
  'modifier',
  'createTime',
  'modifyTime',
] as const;

const COLUMNS = [...SHORT, ...LONG].map(name => `job.${name}`).join(', ');
const WITHOUT_LONG = [...SHORT.map(name => `job.${name}`), ...LONG.map(name => `NULL AS ${name}`)].join(', ');
const FROM = `FROM job LEFT JOIN published ON published.jobKey = job.id`;
const COMMON = `job.id, CAST(job.folderId AS TEXT) AS folderId, published.jobKey IS NOT NULL AS isCommitted`;

export function findJob(db: Database, projectId: number, jobName: string): JobRow | undefined {
  return db.get(
    `SELECT ${COMMON}, ${COLUMNS} ${FROM} WHERE job.projectId = ? AND job.jobName = ?`,
    projectId,
    jobName,
  );
}

/** What a job is, without what it holds. */
export type JobHead = Pick<JobRow, 'id' | 'jobName' | 'jobType' | 'isCommitted'>;

const SELECT_HEAD = `SELECT job.id, job.jobName, job.jobType, published.jobKey IS NOT NULL AS isCommitted ${FROM}`;

export function findJobHead(db: Database, projectId: number, jobName: string): JobHead | undefined {
  return db.get(`${SELECT_HEAD} WHERE job.projectId = ? AND job.jobName = ?`, projectId, jobName);
}

/** Those of the jobs that are of this type and committed. */
export function committedJobs(
  db: Database,
  projectId: number,
  jobType: JobType,
  jobNames: readonly string[],
): JobHead[] {
  return db.all(
    `${SELECT_HEAD} WHERE job.projectId = ? AND job.jobName IN (SELECT value FROM json_each(?))
      AND job.jobType = ? AND published.jobKey IS NOT NULL`,
    projectId,
    JSON.stringify(jobNames),
    jobType,
  );
}

export interface JobFilter {
  readonly projectId: number;
  readonly nameContains?: string | undefined;
  readonly jobType?: string | undefined;
  readonly apiType?: string | undefined;
  readonly engineVersion?: string | undefined;
  readonly clusterId?: string | undefined;
  readonly queueName?: string | undefined;
  readonly folderId?: string | undefined;
  /** Committed jobs that name this package. */
  readonly publishedPackage?: string | undefined;
}

export interface Window {
  readonly limit: number;
  readonly offset: number;
}

/** Jobs by name; `full` false leaves code, plan and properties out (they are null then). */
export function listJobs(
  db: Database,
  of: JobFilter,
  { limit, offset }: Window,
  full: boolean,
): { rows: JobRow[]; total: number } {
  const filter = new Filter()
    .with('job.projectId = ?', of.projectId)
    .with('instr(job.jobName, ?) > 0', of.nameContains)
    .with('job.jobType = ?', of.jobType)
    .with('job.apiType = ?', of.apiType)
    .with('job.engineVersion = ?', of.engineVersion)
    .with('job.clusterId = ?', of.clusterId)
    .with('job.queueName = ?', of.queueName)
    .with('job.folderId = ?', int64(of.folderId))
    .with(`instr(',' || published.packages || ',', ',' || ? || ',') > 0`, of.publishedPackage);
  const from = of.publishedPackage === undefined ? 'FROM job' : FROM;
  const total = db.get<{ n: number }>(`SELECT count(*) AS n ${from} ${filter.where}`, ...filter.values);
  return {
    rows: db.all(
      `SELECT ${COMMON}, ${full ? COLUMNS : WITHOUT_LONG} ${FROM} ${filter.where}
        ORDER BY job.jobName LIMIT ? OFFSET ?`,
      ...filter.values,
      limit,
      offset,
    ),
    total: total?.n ?? 0,
  };
}

const INSERTED = [...SHORT, ...LONG] as const;
const INSERT = `INSERT INTO job (folderId, ${INSERTED.join(', ')}) VALUES (?${', ?'.repeat(INSERTED.length)})`;

export function insertJob(db: Database, row: NewJobRow): void {
  db.run(INSERT, int64(row.folderId), ...INSERTED.map(name => row[name]));
}

/** Members a caller may change; those that are undefined stay as they are. */
export type JobRowChange = {
  readonly [K in keyof JobContent | 'description' | 'folderId']?: JobRow[K] | undefined;
};

export function updateJob(
  db: Database,
  id: number,
  change: JobRowChange & { readonly modifier: string; readonly modifyTime: number },
): void {
  const entries = Object.entries(change).filter(
    (entry): entry is [string, string | number] => entry[1] != null,
  );
  const values: SqlValue[] = entries.map(([name, value]) => (name === 'folderId' ? BigInt(value) : value));
  db.run(`UPDATE job SET ${entries.map(([name]) => `${name} = ?`).join(', ')} WHERE id = ?`, ...values, id);
}

export function deleteJob(db: Database, id: number): void {
  db.run('DELETE FROM job WHERE id = ?', id);
}

export interface PublishedRow extends JobContent {
  /** JSON text of the AutoScale settings, null when it is off. */
  readonly autoScale: string | null;
}

export function findPublished(db: Database, jobKey: number): PublishedRow | undefined {
  return db.get('SELECT * FROM published WHERE jobKey = ?', jobKey);
}

export function publishJob(db: Database, jobKey: number, row: PublishedRow, commitTime: number): void {
  db.run(
    `INSERT OR REPLACE INTO published (jobKey, code, planJson, properties, packages, engineVersion, clusterId,
      queueName, autoScale, commitTime) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    jobKey,
    row.code,
    row.planJson,
    row.properties,
    row.packages,
    row.engineVersion,
    row.clusterId,
    row.queueName,
    row.autoScale,
    commitTime,
  );
}

export function withdrawJob(db: Database, jobKey: number): void {
  db.run('DELETE FROM published WHERE jobKey = ?', jobKey);
}
