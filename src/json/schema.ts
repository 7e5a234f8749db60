import { z } from '@hono/zod-openapi';
import { getEntity } from '../model/entities/index.ts';
import type { Column, Embed, Entity } from '../model/entity.ts';
import type { Kind, RefTarget } from '../model/field.ts';
import { extensionTerm, recordStatus } from '../model/vocabulary.ts';

/** `academicSession` -> `AcademicSession`: schemas have the names of the official OpenAPI file. */
function componentName(one: string): string {
  return one.charAt(0).toUpperCase() + one.slice(1);
}

/** The official file shortens one name, and in its references only. */
function refName(target: string): string {
  return `${target === 'academicSession' ? 'AcadSession' : componentName(target)}GUIDRefDType`;
}

const memo = new Map<string, z.ZodType>();

function once(name: string, make: () => z.ZodType): z.ZodType {
  const known = memo.get(name);
  if (known !== undefined) return known;
  const made = make().openapi(name);
  memo.set(name, made);
  return made;
}

/** `{ href, sourcedId, type }`, all required, closed (OpenAPI GUIDRef types). */
function guidRef(target: RefTarget | string): z.ZodType {
  return once(refName(target), () =>
    z.strictObject({ href: z.url(), sourcedId: z.string(), type: z.literal(target) }),
  );
}

const flag = z.enum(['true', 'false']);

function userId(): z.ZodType {
  return once('UserIdDType', () => z.strictObject({ type: z.string(), identifier: z.string() }));
}

/** One schema for each kind of field. */
const schemas: Readonly<Record<Kind, (column: Column) => z.ZodType>> = {
  string: () => z.string(),
  year: () => z.string(),
  integer: () => z.int(),
  flag: () => flag,
  date: () => z.iso.date(),
  vocabulary: ({ vocabulary }) => {
    const terms = z.enum(vocabulary?.terms ?? []);
    return vocabulary?.open ? z.union([terms, z.string().regex(extensionTerm)]) : terms;
  },
  list: () => z.array(z.string()).min(1),
  pairs: () => z.array(userId()).min(1),
  ref: ({ target, urn }) => (urn ? z.url() : guidRef(target ?? '')),
  refs: ({ target }) => z.array(guidRef(target ?? '')).min(1),
};

function isRequired(column: Column): boolean {
  return column.json === undefined ? column.required === true : column.json === 'required';
}

function columnSchema(column: Column): z.ZodType {
  const schema = schemas[column.kind](column);
  return isRequired(column) ? schema : schema.optional();
}

function embedSchema(entity: Entity, embed: Embed): z.ZodType {
  if (embed.kind === 'children') return z.array(guidRef(entity.one)).optional();
  const list = z.array(recordSchema(getEntity(embed.entity)));
  return embed.required ? list : list.optional();
}

/** Columns of the entity as properties; those that live inside an array's one object are gathered there. */
function columnShape(entity: Entity): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {};
  const inner = new Map<string, Record<string, z.ZodType>>();
  for (const column of entity.stored) {
    if (column.csvOnly) continue;
    if (column.inside === undefined) {
      shape[column.name] = columnSchema(column);
    } else {
      const gathered = inner.get(column.inside.array) ?? {};
      gathered[column.inside.property] = columnSchema(column);
      inner.set(column.inside.array, gathered);
    }
  }
  for (const [name, gathered] of inner) shape[name] = z.array(z.looseObject(gathered)).optional();
  return shape;
}

function metadataSchema(entity: Entity): z.ZodType {
  const jp = Object.fromEntries(entity.japan.map((column) => [column.name, japanSchema(column).optional()]));
  const known = entity.japan.length === 0 ? {} : { jp: z.looseObject(jp).optional() };
  return z.looseObject(known).optional();
}

/** Under `metadata` a reference is the bare sourcedId: the object is open and no client expects a GUIDRef there. */
function japanSchema(column: Column): z.ZodType {
  return column.kind === 'ref' ? z.string() : schemas[column.kind](column);
}

const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .openapi({ format: 'date-time' });

/** The JSON object of one record: closed, as the official OpenAPI has it. */
export function recordSchema(entity: Entity): z.ZodType {
  return once(`${componentName(entity.one)}DType`, () => {
    const embeds = Object.entries(entity.embeds).map(([name, embed]) => [name, embedSchema(entity, embed)]);
    const shape = { ...columnShape(entity), ...Object.fromEntries(embeds) };
    if (entity.ownedBy !== undefined) {
      return z.strictObject({ ...(entity.idAs ? { [entity.idAs]: z.url() } : {}), ...shape });
    }
    return z.strictObject({
      sourcedId: z.string(),
      status: z.enum(recordStatus.terms),
      dateLastModified: instant,
      ...shape,
      metadata: metadataSchema(entity),
    });
  });
}

/** The body of a collection or single GET: one key around records or a record. */
export function envelopeSchema(envelope: string, entity: Entity, kind: 'collection' | 'single'): z.ZodType {
  const name = componentName(entity.one);
  return once(kind === 'collection' ? `${name}SetDType` : `Single${name}DType`, () => {
    const record = recordSchema(entity);
    return z.strictObject({ [envelope]: kind === 'collection' ? z.array(record) : record });
  });
}
