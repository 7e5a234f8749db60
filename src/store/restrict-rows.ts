import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { personalEntities } from '../model/person-places.ts';
import { amendedCounts } from './amendment.ts';
import { historyOf, liveOf } from './column.ts';
import { buryRows, forgetRendered, unnameHistory, unnameRows } from './erase-rows.ts';
import type { FileCounts } from './imports.ts';
import { isAbout, type NamingColumn, namingColumns } from './person-rows.ts';
import type { Session } from './session.ts';

const people = 'ARRAY[$1::text]';

/** Puts a person's rows aside: versions for when they were true, and what is active as what a lift brings back. */
async function setRowsAside(
  session: Session,
  entity: Entity,
  sourcedId: string,
  publication: number,
): Promise<void> {
  const mine = isAbout(entity, 'l', people);
  const into = `INSERT INTO set_aside (entity, sourced_id, publication_id, valid_to, person, source_id, row)`;
  await session.query(
    `WITH gone AS (DELETE FROM ${historyOf(entity)} l WHERE ${mine} RETURNING l.*)
${into} SELECT $2, g.sourced_id, g.publication_id, g.valid_to, $1::text, g.source_id, to_jsonb(g) FROM gone g
ON CONFLICT DO NOTHING`,
    [sourcedId, entity.name],
  );
  await session.query(
    `${into} SELECT $2, l.sourced_id, v.publication_id, v.valid_to, $1::text, l.source_id, to_jsonb(l)
FROM ${liveOf(entity)} l CROSS JOIN LATERAL (VALUES (l.publication_id, $3::bigint), (0, NULL)) v (publication_id, valid_to)
WHERE ${mine} AND (v.publication_id > 0 OR l.status = 'active')
ON CONFLICT DO NOTHING`,
    [sourcedId, entity.name, publication],
  );
}

/** Writes down where others' rows name a person: in replaced versions, and in current rows `live`. */
export async function keepNames(
  session: Session,
  { entity, column, names }: NamingColumn,
  sourcedId: string,
  live: string,
): Promise<void> {
  const named = names('l', people);
  await session.query(
    `INSERT INTO set_aside_names (person, entity, "column", sourced_id, publication_id)
SELECT $1::text, $2, $3, l.sourced_id, l.publication_id FROM ${historyOf(entity)} l WHERE ${named}
UNION SELECT $1::text, $2, $3, l.sourced_id, v.id
FROM ${liveOf(entity)} l CROSS JOIN LATERAL (VALUES (l.publication_id), (0)) v (id) WHERE ${live} AND ${named}
ON CONFLICT DO NOTHING`,
    [sourcedId, entity.name, column],
  );
}

/**
 * Puts everything of a person aside, of all publications, in the transaction of the publication: nobody sees it, and a
 * lift can bring it back.
 *
 * @returns what became of records, by CSV file.
 */
export async function restrictRows(
  session: Session,
  sourcedId: string,
  publication: number,
): Promise<Readonly<Record<string, FileCounts>>> {
  const files: Record<string, FileCounts> = {};
  for (const entity of entityList) {
    let [updated, deleted] = [0, 0];
    if (personalEntities.includes(entity)) {
      await setRowsAside(session, entity, sourcedId, publication);
      deleted = await buryRows(session, entity, sourcedId, publication);
      await forgetRendered(session, entity, [sourcedId]);
    }
    for (const naming of namingColumns.filter((one) => one.entity === entity)) {
      await keepNames(session, naming, sourcedId, 'true');
      updated += (await unnameRows(session, naming, sourcedId, publication)).length;
      await unnameHistory(session, naming, sourcedId);
    }
    if (updated + deleted > 0) files[entity.csvFile] = amendedCounts({ updated, deleted });
  }
  return files;
}
