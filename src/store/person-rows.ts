import type { Entity } from '../model/entity.ts';
import { type PersonPlace, personPlaces } from '../model/person-places.ts';
import { literal, quoted } from './column.ts';
import { refOf } from './stage-rows.ts';

/** SQL of the id, or the array of ids, by which a row says who. */
function whoOf({ column }: PersonPlace, row: string): string {
  if (column === undefined) return `${row}.sourced_id`;
  return column.japan
    ? `(${row}.metadata #>> ${literal(`{jp,${column.name}}`)})`
    : `${row}.${quoted(column.column)}`;
}

/** Of a row: it is about one of the people in `ids`, an SQL array of sourcedIds. */
export function isAbout(entity: Entity, row: string, ids: string): string {
  const places = personPlaces.filter((place) => place.entity === entity && place.kind === 'own');
  return `(${places.map((place) => `${whoOf(place, row)} = ANY (${ids})`).join(' OR ')})`;
}

/** SQL of whom a row is about: the person's sourcedId. */
export function subjectOf(entity: Entity, row: string): string {
  const place = personPlaces.find((one) => one.entity === entity && one.kind === 'own');
  if (place === undefined) throw new Error(`${entity.name} is about nobody`);
  return whoOf(place, row);
}

/** A column in which other people's rows name somebody. */
export interface NamingColumn {
  readonly entity: Entity;
  /** Its SQL name; `metadata` for Japan columns. */
  readonly column: string;
  /** Of a row: it names one of the people in `ids`, an SQL array of sourcedIds. */
  readonly names: (row: string, ids: string) => string;
  /** SQL of the column's value without the person `id`. */
  readonly without: (row: string, id: string) => string;
  /** SQL of the column's value with the person `id`. */
  readonly including: (row: string, id: string) => string;
}

function namingColumn(place: PersonPlace): NamingColumn[] {
  const { entity, kind, column } = place;
  if (kind !== 'named' || column === undefined) return [];
  const who = (row: string) => whoOf(place, row);
  if (column.kind === 'refs') {
    return [
      {
        entity,
        column: quoted(column.column),
        names: (row, ids) => `${who(row)} && ${ids}`,
        without: (row, id) => `nullif(array_remove(${who(row)}, ${id}), '{}')`,
        including: (row, id) => `array_append(array_remove(${who(row)}, ${id}), ${id})`,
      },
    ];
  }
  const path = literal(`{jp,${column.name}}`);
  return [
    {
      entity,
      column: column.japan ? 'metadata' : quoted(column.column),
      names: (row, ids) => `${who(row)} = ANY (${ids})`,
      without: (row) => (column.japan ? `${row}.metadata #- ${path}` : 'NULL'),
      including: (row, id) => (column.japan ? `jsonb_set(${row}.metadata, ${path}, to_jsonb(${id}))` : id),
    },
  ];
}

export const namingColumns: readonly NamingColumn[] = personPlaces.flatMap(namingColumn);

/** All ids of people in rows of an entity, one column `id`, not each once. `rows` is a table. */
export function peopleIn(entity: Entity, rows: string): string[] {
  return personPlaces
    .filter((place) => place.entity === entity)
    .map(({ column }) => `SELECT ${column === undefined ? 'sourced_id' : refOf(column)} AS id FROM ${rows}`);
}
