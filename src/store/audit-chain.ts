import { createHmac, type KeyObject } from 'node:crypto';
import type { ActorKind, AuditAction } from '../model/audit.ts';

/** What one row of the audit says. */
export interface AuditEntry {
  /** When it was done. */
  readonly at: Date;
  readonly actorKind: ActorKind;
  readonly actorId: string | null;
  readonly actorName: string | null;
  /** Id of the API key. */
  readonly actorKey: string | null;
  readonly address: string | null;
  readonly action: AuditAction;
  readonly entity: string | null;
  readonly object: string | null;
  /** Keyed hashes, `users:9f…`. */
  readonly ids: readonly string[];
  readonly query: string | null;
  readonly publicationId: number | null;
  readonly count: number | null;
  /** HTTP status. */
  readonly status: number;
  readonly error: string | null;
  readonly requestId: string | null;
  readonly detail: string | null;
}

/** A row in its place in the chain. */
export interface ChainedEntry extends AuditEntry {
  readonly seq: number;
  readonly recordedAt: Date;
  readonly keyId: string;
  readonly hash: Buffer;
}

/** What the first row is chained to. */
export const genesisHash: Buffer = Buffer.alloc(32);

/** Names a key without giving it away, so that rows of before a new SECRET can still be judged. */
export function keyIdOf(key: KeyObject): string {
  return createHmac('sha256', key).update('key id').digest('hex').slice(0, 8);
}

/**
 * The hash of a row: HMAC-SHA-256 of the hash before it and of everything it says, as one JSON array, whose quotes keep
 * the values apart. Whoever can write to the database but has no SECRET cannot make one.
 */
export function chainHash(key: KeyObject, before: Buffer, row: Omit<ChainedEntry, 'hash'>): Buffer {
  const said = [
    row.seq,
    row.recordedAt.toISOString(),
    row.at.toISOString(),
    row.actorKind,
    row.actorId,
    row.actorName,
    row.actorKey,
    row.address,
    row.action,
    row.entity,
    row.object,
    row.ids,
    row.query,
    row.publicationId,
    row.count,
    row.status,
    row.error,
    row.requestId,
    row.detail,
    row.keyId,
  ];
  return createHmac('sha256', key).update(before).update(JSON.stringify(said)).digest();
}

/** The end of a chain. */
export interface ChainEnd {
  readonly seq: number;
  readonly hash: Buffer;
}

/** Puts entries behind the end of a chain, in their order. `now` is the clock of the database. */
export function chainEntries(
  key: KeyObject,
  end: ChainEnd,
  now: Date,
  entries: readonly AuditEntry[],
): ChainedEntry[] {
  const keyId = keyIdOf(key);
  let { seq, hash } = end;
  return entries.map((entry) => {
    seq += 1;
    const row = { ...storable(entry), seq, recordedAt: now, keyId };
    hash = chainHash(key, hash, row);
    return { ...row, hash };
  });
}

/** Names and ids of people are short; what a caller can make long is cut. */
const textLengthMax = 4_000;

/** As the database will give it back: it has no NUL, and no half of a character. */
function text(value: string | null): string | null {
  return value === null ? null : value.replaceAll('\0', '').slice(0, textLengthMax).toWellFormed();
}

function storable(entry: AuditEntry): AuditEntry {
  return {
    ...entry,
    actorId: text(entry.actorId),
    actorName: text(entry.actorName),
    actorKey: text(entry.actorKey),
    address: text(entry.address),
    entity: text(entry.entity),
    object: text(entry.object),
    ids: entry.ids.map((id) => text(id) ?? ''),
    query: text(entry.query),
    error: text(entry.error),
    requestId: text(entry.requestId),
    detail: text(entry.detail),
  };
}
