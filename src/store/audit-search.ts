import { and, desc, eq, gte, lt, lte, type SQL, sql } from 'drizzle-orm';
import type { ActorKind, AuditAction } from '../model/audit.ts';
import type { ChainEnd, ChainedEntry } from './audit-chain.ts';
import { auditHead, auditLog, headId } from './audit-schema.ts';
import type { Tx } from './client.ts';

/** Which rows; what is undefined does not matter. */
export interface AuditFilter {
  /** Any of these hashes of ids; none finds nothing. */
  readonly ids?: readonly string[] | undefined;
  /** Id of a key or client, or of an account at a command line. */
  readonly actor?: string | undefined;
  readonly action?: string | undefined;
  readonly entity?: string | undefined;
  readonly object?: string | undefined;
  readonly requestId?: string | undefined;
  /** Done at this instant or later. */
  readonly from?: Date | undefined;
  /** Done before this instant. */
  readonly to?: Date | undefined;
}

/** Only `appendAudit` writes the two columns. */
export function toEntry(row: typeof auditLog.$inferSelect): ChainedEntry {
  return { ...row, actorKind: row.actorKind as ActorKind, action: row.action as AuditAction };
}

const array = (texts: readonly string[]) =>
  sql`ARRAY[${sql.join(
    texts.map((text) => sql`${text}`),
    sql`, `,
  )}]::text[]`;

function conditionsOf(filter: AuditFilter): SQL | undefined {
  const { ids, actor, action, entity, object, requestId, from, to } = filter;
  return and(
    ids === undefined ? undefined : sql`${auditLog.ids} && ${array(ids)}`,
    actor === undefined ? undefined : eq(auditLog.actorId, actor),
    action === undefined ? undefined : eq(auditLog.action, action),
    entity === undefined ? undefined : eq(auditLog.entity, entity),
    object === undefined ? undefined : eq(auditLog.object, object),
    requestId === undefined ? undefined : eq(auditLog.requestId, requestId),
    from === undefined ? undefined : gte(auditLog.at, from),
    to === undefined ? undefined : lt(auditLog.at, to),
  );
}

/** Newest first, from before `before`. */
export async function listAudit(
  tx: Tx,
  filter: AuditFilter,
  before: number | undefined,
  limit: number,
): Promise<ChainedEntry[]> {
  const rows = await tx
    .select()
    .from(auditLog)
    .where(and(conditionsOf(filter), before === undefined ? undefined : lt(auditLog.seq, before)))
    .orderBy(desc(auditLog.seq))
    .limit(limit);
  return rows.map(toEntry);
}

/** Rows in the order of the chain, behind `after` and up to `to`; those with one number too, should there be such. */
export async function readChain(
  tx: Tx,
  after: Pick<ChainedEntry, 'seq' | 'recordedAt'> | undefined,
  to: number,
  limit: number,
): Promise<ChainedEntry[]> {
  const behind =
    after === undefined
      ? undefined
      : sql`(${auditLog.seq}, ${auditLog.recordedAt}) > (${after.seq}, ${after.recordedAt.toISOString()}::timestamptz)`;
  const rows = await tx
    .select()
    .from(auditLog)
    .where(and(behind, lte(auditLog.seq, to)))
    .orderBy(auditLog.seq, auditLog.recordedAt)
    .limit(limit);
  return rows.map(toEntry);
}

/** What the head says, and what there is, in one snapshot. */
export interface ChainState {
  /** Undefined when somebody has taken it away. */
  readonly head: ChainEnd | undefined;
  readonly first: number | undefined;
  readonly last: number | undefined;
}

export async function readChainState(tx: Tx): Promise<ChainState> {
  const number = (text: SQL) => text.mapWith(Number) as SQL<number | null>;
  const [row] = await tx
    .select({
      head: auditHead.seq,
      hash: auditHead.hash,
      first: number(sql`(SELECT min(seq) FROM audit_log)`),
      last: number(sql`(SELECT max(seq) FROM audit_log)`),
    })
    // A row also without a head.
    .from(sql`(SELECT 1) AS always`)
    .leftJoin(auditHead, eq(auditHead.id, headId));
  const { head = null, hash = null, first = null, last = null } = row ?? {};
  return {
    head: head === null || hash === null ? undefined : { seq: head, hash },
    first: first ?? undefined,
    last: last ?? undefined,
  };
}

/** The newest row of an action. */
export async function findLastOf(tx: Tx, action: AuditAction): Promise<ChainedEntry | undefined> {
  const [row] = await listAudit(tx, { action }, undefined, 1);
  return row;
}
