import { cell, type ParsedRow } from '../../scripts/board/parsed-bundle.ts';
import { entities, entityList } from '../../src/model/entities/index.ts';
import type { Column, Entity } from '../../src/model/entity.ts';
import type { HubClient, OneRosterRecord } from './hub-client.ts';
import { wholeCollections } from './roster.ts';

/** Rows by CSV file, as a CSV parser that is none of the product's reads them. */
export type Tables = ReadonlyMap<string, readonly ParsedRow[]>;
/** Records as JSON text by `collection/sourcedId`, without addresses and moments. */
export type Expected = ReadonlyMap<string, string>;

type Json = Record<string, unknown>;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const urnOf = (id: string) => `${uuid.test(id) ? 'urn:uuid:' : 'urn:oneroster:userProfile:'}${id}`;

/** What OneRoster's JSON has for a cell of the CSV; undefined where it has nothing. */
function jsonOf(column: Column, text: string): unknown {
  if (text === '' || (column.nullWord === true && text === 'NULL')) {
    return column.json === 'required' ? '' : undefined;
  }
  const ref = (sourcedId: string) => ({ sourcedId, type: column.target });
  switch (column.kind) {
    case 'integer':
      return Number(text);
    case 'list':
      return text.split(',');
    case 'refs':
      return text.split(',').map(ref);
    case 'ref':
      if (column.urn) return urnOf(text);
      return column.japan ? text : ref(text);
    case 'pairs':
      return [...text.matchAll(/\{([^:{}]+):([^{}]+)\}/g)].map(([, type, identifier]) => ({
        type,
        identifier,
      }));
    case 'vocabulary':
      return column.vocabulary?.aliases?.[text] ?? text;
    default:
      return text;
  }
}

function objectOf(entity: Entity, row: ParsedRow): Json {
  const made: Json = {};
  const jp: Json = {};
  for (const column of entity.columns) {
    if (column.writeOnly || column.csvOnly) continue;
    const value = jsonOf(column, cell(row, column.header));
    if (value === undefined) continue;
    if (column.japan) jp[column.name] = value;
    else if (column.inside === undefined) made[column.name] = value;
    else {
      const { array, property } = column.inside;
      const [inner = {}] = (made[array] ?? []) as Json[];
      made[array] = [{ ...inner, [property]: value }];
    }
  }
  return Object.keys(jp).length === 0 ? made : { ...made, metadata: { jp } };
}

/** Keys in one order, without addresses and moments; lists in which order means nothing are sorted. */
function canonical(value: unknown, name = ''): unknown {
  if (Array.isArray(value)) {
    const list = value.map((one) => canonical(one));
    if (!['roles', 'userProfiles', 'children'].includes(name)) return list;
    return list.toSorted((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
  }
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => key !== 'href' && key !== 'dateLastModified');
  const sorted = kept.toSorted(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, inner]) => [key, canonical(inner, key)]));
}

const textOf = (record: Json) => JSON.stringify(canonical(record));

/** Rows by a column's value. */
function grouped(rows: readonly ParsedRow[], column: string): ReadonlyMap<string, readonly ParsedRow[]> {
  return Map.groupBy(rows, (row) => cell(row, column));
}

/** The roster that these files are, worked out from the standard and not by the hub. */
export function expectedRoster(tables: Tables): Expected {
  const rowsOf = (entity: Entity) => tables.get(entity.csvFile) ?? [];
  const expected = new Map<string, string>();
  const owned = Object.fromEntries(
    [entities.roles, entities.userProfiles].map((entity) => [
      entity.name,
      grouped(rowsOf(entity), 'userSourcedId'),
    ]),
  );
  for (const entity of entityList) {
    if (entity.ownedBy !== undefined) continue;
    const children = grouped(rowsOf(entity), 'parentSourcedId');
    for (const row of rowsOf(entity)) {
      const sourcedId = cell(row, 'sourcedId');
      const record: Json = { sourcedId, status: 'active', ...objectOf(entity, row) };
      for (const [name, embed] of Object.entries(entity.embeds)) {
        if (embed.kind === 'children') {
          const found = (children.get(sourcedId) ?? []).map((child) => cell(child, 'sourcedId'));
          if (found.length > 0) record[name] = found.map((id) => ({ sourcedId: id, type: entity.one }));
          continue;
        }
        const rows = owned[name]?.get(sourcedId) ?? [];
        const profile = (one: ParsedRow) => ({ profileId: urnOf(cell(one, 'sourcedId')) });
        const objects = rows.map((one) => ({
          ...(name === 'userProfiles' ? profile(one) : {}),
          ...objectOf(name === 'roles' ? entities.roles : entities.userProfiles, one),
        }));
        if (objects.length > 0 || embed.required) record[name] = objects;
      }
      expected.set(`${entity.name}/${sourcedId}`, textOf(record));
    }
  }
  return expected;
}

/** The active roster of a hub in the same form. */
export async function servedRoster(client: HubClient): Promise<Expected> {
  const served = new Map<string, string>();
  for (const collection of wholeCollections) {
    const { records } = await client.walk(collection, 'limit=10000');
    for (const record of records as OneRosterRecord[]) {
      if (record.status === 'active') served.set(`${collection}/${record.sourcedId}`, textOf(record));
    }
  }
  return served;
}
