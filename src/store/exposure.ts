import { entities } from '../model/entities/index.ts';
import type { Entity } from '../model/entity.ts';
import { personalFiles, personEntity } from '../model/person.ts';
import { columnOfField, historyOf, literal, liveOf, quoted } from './column.ts';
import { personColumn } from './held-rows.ts';

import type { Session } from './session.ts';
import { dataColumns } from './stage.ts';

/** Publications whose rosters somebody read, of one collection. */
export interface ReadPublications {
  readonly entity: Entity;
  /** Everything in them was read. */
  readonly whole: readonly number[];
  /** Something in them was read, nobody knows what. */
  readonly some: readonly number[];
}

/** The publications that could be read in a time: from the one that was newest at its beginning. */
export interface PublicationRange {
  readonly first: number;
  readonly last: number;
}

/** Somebody whose records could be read. */
export interface ExposedPerson {
  readonly sourcedId: string;
  readonly name: string;
  readonly school: string | null;
  readonly schoolName: string | null;
  /** Of the person in the audit; null for whom nobody has ever named. */
  readonly salt: Buffer | null;
  /** By collection: in the roster in that time, in one that was read whole, in one of which some was read. */
  readonly in: Readonly<Record<string, { readonly whole: boolean; readonly some: boolean } | null>>;
}

const batch = 2_000;
const ids = (values: readonly number[]) => `'{${values.join(',')}}'::bigint[]`;

/** Nothing is left of it but its id: somebody who was erased, or is restricted. */
const isBare = (entity: Entity) =>
  `status <> 'active' AND num_nonnulls(${dataColumns(entity).join(', ')}) = 0`;

/**
 * Every version of an entity that was true in the range: `person`, `since`, `until` and what else is wanted. Those of
 * people who are restricted by now are set aside.
 */
function versions(entity: Entity, range: PublicationRange, more = ''): string {
  const personal = personalFiles.find((one) => one.entity === entity);
  if (personal === undefined) throw new Error(`${entity.name} is about nobody`);
  const person = personColumn(personal);
  const was = `valid_to > ${range.first}`;
  return `SELECT ${person} AS person, publication_id AS since, NULL::bigint AS until${more} FROM ${liveOf(entity)}
  WHERE publication_id <= ${range.last} AND NOT (${isBare(entity)})
UNION ALL SELECT ${person}, publication_id, valid_to${more} FROM ${historyOf(entity)}
  WHERE publication_id <= ${range.last} AND ${was} AND NOT (${isBare(entity)})
UNION ALL SELECT a.person, a.publication_id, a.valid_to${more}
  FROM set_aside a CROSS JOIN LATERAL (SELECT ${dataColumns(entity).join(', ')} FROM jsonb_populate_record(NULL::${liveOf(entity)}, a.row)) r
  WHERE a.entity = ${literal(entity.name)} AND a.publication_id BETWEEN 1 AND ${range.last} AND a.${was}`;
}

const anyOf = (list: readonly number[]) =>
  list.length === 0
    ? 'false'
    : `bool_or(EXISTS (SELECT FROM unnest(${ids(list)}) w (id) WHERE w.id >= v.since AND (v.until IS NULL OR w.id < v.until)))`;

/** All numbers in it are ours; no text of a request is. */
function statement(collections: readonly ReadPublications[], range: PublicationRange): string {
  const parts = collections.map(
    ({ entity, whole, some }) => `${quoted(`in_${entity.name}`)} AS MATERIALIZED (
  SELECT v.person, ${anyOf(whole)} AS whole, ${anyOf(some)} AS some FROM (${versions(entity, range)}) v
  WHERE v.person IS NOT NULL GROUP BY v.person)`,
  );
  const { orgs, roles } = entities;
  const org = columnOfField(personEntity, 'primaryOrg');
  const name = (personEntity.knownBy ?? []).map((one) => columnOfField(personEntity, one)).join(', ');
  const known = versions(personEntity, range, `, ${org} AS org, concat_ws(' ', ${name}) AS name`);
  const posts = versions(roles, range, `, ${columnOfField(roles, 'org')} AS org`);
  const flags = collections.map(({ entity }) => {
    const from = quoted(`in_${entity.name}`);
    return `${literal(entity.name)}, CASE WHEN ${from}.person IS NOT NULL THEN
    json_build_object('whole', ${from}.whole, 'some', ${from}.some) END`;
  });
  const joins = collections.map(({ entity }) => {
    const from = quoted(`in_${entity.name}`);
    return `LEFT JOIN ${from} ON ${from}.person = p.person`;
  });
  return `WITH ${parts.join(', ')},
people AS (${collections.map(({ entity }) => `SELECT person FROM ${quoted(`in_${entity.name}`)}`).join(' UNION ')}),
known AS MATERIALIZED (SELECT DISTINCT ON (person) person, org, name FROM (${known}) v ORDER BY person, since DESC),
posts AS MATERIALIZED (SELECT person, min(org) AS org FROM (${posts}) v GROUP BY person)
SELECT p.person AS "sourcedId", coalesce(k.name, '') AS name, coalesce(k.org, r.org) AS school,
  o.${columnOfField(orgs, 'name')} AS "schoolName", s.salt, json_build_object(${flags.join(', ')}) AS in
FROM people p LEFT JOIN known k ON k.person = p.person LEFT JOIN posts r ON r.person = p.person
LEFT JOIN ${liveOf(orgs)} o ON o.sourced_id = coalesce(k.org, r.org)
LEFT JOIN audit_subjects s ON s.sourced_id = p.person
${joins.join('\n')}
ORDER BY p.person`;
}

/**
 * Everybody who was in one of these collections in the range, by sourcedId, through a cursor of the server: however
 * many people there are, a batch of them is in memory.
 */
export async function* readExposed(
  session: Session,
  collections: readonly ReadPublications[],
  range: PublicationRange,
): AsyncGenerator<ExposedPerson[]> {
  if (collections.length === 0) return;
  await session.query('BEGIN READ ONLY');
  await session.query(`DECLARE exposed NO SCROLL CURSOR FOR ${statement(collections, range)}`);
  for (;;) {
    const { rows } = await session.query<ExposedPerson>(`FETCH ${batch} FROM exposed`);
    const last = rows.length < batch;
    if (last) await session.query('COMMIT');
    if (rows.length > 0) yield rows;
    if (last) return;
  }
}
