import type { Session } from './session.ts';

/** What the hub has of a person. */
export interface PersonRecord {
  /** Of the user's record. */
  readonly sourceId: number;
}

/** A person of whom the hub has anything; undefined for ids of nobody, and of those who were erased. */
export async function findPerson(session: Session, sourcedId: string): Promise<PersonRecord | undefined> {
  const { rows } = await session.query<PersonRecord>(
    `SELECT u.source_id AS "sourceId" FROM users u LEFT JOIN publications p ON p.id = u.publication_id
WHERE u.sourced_id = $1 AND (u.status = 'active' OR p.amendment IS DISTINCT FROM 'erasure')
UNION ALL SELECT source_id FROM restrictions WHERE sourced_id = $1 AND lifted_at IS NULL LIMIT 1`,
    [sourcedId],
  );
  return rows[0];
}
