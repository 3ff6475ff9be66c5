import { closeSync, openSync } from 'node:fs';
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { MIGRATIONS } from './migrations.ts';

export type SqlValue = SQLInputValue | boolean | undefined;

/** The store's file cannot be used. The message says which, why, and what to do. */
export class StoreError extends Error {}

/**
 * One SQLite file. What a call has written when it returns survives the death of the process and of the machine
 * (`synchronous=FULL` in WAL mode syncs the log on every commit). Statements are prepared once and kept.
 *
 * Ids of the service exceed 2^53: queries select them as text (`CAST(id AS TEXT)`) and bind them as bigint.
 */
export class Database {
  readonly #db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #inTransaction = false;

  /**
   * Opens, and where needed creates or upgrades, the store.
   * @param file path of the file, or `:memory:`
   * @throws StoreError when the file is damaged, cannot be opened, or was written by a newer version
   */
  constructor(file: string) {
    this.#db = openFile(file);
    this.#migrate();
  }

  /** The first row, or undefined. */
  // Only the caller knows the shape of its query's rows.
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
  get<Row>(sql: string, ...values: SqlValue[]): Row | undefined {
    return this.#statement(sql).get(...values.map(bindable)) as Row | undefined;
  }

  all<Row>(sql: string, ...values: SqlValue[]): Row[] {
    return this.#statement(sql).all(...values.map(bindable)) as Row[];
  }

  /** @returns the number of rows changed */
  run(sql: string, ...values: SqlValue[]): number {
    return Number(this.#statement(sql).run(...values.map(bindable)).changes);
  }

  /** All or nothing; calls inside one another are one transaction. */
  transaction<T>(work: () => T): T {
    if (this.#inTransaction) return work();
    this.#db.exec('BEGIN IMMEDIATE');
    this.#inTransaction = true;
    try {
      const result = work();
      this.#db.exec('COMMIT');
      return result;
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  /** The same over work that waits; nothing else may use the store meanwhile. */
  async transactionOver(work: () => Promise<void>): Promise<void> {
    this.#db.exec('BEGIN IMMEDIATE');
    this.#inTransaction = true;
    try {
      await work();
      this.#db.exec('COMMIT');
    } catch (error) {
      this.#db.exec('ROLLBACK');
      throw error;
    } finally {
      this.#inTransaction = false;
    }
  }

  close(): void {
    this.#statements.clear();
    if (this.#db.isOpen) this.#db.close();
  }

  #statement(sql: string): StatementSync {
    let statement = this.#statements.get(sql);
    if (!statement) {
      statement = this.#db.prepare(sql);
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #migrate(): void {
    const version = this.get<{ user_version: number }>('PRAGMA user_version')?.user_version ?? 0;
    if (version > MIGRATIONS.length) {
      throw new StoreError(
        `The data was written by a newer version of the local service (schema ${version}, this one knows ` +
          `${MIGRATIONS.length}). Update the extension, or start with another data folder.`,
      );
    }
    for (const [index, migration] of MIGRATIONS.entries()) {
      if (index < version) continue;
      this.transaction(() => {
        this.#db.exec(migration);
        this.#db.exec(`PRAGMA user_version=${index + 1}`);
      });
    }
  }
}

function openFile(file: string): DatabaseSync {
  let db: DatabaseSync | undefined;
  try {
    // Code of jobs holds passwords. SQLite gives the files beside it the same mode.
    if (file !== ':memory:') closeSync(openSync(file, 'a', 0o600));
    db = new DatabaseSync(file);
    db.exec(
      'PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; PRAGMA busy_timeout=2000',
    );
    // Better no service than one that fails at some of what it holds, and writes more of it.
    const found = String(db.prepare('PRAGMA quick_check(1)').get()?.['quick_check']);
    if (found !== 'ok') throw new Error(found);
    return db;
  } catch (error) {
    db?.close();
    throw unusable(file, error);
  }
}

function unusable(file: string, error: unknown): StoreError {
  const why = error instanceof Error ? error.message : String(error);
  return new StoreError(
    `${file} cannot be used as the service's store (${why}). Move it away to begin with an empty one, or start with ` +
      'another data folder.',
    { cause: error },
  );
}

function bindable(value: SqlValue): SQLInputValue {
  if (value === undefined) return null;
  return typeof value === 'boolean' ? Number(value) : value;
}
