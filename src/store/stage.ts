import { entityList } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { quoted, sqlTypes, tableName } from './column.ts';
import type { Session } from './session.ts';
import { type CopyTarget, type CopyValue, copyText, openCopy } from './stage-copy.ts';
import { isValidationId } from './validation-id.ts';

/** Columns of a record that come from its file, in the order of the declaration. */
export function dataColumns(entity: Entity): string[] {
  return [...entity.stored.map((column) => quoted(column.column)), 'metadata'];
}

/** All columns of a record that its replaced versions have too. */
export function recordColumns(entity: Entity): string[] {
  const own = ['sourced_id', 'status', 'publication_id', 'source_id', 'source_date_last_modified'];
  return [...own, ...dataColumns(entity)];
}

/** Tables of imports begin with i, those of validations with v. */
function name(importId: string, entity: Entity, suffix = ''): string {
  const kind = isValidationId(importId) ? 'v' : 'i';
  return `staging.${quoted(`${kind}${importId.replaceAll('-', '')}_${tableName(entity.name)}${suffix}`)}`;
}

/** Rows of the file, as read. */
export function stageTable(importId: string, entity: Entity): string {
  return name(importId, entity);
}

/** What publishing will do: sourced_id and op (c, u, d, m). */
export function diffTable(importId: string, entity: Entity): string {
  return name(importId, entity, '_diff');
}

/**
 * With `onError: skip`, the records that no deletion may touch: those of rows that were left out (with their line) and
 * those that they need (without).
 */
export function keptTable(importId: string, entity: Entity): string {
  return name(importId, entity, '_kept');
}

/** Rows about people who are restricted, which are set aside when the import is published. */
export function asideTable(importId: string, entity: Entity): string {
  return name(importId, entity, '_aside');
}

/** Who of them was named in which rows. */
export function namedTable(importId: string, entity: Entity): string {
  return name(importId, entity, '_named');
}

/** Unlogged and without indexes: a crash of the server empties it, and the import begins anew. */
export async function createStage(session: Session, importId: string, entity: Entity): Promise<void> {
  const columns = entity.stored.map((column) => `${quoted(column.column)} ${sqlTypes[column.kind]}`);
  await session.query(`CREATE UNLOGGED TABLE ${stageTable(importId, entity)} (
    line integer NOT NULL, sourced_id text COLLATE "C" NOT NULL, deleted boolean NOT NULL,
    source_modified timestamptz(3), ${columns.join(', ')}, metadata jsonb
  ) WITH (autovacuum_enabled = off)`);
}

/** Drops all that an import staged. Safe when there is nothing. */
export async function dropStage(session: Session, importId: string): Promise<void> {
  const tables = entityList.flatMap((entity) =>
    [stageTable, diffTable, keptTable, asideTable, namedTable].map((table) => table(importId, entity)),
  );
  await session.query(`DROP TABLE IF EXISTS ${tables.join(', ')}`);
}

/**
 * Drops what imports that ended without their last step have left, and not what waits for a person. Only for the
 * holder of the import lock; validations, which are no imports, have a sweeper of their own.
 */
export async function dropStages(session: Session): Promise<void> {
  const { rows } = await session.query<{ name: string }>(
    `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
     WHERE schemaname = 'staging' AND tablename LIKE 'i%' AND NOT EXISTS (
       SELECT FROM imports i WHERE i.state IN ('checked', 'held')
         AND replace(i.id::text, '-', '') = substr(tablename, 2, 32))`,
  );
  if (rows.length > 0) await session.query(`DROP TABLE IF EXISTS ${rows.map(({ name }) => name).join(', ')}`);
}

/** Statistics of the columns that are joined on, without which the planner joins half a million rows by nested loops. */
export async function analyzeStage(session: Session, importId: string, entity: Entity): Promise<void> {
  const joined = entity.stored
    .filter((column) => column.kind === 'ref')
    .map((column) => quoted(column.column));
  await session.query(`ANALYZE ${stageTable(importId, entity)} (${['sourced_id', ...joined].join(', ')})`);
}

export function copyStage(session: Session, importId: string, entity: Entity): CopyTarget {
  const columns = ['line', 'sourced_id', 'deleted', 'source_modified', ...dataColumns(entity)];
  return openCopy(session, stageTable(importId, entity), columns);
}

export interface StageRow {
  readonly line: number;
  readonly sourcedId: string;
  readonly deleted: boolean;
  /** An instant as text; null in bulk files. */
  readonly modified: string | null;
  readonly values: readonly CopyValue[];
  readonly metadata: object | null;
}

/**
 * Rows as COPY text. Rows without a sourcedId have been reported and cannot be referred to. `plain` promises that no
 * value has a backslash, a tab or a line break.
 */
export function stageLines(rows: readonly StageRow[], plain = false): string {
  let text = '';
  for (const row of rows) {
    if (row.sourcedId === '') continue;
    text += `${row.line}\t${copyText(row.sourcedId, plain)}\t${copyText(row.deleted)}\t${copyText(row.modified, plain)}`;
    for (const value of row.values) text += `\t${copyText(value, plain)}`;
    text += `\t${copyText(row.metadata)}\n`;
  }
  return text;
}
