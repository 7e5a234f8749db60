import { sql } from 'drizzle-orm';
import { personEntity } from '../model/person.ts';
import type { Db } from './client.ts';
import { columnOfField, literal, liveOf, quoted } from './column.ts';

/** What a search shows of somebody. */
export interface FoundPerson extends Record<string, unknown> {
  readonly sourcedId: string;
  readonly status: string;
  readonly source: string;
  readonly name: string;
  readonly identifier: string | null;
}

const column = (name: string) => columnOfField(personEntity, name);
const joined = (parts: readonly string[]) => `concat(${parts.join(', ')})`;
const knownBy = personEntity.knownBy ?? [];
const knownName = joined(knownBy.map(column));
const codes = personEntity.stored.filter((one) => one.code && one.kind === 'string');
const texts = personEntity.stored.filter(
  (one) => one.personal && !one.code && one.kind === 'string' && !one.writeOnly,
);
const readings = personEntity.japan.filter((one) => one.kana);
const reading = ({ name }: { readonly name: string }) => `metadata #>> ${literal(`{jp,${name}}`)}`;
/** 姓 and 名 together, the reading of both, and each name alone. Blanks do not count. */
const nameTexts = [
  knownName,
  joined(
    knownBy.flatMap((known) =>
      readings
        .filter(({ name }) => name.toLowerCase() === `kana${known}`.toLowerCase())
        .map((one) => `(${reading(one)})`),
    ),
  ),
  ...texts.map((one) => quoted(one.column)),
  ...readings.map((one) => `(${reading(one)})`),
].map((text) => String.raw`regexp_replace(lower(${text} COLLATE "und-x-icu"), '[\s　]', '', 'g')`);

const live = liveOf(personEntity);
/** Those of whom anything is left, and those who are restricted, as they would come back. */
const people = `(SELECT u.* FROM ${live} u WHERE u.status = 'active' OR ${knownName} <> ''
  UNION ALL SELECT r.* FROM set_aside a CROSS JOIN LATERAL jsonb_populate_record(NULL::${live},
    a.row || jsonb_build_object('sourced_id', a.sourced_id, 'status', 'restricted', 'source_id', a.source_id)) r
  WHERE a.entity = ${literal(personEntity.name)} AND a.publication_id = 0)`;

/** What is looked for. */
export interface PersonSearch {
  /** Part of a name or of its reading. */
  readonly name?: string | undefined;
  /** sourcedId, number, login id, address: exactly. */
  readonly identifier?: string | undefined;
}

/** People who are in the roster, were deleted from it, or are restricted, by sourcedId. */
export async function searchPersons(
  db: Db,
  { name, identifier }: PersonSearch,
  limit: number,
): Promise<FoundPerson[]> {
  const conditions = [
    ...(identifier === undefined
      ? []
      : [
          sql`${identifier} IN (u.sourced_id, ${sql.raw(codes.map((one) => quoted(one.column)).join(', '))})`,
        ]),
    ...(name === undefined
      ? []
      : [
          sql`(${sql.join(
            nameTexts.map(
              (text) =>
                sql`strpos(${sql.raw(text)}, regexp_replace(lower(${name}::text COLLATE "und-x-icu"), '[\\s　]', '', 'g')) > 0`,
            ),
            sql` OR `,
          )})`,
        ]),
  ];
  const rows =
    await db.execute<FoundPerson>(sql`SELECT u.sourced_id AS "sourcedId", u.status, s.name AS source,
  ${sql.raw(`concat_ws(' ', ${knownBy.map(column).join(', ')})`)} AS name, ${sql.raw(column('identifier'))} AS identifier
FROM ${sql.raw(people)} u JOIN sources s ON s.id = u.source_id
WHERE ${sql.join(conditions, sql` AND `)} ORDER BY u.sourced_id LIMIT ${limit}`);
  return [...rows];
}
