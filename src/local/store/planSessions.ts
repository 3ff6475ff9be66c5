import type { Database } from './database.ts';

export interface PlanSessionRow {
  readonly sessionId: string;
  readonly jobKey: number;
  /** Epoch ms from which the result may be told. */
  readonly readyAt: number;
  readonly expiresAt: number;
  readonly planJson: string | null;
  readonly errorMessage: string | null;
}

export function findPlanSession(
  db: Database,
  jobKey: number,
  sessionId: string,
  now: number,
): PlanSessionRow | undefined {
  return db.get(
    'SELECT * FROM planSession WHERE sessionId = ? AND jobKey = ? AND expiresAt > ?',
    sessionId,
    jobKey,
    now,
  );
}

/** Adds a session and forgets those that have expired. */
export function insertPlanSession(db: Database, row: PlanSessionRow, now: number): void {
  db.transaction(() => {
    db.run('DELETE FROM planSession WHERE expiresAt <= ?', now);
    db.run(
      'INSERT INTO planSession (sessionId, jobKey, readyAt, expiresAt, planJson, errorMessage) VALUES (?, ?, ?, ?, ?, ?)',
      row.sessionId,
      row.jobKey,
      row.readyAt,
      row.expiresAt,
      row.planJson,
      row.errorMessage,
    );
  });
}
