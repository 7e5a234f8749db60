import type { Entity } from '../model/entity.ts';
import type { Kind } from '../model/field.ts';

/** SQL type of each kind of field. Keys and references compare by code point whatever the database's locale. */
export const sqlTypes: Readonly<Record<Kind, string>> = {
  string: 'text',
  year: 'text',
  integer: 'integer',
  flag: 'boolean',
  date: 'date',
  vocabulary: 'text',
  list: 'text[]',
  pairs: 'jsonb',
  ref: 'text COLLATE "C"',
  refs: 'text[]',
};

/** `users` -> `"users"`. Names come from the declarations, never from a request. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal for names and terms of the declarations. */
export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** `userProfiles` -> `user_profiles` */
export function tableName(entityName: string): string {
  return entityName.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** The table of an entity's current records, quoted. */
export const liveOf = ({ name }: Entity): string => quoted(tableName(name));
/** The table of its replaced versions. */
export const historyOf = ({ name }: Entity): string => quoted(`${tableName(name)}_history`);

/** An instant as JSON and CSV have it: whole milliseconds, UTC. */
export function stampText(expression: string): string {
  return `to_char(${expression} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
}

/** The SQL column of a declared field, quoted. One that is not declared is a fault of ours. */
export function columnOfField(entity: Entity, field: string): string {
  const column = entity.stored.find(({ name }) => name === field);
  if (column === undefined) throw new Error(`${entity.name} has no field ${field}`);
  return quoted(column.column);
}
