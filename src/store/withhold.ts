import type { Entity } from '../model/entity.ts';
import { personalEntities } from '../model/person-places.ts';
import type { StageContext } from './checks.ts';
import { literal, liveOf } from './column.ts';
import { isAbout, type NamingColumn, namingColumns, peopleIn, subjectOf } from './person-rows.ts';
import type { Session } from './session.ts';
import { asideTable, dataColumns, keptTable, namedTable, stageTable } from './stage.ts';

/** The files of a bundle, as far as it was only staged. */
export type StagedFiles = Pick<StageContext, 'importId' | 'staged'>;

const batchSize = 10_000;

/** Ids of everybody whom the staged files speak of, in batches. The session is in a transaction until they are read. */
export async function* readStagedPeople(
  session: Session,
  { importId, staged }: StagedFiles,
): AsyncGenerator<string[]> {
  const parts = [...staged].flatMap((entity) => peopleIn(entity, stageTable(importId, entity)));
  if (parts.length === 0) return;
  await session.query('BEGIN READ ONLY');
  try {
    await session.query(
      `DECLARE people NO SCROLL CURSOR FOR SELECT DISTINCT id FROM (${parts.join(' UNION ALL ')}) p WHERE id IS NOT NULL`,
    );
    for (;;) {
      const { rows } = await session.query<{ id: string }>(`FETCH ${batchSize} FROM people`);
      if (rows.length > 0) yield rows.map(({ id }) => id);
      if (rows.length < batchSize) break;
    }
  } finally {
    await session.query('ROLLBACK');
  }
}

const people = '$1::text[]';
const namingOf = (entity: Entity) => namingColumns.filter((one) => one.entity === entity);

/** What issues say of these lines was said of rows that are not there. */
async function forgetIssues(
  session: Session,
  importId: string,
  entity: Entity,
  lines: readonly number[],
): Promise<void> {
  if (lines.length === 0) return;
  await session.query('DELETE FROM import_issues WHERE import_id = $1 AND file = $2 AND line = ANY ($3)', [
    importId,
    entity.csvFile,
    lines,
  ]);
}

/** Lines of a file, in order. */
export interface TakenLines {
  /** Rows that are gone. */
  readonly rows: readonly number[];
  /** Rows that do not name somebody any more. */
  readonly names: readonly number[];
}

/** Takes rows about these people out of a staged file, and their names out of the other rows. */
export async function takeOutPeople(
  session: Session,
  importId: string,
  entity: Entity,
  ids: readonly string[],
): Promise<TakenLines> {
  const stage = stageTable(importId, entity);
  let rows: number[] = [];
  if (personalEntities.includes(entity)) {
    const gone = await session.query<{ line: number; deleted: boolean }>(
      `DELETE FROM ${stage} s WHERE ${isAbout(entity, 's', people)} RETURNING line, deleted`,
      [ids],
    );
    const lines = gone.rows.map(({ line }) => line);
    await forgetIssues(session, importId, entity, lines);
    // A row that deletes somebody who is not there says nothing new.
    rows = gone.rows.filter(({ deleted }) => !deleted).map(({ line }) => line);
  }
  const names = new Set<number>();
  for (const naming of namingOf(entity)) {
    for (const id of ids) {
      const changed = await unname(session, stage, naming, id);
      for (const { line } of changed) names.add(line);
    }
  }
  const inOrder = (lines: Iterable<number>) => [...lines].sort((one, other) => one - other);
  return { rows: inOrder(rows), names: inOrder(names) };
}

async function unname(session: Session, stage: string, { column, names, without }: NamingColumn, id: string) {
  const { rows } = await session.query<{ line: number; id: string }>(
    `UPDATE ${stage} s SET ${column} = ${without('s', '$1::text')} WHERE ${names('s', 'ARRAY[$1::text]')}
RETURNING line, sourced_id AS id`,
    [id],
  );
  return rows;
}

/**
 * The same for people who are restricted: their rows go to a table beside the stage, and so do the names, to be set
 * aside when the import is published. For every staged file, since one without somebody says something too.
 */
