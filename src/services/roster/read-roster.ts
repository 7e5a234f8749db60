import { RosterError } from '../../errors.ts';
import { guidPattern } from '../../model/bundle-files.ts';
import { type Endpoint, serviceBases } from '../../model/endpoints.ts';
import type { ListQuery, ModifiedRange } from '../../query/list-query.ts';
import { findNewestPublication, lastPublicationBefore } from '../../store/publications.ts';
import {
  countResources,
  findResource,
  type ListPlan,
  listResources,
  type PublicationRange,
  type ResourceRow,
} from '../../store/resources.ts';
import type { Context } from '../context.ts';
import { readCursor, writeCursor } from './cursor.ts';
import { createStamps, recordText } from './stamps.ts';

/** One page of a collection. */
export interface Page {
  /** JSON text of the whole body. */
  readonly body: string;
  /** The publication whose roster it shows; undefined before the first. */
  readonly publication: { readonly id: number; readonly publishedAt: string } | undefined;
  /** Records in all pages. */
  readonly total: number;
  /** Cursor of the next page; undefined on the last. */
  readonly next: string | undefined;
}

export interface RosterReader {
  listRecords(endpoint: Endpoint, query: ListQuery): Promise<Page>;
  /** JSON text of the body. Throws `unknown_object`. */
  getRecord(endpoint: Endpoint, sourcedId: string): Promise<string>;
}

/** Totals per publication never change; a poller asks for the same few again and again. */
const totalsMax = 1_000;

const everything: PublicationRange = { low: 0, high: Number.MAX_SAFE_INTEGER };

/** Reads the published roster. */
export function createRosterReader(ctx: Context): RosterReader {
  const { db } = ctx.store;
  const base = ctx.publicUrl + serviceBases[0];
  const stampOf = createStamps(db);
  const totals = new Map<string, number>();

  /** Instants become publication ids before the roster is touched: a range of ids is what the index is for. */
  async function resolveRange(modified: ModifiedRange): Promise<PublicationRange | undefined> {
    const { after, before } = modified;
    if (after === undefined && before === undefined) return undefined;
    return {
      low:
        after === undefined
          ? everything.low
          : await lastPublicationBefore(db, after.instant, !after.inclusive),
      high:
        before === undefined
          ? everything.high
          : await lastPublicationBefore(db, before.instant, before.inclusive),
    };
  }

  /** The newest publication that any read has seen: only a hint about which statement to try first. */
  let newestSeen = 0;

  /**
   * One page of one publication: of `pinned`, or else of the newest. The current rows are that roster exactly when
   * no newer publication is in the same snapshot; otherwise the roster is put together from current rows and history.
   */
  async function readPage(
    plan: ListPlan,
    pinned: number | undefined,
  ): Promise<{ publication: number; rows: ResourceRow[] }> {
    if (pinned === undefined || pinned >= newestSeen) {
      const rows = await listResources(db, { base, asOf: undefined }, plan);
      const newest = rows[0]?.newest;
      if (newest !== undefined) {
        newestSeen = Math.max(newestSeen, newest);
        if (pinned === undefined || pinned === newest) return { publication: newest, rows };
      }
    }
    // An empty page does not say which publication it is of, so it is asked for by name.
    const publication = pinned ?? (await findNewestPublication(db))?.id ?? 0;
    return { publication, rows: await listResources(db, { base, asOf: publication }, plan) };
  }

  async function totalOf(publication: number, plan: ListPlan): Promise<number> {
    const { range, endpoint } = plan;
    const key = [endpoint.operationId, publication, range?.low, range?.high].join(' ');
    const known = totals.get(key);
    if (known !== undefined) return known;
    const total = await countResources(db, { base, asOf: publication }, plan);
    if (totals.size >= totalsMax) totals.clear();
    totals.set(key, total);
    return total;
  }

  async function listRecords(endpoint: Endpoint, query: ListQuery): Promise<Page> {
    const { operationId, envelope } = endpoint;
    const cursor =
      query.cursor === undefined ? undefined : readCursor(query.cursor, operationId, ctx.keys.cursors);
    const range = cursor === undefined ? await resolveRange(query.modified) : cursor.range;
    const plan: ListPlan = {
      endpoint,
      range,
      after: cursor?.after,
      // One more than asked for tells whether there is a next page.
      limit: query.limit + 1,
      offset: cursor === undefined ? query.offset : 0,
    };
    const { publication, rows: found } = await readPage(plan, cursor?.publication);
    if (publication === 0) {
      return { body: `{"${envelope}":[]}`, publication: undefined, total: 0, next: undefined };
    }
    const total = cursor?.total ?? (await totalOf(publication, plan));
    const rows = found.slice(0, query.limit);
    const records: string[] = [];
    for (const row of rows) records.push(recordText(row, await stampOf(row.publicationId)));
    const last = found.length > query.limit ? rows.at(-1) : undefined;
    return {
      body: `{"${envelope}":[${records.join(',')}]}`,
      publication: { id: publication, publishedAt: await stampOf(publication) },
      total,
      next:
        last === undefined
          ? undefined
          : writeCursor({ operationId, publication, after: last.sourcedId, total, range }, ctx.keys.cursors),
    };
  }

  async function getRecord(endpoint: Endpoint, sourcedId: string): Promise<string> {
    // What no record can be called need not be asked for; the database refuses some of it.
    if (!guidPattern.test(sourcedId)) throw new RosterError('unknown_object');
    const row = await findResource(db, { base, asOf: undefined }, endpoint, sourcedId);
    if (row === undefined) throw new RosterError('unknown_object');
    return `{"${endpoint.envelope}":${recordText(row, await stampOf(row.publicationId))}}`;
  }

  return { listRecords, getRecord };
}
