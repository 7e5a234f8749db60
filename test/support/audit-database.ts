import pg from 'pg';
import { createLog } from '../../src/log.ts';
import { hubOrigin } from '../../src/model/audit.ts';
import { deriveKeys } from '../../src/services/access/derive-keys.ts';
import { appendAudit } from '../../src/store/audit.ts';
import type { AuditEntry } from '../../src/store/audit-chain.ts';
import { openStore, type Store } from '../../src/store/client.ts';
import { createTestDatabase } from './test-database.ts';
import { testSecret } from './test-hub.ts';

/** A database with an audit, without a hub. */
export interface AuditDatabase extends AsyncDisposable {
  readonly url: string;
  readonly store: Store;
  readonly keys: ReturnType<typeof deriveKeys>;
  /** Adds one row in a transaction of its own. */
  append(entry?: Partial<AuditEntry>): Promise<void>;
  /** What somebody does who owns the server: no trigger stops it. */
  tamper(...statements: string[]): Promise<void>;
}

/** A row, as far as a test does not care. */
export function entryOf(entry: Partial<AuditEntry> = {}): AuditEntry {
  return {
    at: new Date('2026-04-01T00:00:00Z'),
    actorKind: hubOrigin.actor.kind,
    actorId: null,
    actorName: null,
    actorKey: null,
    address: null,
    action: 'roster.read',
    entity: 'users',
    object: null,
    ids: [],
    query: null,
    publicationId: null,
    count: null,
    status: 200,
    error: null,
    requestId: null,
    detail: null,
    ...entry,
  };
}

/** Statements of the server's owner, with all triggers off. */
export async function tamperWith(url: string, statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(['SET session_replication_role = replica', ...statements].join(';\n'));
  } finally {
    await client.end();
  }
}

export async function createAuditDatabase(): Promise<AuditDatabase> {
  const database = await createTestDatabase();
  const store = openStore(database.url, createLog('silent'));
  const keys = deriveKeys(testSecret);
  return {
    url: database.url,
    store,
    keys,
    append: (entry) => store.db.transaction((tx) => appendAudit(tx, keys.audit, [entryOf(entry)])),
    tamper: (...statements) => tamperWith(database.url, statements),
    async [Symbol.asyncDispose]() {
      await store.close();
      await database.drop();
    },
  };
}
