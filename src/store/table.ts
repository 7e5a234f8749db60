import { sql } from 'drizzle-orm';
import {
  bigint,
  customType,
  index,
  integer,
  jsonb,
  type PgColumn,
  pgTable,
  primaryKey,
  text,
} from 'drizzle-orm/pg-core';
import type { Entity } from '../model/entity.ts';
import { quoted, sqlTypes, tableName } from './column.ts';
import { instant } from './drizzle-columns.ts';
import { historyIndexes, type IndexDeclaration, liveIndexes } from './indexes.ts';

/** A Drizzle column of exactly this SQL type. The bulk paths read and write these columns as text. */
function sqlColumn(type: string) {
  return customType<{ data: unknown }>({ dataType: () => type });
}

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

/** The roster as it is: one row a record, deleted ones included. */
export function tableOf(entity: Entity) {
  const name = tableName(entity.name);
  return pgTable(name, { ...recordColumns(), ...ownColumns(entity) }, (table) => [
    primaryKey({ name: `${name}_pkey`, columns: [table.sourcedId] }),
    ...indexesOf(liveIndexes(entity), table),
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
    ...indexesOf(historyIndexes(entity), table),
  ]);
}

/** JSON kept ready (store/rendered.ts). Unlogged, which its migration says: Drizzle has no word for it. */
export function renderedOf(entity: Entity) {
  return pgTable(`${tableName(entity.name)}_rendered`, {
    sourcedId: id('sourced_id').primaryKey(),
    publicationId: bigint('publication_id', { mode: 'number' }).notNull(),
    /** How it was made: hub version and address. */
    form: text('form').notNull(),
    record: text('record').notNull(),
  });
}

/** Names and expressions are those of the declarations; nothing of a request is ever in them. */
function indexesOf(declarations: readonly IndexDeclaration[], table: Readonly<Record<string, PgColumn>>) {
  // drizzle-kit compares plain columns by name and expressions by their text.
  const part = (text: string) =>
    Object.values(table).find(({ name }) => quoted(name) === text) ?? sql.raw(text);
  return declarations.map(({ name, method, on, where }) => {
    const [first = '', ...others] = on;
    const made = index(name).using(method, part(first), ...others.map(part));
    return where === undefined ? made : made.where(sql.raw(where));
  });
}
