import { type SQL, sql } from 'drizzle-orm';
import { entityOf, getEntity } from '../model/entities/index.ts';
import type { Column, Embed, Entity } from '../model/entity.ts';
import type { Kind, RefTarget } from '../model/field.ts';
import { uuidPattern } from '../model/uuid.ts';
import { historyOf, literal, liveOf, quoted, stampText } from './column.ts';

/** SQL made of the declarations' names and terms only; nothing of a request is ever in it. */
const raw = (text: string): SQL => sql.raw(text);

/** Where references point: everything before the collection's name. */
export interface BodyContext {
  /** `https://hub.example.jp/ims/oneroster/rostering/v1p2` */
  readonly base: string;
  /** Roster as of this publication; undefined for the newest. */
  readonly asOf: number | undefined;
}

const urnPrefixes = { uuid: 'urn:uuid:', other: 'urn:oneroster:userProfile:' } as const;

/** `urn:uuid:…` for a UUID, else `urn:oneroster:userProfile:…`. */
export function urn(expression: string): SQL {
  const { uuid, other } = urnPrefixes;
  return raw(
    `(CASE WHEN ${expression} ~* ${literal(uuidPattern)} THEN ${literal(uuid)} ELSE ${literal(other)} END || ${expression})`,
  );
}

/** The id that such a URI would be made from. */
export function idOfUrn(uri: string): string {
  const prefix = Object.values(urnPrefixes).find((one) => uri.startsWith(one)) ?? '';
  return uri.slice(prefix.length);
}

/** A GUIDRef. Of the characters that a sourcedId may have, only `/` needs escaping in a URL's path. */
function guidRef({ base }: BodyContext, target: RefTarget, expression: string): SQL {
  const { name, one } = entityOf(target);
  const path = `${base}/${name}/`;
  return sql`json_build_object('href', ${path}::text || replace(${raw(expression)}, '/', '%2F'), 'sourcedId', ${raw(expression)}, 'type', ${raw(literal(one))})`;
}

type JsonOf = (context: BodyContext, column: Column, expression: string) => SQL;
const asItIs: JsonOf = (_context, _column, expression) => raw(expression);
const targetOf = (column: Column): RefTarget => column.target ?? 'org';

/** One JSON expression for each kind of field; NULL where the record has no value. */
const jsonOf: Readonly<Record<Kind, JsonOf>> = {
  string: asItIs,
  year: asItIs,
  integer: asItIs,
  date: asItIs,
  vocabulary: asItIs,
  list: asItIs,
  pairs: asItIs,
  flag: (_context, _column, expression) => raw(`${expression}::text`),
  ref: (context, column, expression) =>
    column.urn
      ? urn(expression)
      : sql`CASE WHEN ${raw(expression)} IS NOT NULL THEN ${guidRef(context, targetOf(column), expression)} END`,
  refs: (context, column, expression) =>
    sql`(SELECT json_agg(${guidRef(context, targetOf(column), 'x.id')} ORDER BY x.n) FROM unnest(${raw(expression)}) WITH ORDINALITY x (id, n))`,
};

type Property = readonly [name: string, value: SQL];

/** `json_build_object` of these, NULLs left out. */
function objectOf(properties: readonly Property[]): SQL {
  const pairs = properties.map(([name, value]) => sql`${raw(literal(name))}, ${value}`);
  return sql`json_strip_nulls(json_build_object(${sql.join(pairs, raw(', '))}))`;
}

function columnProperties(context: BodyContext, entity: Entity, alias: string): Property[] {
  const properties: Property[] = [];
  const inner = new Map<string, Property[]>();
  for (const column of entity.stored) {
    if (column.csvOnly) continue;
    const expression = `${alias}.${quoted(column.column)}`;
    const json = jsonOf[column.kind](context, column, expression);
    // A required string without data is served empty.
    const value = column.json === 'required' ? sql`coalesce(${json}, '')` : json;
    if (column.inside === undefined) {
      properties.push([column.name, value]);
    } else {
      const gathered = inner.get(column.inside.array) ?? [];
      gathered.push([column.inside.property, value]);
      inner.set(column.inside.array, gathered);
    }
  }
  for (const [name, gathered] of inner) {
    properties.push([name, sql`json_build_array(${objectOf(gathered)})`]);
  }
  return properties;
}

