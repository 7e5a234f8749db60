import type { KeyObject } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import { RosterError } from '../errors.ts';
import { type AuditEntry, type ChainedEntry, chainEntries } from './audit-chain.ts';
import { auditHead, headId } from './audit-schema.ts';
import type { Tx } from './client.ts';
import type { Session } from './session.ts';
import { findDatabaseError } from './sqlstate.ts';

/**
 * Adds rows to the end of the chain, in the caller's transaction, as its last statements: from here to COMMIT everybody
 * else who has something to record waits. Throws `audit_unavailable` when it cannot be written; what the transaction
 * did before must then not be done.
 */
export async function appendAudit(tx: Tx, key: KeyObject, entries: readonly AuditEntry[]): Promise<void> {
  if (entries.length === 0) return;
  try {
    const [head] = await tx
      .select({
        seq: auditHead.seq,
        hash: auditHead.hash,
        // A clock that is set back does not put rows into a month that is over.
        now: sql`greatest(date_trunc('milliseconds', clock_timestamp()), ${auditHead.recordedAt})`.mapWith(
          auditHead.recordedAt,
        ),
      })
      .from(auditHead)
      .where(eq(auditHead.id, headId))
      .for('update');
    if (head === undefined) throw new Error('the audit has no head');
    await insertChained(tx, chainEntries(key, head, head.now, entries));
  } catch (error) {
    if (findDatabaseError(error) === 'database_unavailable') throw error;
    throw new RosterError('audit_unavailable', {}, { cause: error });
  }
}

async function insertChained(tx: Tx, rows: readonly ChainedEntry[]): Promise<void> {
  const last = rows.at(-1);
  if (last === undefined) return;
  const records = rows.map((row) => ({ ...row, hash: row.hash.toString('hex') }));
  // Rows and head in one statement: one round trip less with the head locked.
  await tx.execute(sql`WITH added AS (
  INSERT INTO audit_log (seq, recorded_at, at, actor_kind, actor_id, actor_name, actor_key, address, action, entity, object, ids,
    query, publication_id, count, status, error, request_id, detail, key_id, hash)
  SELECT r.seq, r."recordedAt", r.at, r."actorKind", r."actorId", r."actorName", r."actorKey", r.address, r.action, r.entity,
    r.object, r.ids, r.query, r."publicationId", r.count, r.status, r.error, r."requestId", r.detail, r."keyId",
    decode(r.hash, 'hex')
  FROM jsonb_to_recordset(${JSON.stringify(records)}::text::jsonb) AS r(seq bigint, "recordedAt" timestamptz,
    at timestamptz, "actorKind" text, "actorId" text, "actorName" text, "actorKey" text, address text, action text, entity text,
    object text, ids text[], query text, "publicationId" bigint, count integer, status integer, error text,
    "requestId" text, detail text, "keyId" text, hash text)
)
UPDATE audit_head SET seq = ${last.seq}, recorded_at = ${last.recordedAt.toISOString()}::timestamptz, hash = decode(${last.hash.toString('hex')}, 'hex') WHERE id = ${headId}`);
}

/** The transaction that is open on a session, for what is written with Drizzle. */
export function txOf(session: Session): Tx {
  return drizzle(session);
}
