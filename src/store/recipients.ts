import { type AuditAction, fileActions } from '../model/audit.ts';
import { endpoints } from '../model/endpoints.ts';
import type { Recipient } from '../model/erasure.ts';
import { personalEntities } from '../model/person-places.ts';
import type { Session } from './session.ts';

/** Any of them opens something that is about people. */
const scopes = [
  ...new Set(
    endpoints.filter(({ entity }) => personalEntities.includes(entity)).flatMap((one) => one.scopes),
  ),
];

/** What shows rosters. */
const actions: readonly AuditAction[] = ['roster.read', ...fileActions];

/**
 * Programs that could have the person: those whose scopes open something about people, and those of which the audit
 * says that they read rosters or took files. Lists are in the audit without their ids, so who read any may have seen anybody.
 *
 * @param hash the person's in the audit; undefined when there is nothing of the person in it.
 */
export async function listRecipients(session: Session, hash: string | undefined): Promise<Recipient[]> {
  const { rows } = await session.query<Omit<Recipient, 'lastRead'> & { lastRead: Date | null }>(
    `SELECT c.id AS client, c.name, c.contact, r.at AS "lastRead", n.client IS NOT NULL AS named
FROM clients c
LEFT JOIN LATERAL (
  SELECT a.at FROM audit_log a WHERE a.actor_id = c.id AND a.action = ANY ($1) AND a.status < 400
  ORDER BY a.seq DESC LIMIT 1
) r ON true
LEFT JOIN (
  SELECT DISTINCT actor_id AS client FROM audit_log
  WHERE ids && ARRAY[$2::text] AND action = ANY ($1) AND status < 400
) n ON n.client = c.id
WHERE r.at IS NOT NULL OR (c.scopes && $3::text[] AND c.revoked_at IS NULL)
ORDER BY c.name, c.id`,
    [actions, hash ?? null, scopes],
  );
  return rows.map((row) => ({ ...row, lastRead: row.lastRead?.toISOString() ?? null }));
}