/** Columns of a version, without the history's `valid_to`. */
export function versionColumns(entity: Entity): string {
  const own = entity.stored.map((column) => quoted(column.column));
  return ['sourced_id', 'status', 'publication_id', ...own, 'metadata'].join(', ');
}

/**
 * The rows of an entity as FROM item: the table itself, or the roster of an older publication, which is the current
 * rows up to it and the replaced rows that were true at it.
 */
export function rowsAt(entity: Entity, asOf: number | undefined): SQL {
  const live = raw(liveOf(entity));
  if (asOf === undefined) return live;
  const history = raw(historyOf(entity));
  const columns = raw(versionColumns(entity));
  return sql`(SELECT ${columns} FROM ${live} WHERE publication_id <= ${asOf} UNION ALL SELECT ${columns} FROM ${history} WHERE publication_id <= ${asOf} AND valid_to > ${asOf})`;
}

/**
 * Which embedded rows `r` show in record `e`: the active ones; in a deleted record also those that went with it, so
 * that a deleted user still says what it was.
 */
export const embedShown = raw(
  `(r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))`,
);

function embedProperty(context: BodyContext, entity: Entity, name: string, embed: Embed): Property {
  if (embed.kind === 'children') {
    const by = entity.stored.find((column) => column.name === embed.by);
    const rows = rowsAt(entity, context.asOf);
    const target = by?.target ?? 'org';
    return [
      name,
      sql`(SELECT json_agg(${guidRef(context, target, 'r.sourced_id')} ORDER BY r.sourced_id) FROM ${rows} r WHERE r.${raw(quoted(by?.column ?? ''))} = e.sourced_id AND r.status = 'active')`,
    ];
  }
  const owned = getEntity(embed.entity);
  const id: Property[] = owned.idAs === undefined ? [] : [[owned.idAs, urn('r.sourced_id')]];
  const body = objectOf([...id, ...columnProperties(context, owned, 'r')]);
  const list = sql`(SELECT json_agg(${body} ORDER BY r.sourced_id) FROM ${rowsAt(owned, context.asOf)} r WHERE r.${ownerColumn(owned, embed.by)} = e.sourced_id AND ${embedShown})`;
  return [name, embed.required ? sql`coalesce(${list}, '[]'::json)` : list];
}

/** The column by which an embedded entity names its owner. */
export function ownerColumn(owned: Entity, by: string): SQL {
  const column = owned.stored.find((candidate) => candidate.name === by);
  if (column === undefined) throw new Error(`${owned.name} has no field ${by}`);
  return raw(quoted(column.column));
}

/** What every record begins with. Stamps have whole milliseconds, in UTC. */
const leading: readonly Property[] = [
  ['sourcedId', raw('e.sourced_id')],
  ['status', raw('e.status')],
  ['dateLastModified', raw(stampText('p.published_at'))],
];

/**
 * JSON of record `e`, whose publication is `p`; with `fields`, of these properties only. The same for a record that is
 * put together when it is read and for one that is kept ready.
 */
export function recordOf(context: BodyContext, entity: Entity, fields?: ReadonlySet<string>): SQL {
  const asked = ([name]: readonly [string, unknown]) => fields === undefined || fields.has(name);
  const embeds = Object.entries(entity.embeds)
    .filter(asked)
    .map(([name, embed]) => embedProperty(context, entity, name, embed));
  const own = columnProperties(context, entity, 'e').filter(asked);
  const metadata: Property = ['metadata', raw('e.metadata')];
  return objectOf([...leading.filter(asked), ...own, ...embeds, ...[metadata].filter(asked)]);
}
