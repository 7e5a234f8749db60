import { DatabaseSync, type StatementSync } from 'node:sqlite';
import type { Publication, RosterRecord } from './walk.ts';

/** Which roster the replica holds. */
export interface ReplicaState {
  /** Where it was read, and which collections: a delta only continues a replica of the same. */
  readonly scope: string;
  /** The publication that the records show; its stamp is T. */
  readonly publication: Publication;
}

/** What a poll does to one collection, in records. */
export interface Change {
  readonly collection: string;
  readonly added: number;
  readonly changed: number;
  /** Active here until now: `tobedeleted` by now, or in a full pull gone. */
  readonly deleted: number;
  /** `tobedeleted` here until now, and active again. */
  readonly returned: number;
  /** Active here until now, all of them. */
  readonly before: number;
}

const schema = `
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS records (
    collection TEXT NOT NULL,
    sourced_id TEXT NOT NULL,
    status TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (collection, sourced_id)
  ) STRICT;
  CREATE INDEX IF NOT EXISTS records_status ON records (collection, status);
  CREATE TABLE IF NOT EXISTS state (
    one INTEGER PRIMARY KEY CHECK (one = 1),
    scope TEXT NOT NULL,
    publication_id INTEGER NOT NULL,
    published_at TEXT NOT NULL
  ) STRICT;
  -- What a poll has fetched so far. A temporary table goes with its process.
  CREATE TEMP TABLE incoming (
    collection TEXT NOT NULL,
    sourced_id TEXT NOT NULL,
    status TEXT NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (collection, sourced_id)
  ) STRICT;
`;

// A full pull says what there is. Everything else that is here is gone from the hub, tombstone and all.
const markGone = `
  INSERT INTO incoming
  SELECT collection, sourced_id, 'gone', '' FROM records r
  WHERE NOT EXISTS (SELECT 1 FROM incoming i WHERE i.collection = r.collection AND i.sourced_id = r.sourced_id)
`;

const compare = `
  SELECT i.collection,
    sum(i.status = 'active' AND r.status IS NULL) AS added,
    sum(i.status = 'active' AND r.status = 'active' AND i.body <> r.body) AS changed,
    sum(i.status <> 'active' AND r.status IS 'active') AS deleted,
    sum(i.status = 'active' AND r.status IS 'tobedeleted') AS returned,
    (SELECT count(*) FROM records a WHERE a.collection = i.collection AND a.status = 'active') AS before
  FROM incoming i LEFT JOIN records r ON r.collection = i.collection AND r.sourced_id = i.sourced_id
  GROUP BY i.collection
`;

// A change, a tombstone and a return are one and the same to a replica: the record as it is now.
const merge = `
  DELETE FROM records WHERE (collection, sourced_id) IN
    (SELECT collection, sourced_id FROM incoming WHERE status = 'gone');
  INSERT INTO records SELECT * FROM incoming WHERE status <> 'gone'
    ON CONFLICT DO UPDATE SET status = excluded.status, body = excluded.body WHERE body <> excluded.body;
`;

/**
 * A replica in one SQLite file. A poll is one transaction: readers see the roster of one publication or of the next,
 * a process that is killed leaves the old one with its T, and a second process cannot write at the same time.
 */
export class ReplicaFile implements Disposable {
  readonly #db: DatabaseSync;
  readonly #stage: StatementSync;

  constructor(path: string) {
    this.#db = new DatabaseSync(path, { timeout: 2_000 });
    this.#db.exec(schema);
    this.#stage = this.#db.prepare('INSERT OR REPLACE INTO incoming VALUES (?, ?, ?, ?)');
  }

  [Symbol.dispose](): void {
    this.#db.close();
  }

  /** What was stored by the last poll that came to its end; undefined before the first. */
  get state(): ReplicaState | undefined {
    const row = this.#db.prepare('SELECT scope, publication_id, published_at FROM state').get();
    if (row === undefined) return undefined;
    const publication = { id: Number(row.publication_id), publishedAt: String(row.published_at) };
    return { scope: String(row.scope), publication };
  }

  /** Begins a poll. Throws when another process has one under way. */
  begin(): void {
    this.#db.exec('BEGIN IMMEDIATE');
  }

  /** Keeps fetched records beside the replica. The last version of a record counts. */
  stage(collection: string, records: readonly RosterRecord[]): void {
    for (const record of records) {
      this.#stage.run(collection, record.sourcedId, record.status, JSON.stringify(record));
    }
  }

  /** What `commit` will do. `isFull`: all that there is was staged, so what was not is gone. */
  judge(isFull: boolean): Change[] {
    if (isFull) this.#db.exec(markGone);
    return this.#db
      .prepare(compare)
      .all()
      .map((row) => ({
        collection: String(row.collection),
        added: Number(row.added),
        changed: Number(row.changed),
        deleted: Number(row.deleted),
        returned: Number(row.returned),
        before: Number(row.before),
      }));
  }

  /** Makes the staged records the replica, and stores T with them. */
  commit({ scope, publication }: ReplicaState): void {
    this.#db.exec(merge);
    this.#db
      .prepare('INSERT OR REPLACE INTO state VALUES (1, ?, ?, ?)')
      .run(scope, publication.id, publication.publishedAt);
    this.#db.exec('DELETE FROM incoming; COMMIT');
  }

  /** Ends a poll with the replica as it was. */
  rollback(): void {
    if (this.#db.isTransaction) this.#db.exec('ROLLBACK');
  }
}
