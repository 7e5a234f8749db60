import { makePartitions } from '../../store/audit-partitions.ts';
import { findVerification, insertVerification } from '../../store/audit-verifications.ts';
import type { Context } from '../context.ts';
import { anchorText, writeAnchor } from './anchors.ts';
import { type AuditVerification, verifyAudit } from './verify-audit.ts';

/**
 * The nightly care of the audit: room for the next months, a look at what was added since the last good look, and the
 * end of the chain written down in a second place. Each is done even when another fails.
 *
 * @returns what was found.
 */
export async function keepAudit(
  ctx: Pick<Context, 'store' | 'keys' | 'log' | 'auditHeadFile'>,
  now: Date,
): Promise<AuditVerification> {
  const { db } = ctx.store;
  const partitions = makePartitions(db).catch((error: unknown) => error);
  const known = await findVerification(db, 'intact');
  const found = await verifyAudit(ctx, { since: known?.end });
  await insertVerification(db, found);
  const { bad, rows, end } = found;
  if (bad === undefined) ctx.log.info({ rows, head: anchorText(end) }, 'the audit is as it was written');
  else ctx.log.fatal({ ...bad, head: anchorText(end) }, 'the audit has been tampered with');
  // Of a chain that is not whole nothing is vouched for.
  if (bad === undefined && ctx.auditHeadFile !== undefined) await writeAnchor(ctx.auditHeadFile, now, end);
  const failed = await partitions;
  if (failed !== undefined) throw failed;
  return found;
}
