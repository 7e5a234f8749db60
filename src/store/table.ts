import { bigint, index, integer, jsonb, pgTable, primaryKey, text, timestamp } from 'drizzle-orm/pg-core';
import type { Entity } from '../model/entity.ts';
import { sqlColumn, sqlTypes, tableName } from './column.ts';

/** Milliseconds are all that a OneRoster instant has. */
const instant = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' });
const id = sqlColumn('text COLLATE "C"');

/** Columns that every entity's tables begin with. */
function recordColumns() {
  return {
    sourcedId: id('sourced_id').notNull(),
    status: text('status').notNull(),
    /** The publication that made this version visible: the row's clock. */
    publicationId: bigint('publication_id', { mode: 'number' }).notNull(),
    sourceId: integer('source_id').notNull(),
    /** `dateLastModified` as the file had it. */
    sourceDateLastModified: instant('source_date_last_modified'),
  };
}

function ownColumns(entity: Entity) {
  return {
    ...Object.fromEntries(
      entity.stored.map((column) => [column.name, sqlColumn(sqlTypes[column.kind])(column.column)]),
    ),
    metadata: jsonb('metadata'),
  };
}

/** References by one id are looked up from the other side; lists of ids are not. */
function referenceColumns(entity: Entity): string[] {
  return entity.stored.filter((column) => column.kind === 'ref').map((column) => column.name);
}

/** The roster as it is: one row a record, deleted ones included. */
export function tableOf(entity: Entity) {
  const name = tableName(entity.name);
  return pgTable(name, { ...recordColumns(), ...ownColumns(entity) }, (table) => [
    primaryKey({ name: `${name}_pkey`, columns: [table.sourcedId] }),
    index(`${name}_publication_idx`).on(table.publicationId, table.sourcedId),
    ...referenceIndexes(name, entity, table),
  ]);
}

/** Versions that a later publication replaced. True for publications from `publication_id` up to before `valid_to`. */
export function historyOf(entity: Entity) {
  const name = `${tableName(entity.name)}_history`;
  const columns = {
    ...recordColumns(),
    ...ownColumns(entity),
    validTo: bigint('valid_to', { mode: 'number' }).notNull(),
  };
  return pgTable(name, columns, (table) => [
    primaryKey({ name: `${name}_pkey`, columns: [table.sourcedId, table.publicationId] }),
    index(`${name}_valid_to_idx`).on(table.validTo),
    ...referenceIndexes(name, entity, table),
  ]);
}

function referenceIndexes(name: string, entity: Entity, table: Record<string, unknown>) {
  return referenceColumns(entity).map((field) =>
    index(`${name}_${tableName(field)}_idx`).on(tableColumn(table, field)),
  );
}

/** The computed key is safe: `field` is one of the names that the same declaration put into the table. */
function tableColumn(table: Record<string, unknown>, field: string) {
  return table[field] as ReturnType<typeof text> & Parameters<ReturnType<typeof index>['on']>[0];
}
