import { createHmac } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import { auditSubjects } from './audit-schema.ts';
import type { Tx } from './client.ts';

/** Enough to find somebody by, and too much to be met twice by chance. */
const hashLength = 32;

/** `users:9f…`; tied to the person by the salt alone, which erasure destroys. */
export function subjectHash(salt: Buffer, sourcedId: string): string {
  return `users:${createHmac('sha256', salt).update(sourcedId).digest('hex').slice(0, hashLength)}`;
}

/**
 * Hashes of people, by sourcedId. Who has none yet gets a salt; ids of nobody (guessed, or erased) are left out: there
 * is nothing to protect and nobody to find.
 */
export async function hashSubjects(
  tx: Tx,
  sourcedIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (sourcedIds.length === 0) return new Map();
  // In one order, so that two who add the same people wait for each other and do not lock each other out.
  const asked = [...new Set(sourcedIds)].sort();
  const known = () => tx.select().from(auditSubjects).where(inArray(auditSubjects.sourcedId, asked));
  let rows = await known();
  if (rows.length < asked.length) {
    await tx.execute(sql`INSERT INTO audit_subjects (sourced_id, salt)
SELECT a.id, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()))
FROM jsonb_array_elements_text(${JSON.stringify(asked)}::text::jsonb) WITH ORDINALITY AS a(id, n)
WHERE EXISTS (SELECT FROM users u LEFT JOIN publications p ON p.id = u.publication_id
    WHERE u.sourced_id = a.id AND (u.status = 'active' OR p.amendment IS DISTINCT FROM 'erasure'))
  OR EXISTS (SELECT FROM users_history WHERE sourced_id = a.id)
ORDER BY a.n
ON CONFLICT DO NOTHING`);
    rows = await known();
  }
  return new Map(rows.map(({ sourcedId, salt }) => [sourcedId, subjectHash(salt, sourcedId)]));
}

/** The hash of a person, if there is anything of the person in the audit. */
export async function findSubjectHash(tx: Tx, sourcedId: string): Promise<string | undefined> {
  const [row] = await tx.select().from(auditSubjects).where(eq(auditSubjects.sourcedId, sourcedId));
  return row === undefined ? undefined : subjectHash(row.salt, sourcedId);
}

/** Whose enrollments these are: sourcedIds of users by those of enrollments. */
export async function findEnrolled(
  tx: Tx,
  enrollmentIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (enrollmentIds.length === 0) return new Map();
  const rows = await tx
    .select({ id: sql<string>`sourced_id`, user: sql<string>`user_sourced_id` })
    .from(sql`enrollments`)
    .where(sql`user_sourced_id IS NOT NULL AND ${inArray(sql`sourced_id`, [...enrollmentIds])}`);
  return new Map(rows.map(({ id, user }) => [id, user]));
}

/** Unties a person from the audit for good. */
export async function forgetSubject(tx: Tx, sourcedId: string): Promise<void> {
  await tx.delete(auditSubjects).where(eq(auditSubjects.sourcedId, sourcedId));
}
