import { desc, eq } from 'drizzle-orm';
import type { AuditFault, BadRow } from '../model/audit.ts';
import type { ChainEnd } from './audit-chain.ts';
import { auditVerifications } from './audit-schema.ts';
import type { Tx } from './client.ts';

/** What a look at the chain has found. */
export interface VerificationRecord {
  readonly at: Date;
  /** Rows that were looked at. */
  readonly rows: number;
  readonly end: ChainEnd;
  readonly bad: BadRow | undefined;
}

export async function insertVerification(
  tx: Tx,
  { rows, end, bad }: Omit<VerificationRecord, 'at'>,
): Promise<void> {
  const found = { intact: bad === undefined, badSeq: bad?.seq ?? null, fault: bad?.fault ?? null };
  await tx.insert(auditVerifications).values({ rows, seq: end.seq, hash: end.hash, ...found });
}

/** The newest one, or the newest that has found nothing wrong. */
export async function findVerification(
  tx: Tx,
  which: 'any' | 'intact',
): Promise<VerificationRecord | undefined> {
  const [row] = await tx
    .select()
    .from(auditVerifications)
    .where(which === 'any' ? undefined : eq(auditVerifications.intact, true))
    .orderBy(desc(auditVerifications.id))
    .limit(1);
  if (row === undefined) return undefined;
  const { at, rows, seq, hash, badSeq, fault } = row;
  // Only `insertVerification` writes the column.
  const bad = badSeq === null ? undefined : { seq: badSeq, fault: fault as AuditFault };
  return { at, rows, end: { seq, hash }, bad };
}
