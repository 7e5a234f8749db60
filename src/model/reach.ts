import { endpoints } from './endpoints.ts';
import { entityList, getEntity } from './entities/index.ts';
import { baseHeaders, type Column, type Entity } from './entity.ts';
import { personalFiles } from './person.ts';
import type { KeyRole, Scope } from './scope.ts';

/** What may be asked of a client: its role at the hub, and its scopes. */
export interface Permission {
  readonly role: KeyRole;
  readonly scopes: readonly Scope[];
}

/** An entity of which a client may see values, and the CSV headers of those. */
export interface ReachedFile {
  readonly entity: Entity;
  readonly columns: readonly Column[];
}

/** Records that are shown inside those of an entity. */
function shownInside(entity: Entity): Entity[] {
  return Object.values(entity.embeds).flatMap((embed) =>
    embed.kind === 'objects' ? [getEntity(embed.entity)] : [],
  );
}

/** Columns of an entity that its JSON or its file shows; `all` counts those that only files have. */
function shownColumns(entity: Entity, all: boolean): Column[] {
  return entity.columns.filter((column) => !column.writeOnly && (all || !column.csvOnly));
}

/** They are given files: exports and uploads, or uploads with what is wrong in each row. */
const fileRoles: readonly KeyRole[] = ['admin', 'importer'];

/** What somebody with this permission could read of anybody: everything by files, or what the scopes open. */
export function reachOf({ role, scopes }: Permission): ReachedFile[] {
  const all = fileRoles.includes(role);
  const opened = new Set(
    endpoints
      .filter((endpoint) => endpoint.scopes.some((scope) => scopes.includes(scope)))
      .flatMap(({ entity }) => [entity, ...shownInside(entity)]),
  );
  return entityList
    .filter((entity) => all || opened.has(entity))
    .map((entity) => ({ entity, columns: shownColumns(entity, all) }));
}

/** The same of one collection: its records, and those that they show inside. Everything for the name of none. */
export function collectionReach(permission: Permission, collection: string): ReachedFile[] {
  const entity = entityList.find(({ name }) => name === collection);
  const shown = entity === undefined ? undefined : new Set([entity, ...shownInside(entity)]);
  return personalReach(permission).filter((reached) => shown?.has(reached.entity) ?? true);
}

/** What is about people alone. */
export function personalReach(permission: Permission): ReachedFile[] {
  const personal = new Set(personalFiles.map(({ entity }) => entity));
  return reachOf(permission).filter(({ entity }) => personal.has(entity));
}

/** `users.csv: sourcedId, familyName, …` */
export function reachedHeaders({ columns }: ReachedFile): string[] {
  return [...baseHeaders.slice(0, 1), ...columns.map(({ header }) => header)];
}
