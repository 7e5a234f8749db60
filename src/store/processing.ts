import { sql } from 'drizzle-orm';
import { entities, entityList } from '../model/entities/index.ts';
import { personalFiles } from '../model/person.ts';
import type { Db } from './client.ts';
import { columnOfField, literal, liveOf, quoted, stampText } from './column.ts';

const { roles, orgs } = entities;
const roleOwner = personalFiles.find(({ entity }) => entity === roles)?.way;
const userOfRole = roleOwner?.kind === 'ref' ? quoted(roleOwner.column.column) : 'sourced_id';

/** Records that are active now, by entity. */
export async function countActive(db: Db): Promise<ReadonlyMap<string, number>> {
  const parts = entityList.map(
    (entity) =>
      `SELECT ${literal(entity.name)} AS name, count(*)::int AS count FROM ${liveOf(entity)} WHERE status = 'active'`,
  );
  const rows = await db.execute<{ name: string; count: number }>(sql.raw(parts.join(' UNION ALL ')));
  return new Map([...rows].map(({ name, count }) => [name, count]));
}

/** People by the term of their role; somebody with two roles is counted in both. */
export async function countByRole(db: Db): Promise<{ readonly role: string; readonly persons: number }[]> {
  const rows = await db.execute<{ role: string; persons: number }>(
    sql.raw(`SELECT ${columnOfField(roles, 'role')} AS role, count(DISTINCT ${userOfRole})::int AS persons
FROM ${liveOf(roles)} WHERE status = 'active' GROUP BY 1 ORDER BY 2 DESC, 1`),
  );
  return [...rows];
}

/** An org at which people have roles. */
export interface OrgPersons {
  readonly sourcedId: string;
  readonly name: string;
  readonly type: string;
  readonly persons: number;
}

/** Orgs and the people with a role there, by name. */
export async function countByOrg(db: Db): Promise<OrgPersons[]> {
  const name = columnOfField(orgs, 'name');
  const rows = await db.execute<OrgPersons & Record<string, unknown>>(
    sql.raw(`SELECT o.sourced_id AS "sourcedId", o.${name} AS name, o.${columnOfField(orgs, 'type')} AS type,
  count(DISTINCT r.${userOfRole})::int AS persons
FROM ${liveOf(orgs)} o LEFT JOIN ${liveOf(roles)} r ON r.${columnOfField(roles, 'org')} = o.sourced_id AND r.status = 'active'
WHERE o.status = 'active' GROUP BY 1, 2, 3 ORDER BY o.${name}, o.sourced_id`),
  );
  return [...rows];
}

/** Where records come from. */
export interface SourceSummary {
  readonly name: string;
  /** Active users that it owns. */
  readonly persons: number;
  /** Of what it last published; null when it never has. */
  readonly lastPublishedAt: Date | null;
}

/** By name. */
export async function summariseSources(db: Db): Promise<SourceSummary[]> {
  const rows = await db.execute<{ name: string; persons: number; last: string | null }>(
    sql.raw(`SELECT s.name,
  (SELECT count(*)::int FROM ${liveOf(entities.users)} u WHERE u.source_id = s.id AND u.status = 'active') AS persons,
  ${stampText('(SELECT max(p.published_at) FROM publications p JOIN imports i ON i.id = p.import_id WHERE i.source_id = s.id)')} AS last
FROM sources s ORDER BY s.name`),
  );
  return [...rows].map(({ name, persons, last }) => ({
    name,
    persons,
    lastPublishedAt: last === null ? null : new Date(last),
  }));
}

/** When anything of each client was last used, to the minute, by the client's id. */
export async function listLastUses(db: Db): Promise<ReadonlyMap<string, Date>> {
  const rows = await db.execute<{ id: string; last: string }>(
    sql.raw(`SELECT client_id AS id, ${stampText('max(last_used_at)')} AS last FROM credentials
WHERE last_used_at IS NOT NULL GROUP BY client_id`),
  );
  return new Map([...rows].map(({ id, last }) => [id, new Date(last)]));
}