export async function putAside(
  session: Session,
  importId: string,
  entity: Entity,
  ids: readonly string[],
): Promise<void> {
  const stage = stageTable(importId, entity);
  if (personalEntities.includes(entity)) {
    const aside = asideTable(importId, entity);
    const data = dataColumns(entity).map((column) => `g.${column}`);
    await session.query(`CREATE UNLOGGED TABLE ${aside} (line integer NOT NULL, sourced_id text COLLATE "C" NOT NULL,
  person text COLLATE "C" NOT NULL, deleted boolean NOT NULL, faulty boolean NOT NULL, row jsonb NOT NULL)`);
    const { rows } = await session.query<{ line: number }>(
      `WITH gone AS (DELETE FROM ${stage} s WHERE ${isAbout(entity, 's', people)} RETURNING s.*)
INSERT INTO ${aside} SELECT g.line, g.sourced_id, ${subjectOf(entity, 'g')}, g.deleted,
  EXISTS (SELECT FROM import_issues i WHERE i.import_id = $2 AND i.file = ${literal(entity.csvFile)}
    AND i.line = g.line AND i.level = 'error'),
  (SELECT to_jsonb(x) FROM (SELECT g.source_modified AS source_date_last_modified, ${data.join(', ')}) x)
FROM gone g RETURNING line`,
      [ids, importId],
    );
    await forgetIssues(
      session,
      importId,
      entity,
      rows.map(({ line }) => line),
    );
  }
  if (namingOf(entity).length === 0) return;
  const named = namedTable(importId, entity);
  await session.query(`CREATE UNLOGGED TABLE ${named} (person text COLLATE "C" NOT NULL, "column" text NOT NULL,
  sourced_id text COLLATE "C" NOT NULL)`);
  for (const naming of namingOf(entity)) {
    for (const id of ids) {
      const changed = await unname(session, stage, naming, id);
      await session.query(`INSERT INTO ${named} SELECT $1, $2, u.id FROM unnest($3::text[]) u (id)`, [
        id,
        naming.column,
        changed.map((row) => row.id),
      ]);
    }
  }
}

/**
 * What a publication says of people who are restricted, in its transaction: rows of the file are set aside in place of
 * those that were, and what it does not have any more is forgotten, so that a lift brings back what is true then.
 */
export async function publishAside(session: Session, context: StageContext): Promise<void> {
  for (const entity of context.staged) {
    if (personalEntities.includes(entity)) await publishRows(session, context, entity);
    for (const naming of namingOf(entity)) await publishNames(session, context, naming);
  }
}

async function publishRows(session: Session, context: StageContext, entity: Entity): Promise<void> {
  const { importId, sourceId, deltas, kept, rulebook } = context;
  const aside = asideTable(importId, entity);
  const stage = stageTable(importId, entity);
  const among = (rows: string, condition = 'true') =>
    `EXISTS (SELECT FROM ${rows} x WHERE x.sourced_id = a.sourced_id AND ${condition})`;
  const spared = kept?.has(entity) === true ? ` AND NOT ${among(keptTable(importId, entity))}` : '';
  const gone = deltas.has(entity)
    ? `(${among(stage)} OR ${among(aside, 'x.deleted')})`
    : `NOT ${among(aside, 'NOT x.deleted')}${spared}`;
  await session.query(
    `DELETE FROM set_aside a WHERE a.entity = $1 AND a.publication_id = 0 AND a.source_id = $2 AND ${gone}`,
    [entity.name, sourceId],
  );
  const takesOver = rulebook.settings.onConflict === 'takeOver' ? '' : ' WHERE a.source_id = $2';
  await session.query(
    `INSERT INTO set_aside AS a (entity, sourced_id, publication_id, person, source_id, row)
SELECT DISTINCT ON (sourced_id) $1, sourced_id, 0, person, $2::integer, row FROM ${aside}
WHERE NOT deleted AND NOT faulty ORDER BY sourced_id, line
ON CONFLICT (entity, sourced_id, publication_id)
DO UPDATE SET person = EXCLUDED.person, source_id = EXCLUDED.source_id, row = EXCLUDED.row${takesOver}`,
    [entity.name, sourceId],
  );
}

async function publishNames(
  session: Session,
  { importId, sourceId, deltas }: StageContext,
  { entity, column }: NamingColumn,
): Promise<void> {
  const named = namedTable(importId, entity);
  const said = deltas.has(entity)
    ? `AND EXISTS (SELECT FROM ${stageTable(importId, entity)} s WHERE s.sourced_id = n.sourced_id)`
    : '';
  await session.query(
    `DELETE FROM set_aside_names n USING ${liveOf(entity)} l
WHERE n.entity = $1 AND n."column" = $2 AND n.publication_id = 0 AND l.sourced_id = n.sourced_id AND l.source_id = $3 ${said}`,
    [entity.name, column, sourceId],
  );
  await session.query(
    `INSERT INTO set_aside_names (person, entity, "column", sourced_id, publication_id)
SELECT DISTINCT person, $1, "column", sourced_id, 0 FROM ${named} WHERE "column" = $2 ON CONFLICT DO NOTHING`,
    [entity.name, column],
  );
}
