import { RosterError } from '../../errors.ts';
import { entityList } from '../../model/entities/index.ts';
import type { Entity } from '../../model/entity.ts';
import { personalFiles } from '../../model/person.ts';
import { personalReach, reachedHeaders } from '../../model/reach.ts';
import { subjectHash } from '../../store/audit-subjects.ts';
import { type ClientRecord, findClient } from '../../store/clients.ts';
import {
  type ExposedPerson,
  type PublicationRange,
  type ReadPublications,
  readExposed,
} from '../../store/exposure.ts';
import {
  type CalledFrom,
  countAt,
  type FileRead,
  findRange,
  type ListRead,
  listAddresses,
  listFileReads,
  listListReads,
  listNamedHashes,
} from '../../store/incident-reads.ts';
import { openSession } from '../../store/session.ts';
import type { Context } from '../context.ts';
import { findPermissions, type Permissions } from './find-permissions.ts';

/** Which client, and when. */
export interface IncidentInput {
  readonly client: string;
  /** From the client's registration unless told. */
  readonly from?: Date | undefined;
  /** Exclusive; now unless told. */
  readonly to?: Date | undefined;
}

export type IncidentContext = Pick<Context, 'store' | 'log'>;

/** How certain it is that a person's records of a collection were read. */
export const exposures = ['read', 'possible', 'could'] as const;
export type Exposure = (typeof exposures)[number];

/** A list that was read, and whether all of it. */
export interface WeighedList extends ListRead {
  /** It was asked for without a filter, and every page of it was read. */
  readonly whole: boolean;
}

/** What a client could and did read, without the persons, who are read apart. */
export interface Incident {
  readonly client: ClientRecord;
  readonly from: Date;
  readonly to: Date;
  readonly permissions: Permissions;
  /** CSV headers by file, of what is about people. */
  readonly mayRead: readonly { readonly file: string; readonly columns: readonly string[] }[];
  /** Undefined when there was no roster in that time. */
  readonly range: (PublicationRange & { readonly kept: boolean }) | undefined;
  /** The newest first; at most a thousand. */
  readonly lists: readonly WeighedList[];
  readonly files: readonly FileRead[];
  readonly addresses: readonly CalledFrom[];
  /** Collections of people that the client could read. */
  readonly collections: readonly ReadPublications[];
  /** Whom the client named, by hash. */
  readonly named: ReadonlyMap<string, readonly string[]>;
}

const listsMax = 1_000;

/** What is shown inside of other records is not read by itself. */
const isOwnCollection = (entity: Entity) => entity.ownedBy === undefined;

/** `/users?` or `/users?sort=…`, which shows everybody. */
function isWholeList({ entity, asked }: ListRead): boolean {
  return asked.startsWith(`/${entity}?`) && !asked.includes('filter=');
}

async function weighLists(ctx: IncidentContext, lists: readonly ListRead[]): Promise<WeighedList[]> {
  const totals = new Map<string, number>();
  const weighed: WeighedList[] = [];
  for (const list of lists) {
    let whole = list.gapless && isWholeList(list);
    if (whole) {
      const key = `${list.entity} ${list.publicationId}`;
      const total = totals.get(key) ?? (await countAt(ctx.store.db, list.entity, list.publicationId));
      totals.set(key, total);
      whole = list.rows >= total;
    }
    weighed.push({ ...list, whole });
  }
  return weighed;
}

function publicationsOf(
  entity: Entity,
  lists: readonly WeighedList[],
  files: readonly FileRead[],
  range: PublicationRange,
): ReadPublications {
  const own = lists.filter((list) => list.entity === entity.name);
  const whole = new Set(own.filter((list) => list.whole).map(({ publicationId }) => publicationId));
  const taken = files.map(({ publicationId }) => publicationId ?? range.last);
  const some = new Set([...own.map(({ publicationId }) => publicationId), ...taken]);
  return { entity, whole: [...whole], some: [...some].filter((id) => !whole.has(id)) };
}

/** Throws `unknown_object`, and `invalid_parameter` for a time that ends before it begins. */
export async function readIncident(ctx: IncidentContext, input: IncidentInput): Promise<Incident> {
  const { db } = ctx.store;
  const client = await findClient(db, input.client);
  if (client === undefined) throw new RosterError('unknown_object');
  const { from = client.createdAt, to = new Date() } = input;
  if (from >= to) {
    throw new RosterError('invalid_parameter', {
      name: 'to',
      expectedJa: 'from より後の時刻',
      expected: 'later than from',
    });
  }
  const time = { client: client.id, from, to };
  const permissions = await findPermissions(db, client, time);
  const reached = permissions.had.flatMap((permission) => personalReach(permission));
  const range = await findRange(db, time);
  const lists = await weighLists(ctx, await listListReads(db, time, listsMax));
  const files = await listFileReads(db, time);
  const could = personalFiles
    .map(({ entity }) => entity)
    .filter((entity) => isOwnCollection(entity) && reached.some((one) => one.entity === entity));
  return {
    ...{ client, from, to, permissions, range, lists, files },
    mayRead: entityList.flatMap((entity) => {
      const headers = reached.filter((one) => one.entity === entity).flatMap(reachedHeaders);
      return headers.length === 0 ? [] : [{ file: entity.csvFile, columns: [...new Set(headers)] }];
    }),
    addresses: await listAddresses(db, time),
    collections:
      range === undefined ? [] : could.map((entity) => publicationsOf(entity, lists, files, range)),
    named: await listNamedHashes(db, time),
  };
}

/** Somebody whose records the client could read. */
export interface AffectedPerson extends Omit<ExposedPerson, 'salt' | 'in'> {
  /** The client asked for the person. */
  readonly named: boolean;
  /** The strongest of all collections. */
  readonly exposure: Exposure;
  /** By collection in which the person was; absent where not. */
  readonly by: Readonly<Record<string, Exposure>>;
}

function affected({ named }: Incident, { salt, in: found, ...person }: ExposedPerson): AffectedPerson {
  const asked = salt === null ? [] : (named.get(subjectHash(salt, person.sourcedId)) ?? []);
  const by = Object.fromEntries(
    Object.entries(found).flatMap(([collection, reads]): [string, Exposure][] => {
      if (reads === null) return [];
      if (reads.whole || asked.includes(collection)) return [[collection, 'read']];
      return [[collection, reads.some ? 'possible' : 'could']];
    }),
  );
  const all = Object.values(by);
  // Whom a path or a filter named was read of, whatever was shown.
  const strongest = exposures.find((one) => all.includes(one)) ?? 'could';
  const isNamed = asked.length > 0;
  return { ...person, named: isNamed, exposure: isNamed ? 'read' : strongest, by };
}

/** Everybody whom the client could read, by sourcedId, in batches: two thousand people are in memory at most. */
export async function* streamAffected(
  ctx: IncidentContext,
  incident: Incident,
): AsyncGenerator<AffectedPerson[]> {
  const { range, collections } = incident;
  if (range === undefined) return;
  await using opened = await openSession(ctx.store.url, ctx.log, 'incident');
  for await (const batch of readExposed(opened.session, collections, range)) {
    yield batch.map((person) => affected(incident, person));
  }
}
