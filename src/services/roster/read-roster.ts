import { type ErrorCode, RosterError } from '../../errors.ts';
import { rewritingKinds } from '../../model/amendment.ts';
import { guidPattern } from '../../model/bundle-files.ts';
import { type Endpoint, serviceBases } from '../../model/endpoints.ts';
import type { AsOf } from '../../query/as-of.ts';
import type { ListQuery } from '../../query/list-query.ts';
import type { PathIds } from '../../store/membership.ts';
import { findLastAmendment, isKept } from '../../store/publications.ts';
import {
  countResources,
  findResource,
  haveParents,
  type ListPlan,
  listResources,
  type RecordPage,
} from '../../store/resources.ts';
import { validKeys } from '../access/derive-keys.ts';
import type { Context } from '../context.ts';
import { type Cursor, readCursor, writeCursor } from './cursor.ts';
import { findRanges } from './find-ranges.ts';
import { findRoster } from './find-roster.ts';
import { createDeltasFrom, createStamps } from './stamps.ts';

/** One page of a collection. */
export interface Page {
  /** JSON of the whole body, in UTF-8. */
  readonly body: RecordPage['body'];
  /** The publication whose roster it shows; undefined before the first. */
  readonly publication: { readonly id: number; readonly publishedAt: string } | undefined;
  /** A delta from this instant or a later one is complete; before it, tombstones have been taken away. */
  readonly deltasFrom?: string | undefined;
  /** Records in all pages. */
  readonly total: number;
  /** Records on this page. */
  readonly shown: number;
  /** Records before it. */
  readonly position: number;
  /** Cursors of other pages of the same walk; `next` is missing on the last page. */
  readonly next: string | undefined;
  /** Present on pages that were reached by a cursor. */
  readonly walk?: { readonly prev: string | undefined; readonly last: string };
}

/** What a collection GET says. */
export interface ListRequest {
  readonly endpoint: Endpoint;
  /** sourcedIds of the path, by parameter. */
  readonly ids: PathIds;
  readonly query: ListQuery;
  /** The roster that is asked for; the newest when undefined. */
  readonly asOf?: AsOf | undefined;
}

/** What a GET of one record says. */
export interface RecordRequest {
  readonly endpoint: Endpoint;
  readonly sourcedId: string;
  readonly fields: ReadonlySet<string> | undefined;
  readonly asOf?: AsOf | undefined;
}

/** One record. */
export interface SingleRecord {
  /** JSON of the whole body, in UTF-8. */
  readonly body: RecordPage['body'];
  /** The publication whose roster was asked for. */
  readonly publication: Page['publication'];
}

export interface RosterReader {
  /**
   * Throws `unknown_object` for a parent that does not exist, `cursor_expired`, `invalid_parameter`; with `asOf` also
   * `unknown_publication`, and `publication_gone` in place of `cursor_expired`, unless somebody was erased, restricted or
   * lifted during the walk.
   */
  listRecords(request: ListRequest): Promise<Page>;
  /** Throws `unknown_object`; with `asOf` also `unknown_publication` and `publication_gone`. */
  getRecord(request: RecordRequest): Promise<SingleRecord>;
}

/** Totals per publication never change until it is rewritten; a poller asks for the same few again and again. */
const totalsMax = 1_000;

/** Reads the published roster. */
export function createRosterReader(ctx: Context): RosterReader {
  const { db } = ctx.store;
  const base = ctx.publicUrl + serviceBases[0];
  const cursorKeys = validKeys(ctx.keys, 'cursors');
  const stampOf = createStamps(db);
  const deltasFrom = createDeltasFrom(db);
  const totals = new Map<string, number>();

  /** The newest publication that any read has seen: only a hint about which statement to try first. */
  let newestSeen = 0;

  /**
   * One page of one publication: of `pinned`, or else of the newest. The current rows are that roster exactly when
   * no newer publication is in the same snapshot; otherwise the roster is put together from current rows and history.
   */
  async function readPage(
    plan: ListPlan,
    pinned: number | undefined,
    gone: ErrorCode,
  ): Promise<RecordPage & { publication: number }> {
    if (pinned === undefined || pinned >= newestSeen) {
      const page = await listResources(db, { base, asOf: undefined }, plan);
      newestSeen = Math.max(newestSeen, page.newest);
      if (pinned === undefined || pinned === page.newest) return { ...page, publication: page.newest };
    }
    const page = await listResources(db, { base, asOf: pinned }, plan);
    // Asked afterwards: history that goes while it is read is not mistaken for a smaller roster.
    if (!(await isKept(db, pinned))) throw new RosterError(gone);
    return { ...page, publication: pinned };
  }

  /** The publication that is meant; undefined for the newest. */
  async function resolve(asOf: AsOf | undefined): Promise<number | undefined> {
    return asOf === undefined ? undefined : (await findRoster(db, asOf)).id;
  }

  /** The last publication that has changed this older one too; 0 when none has. For one that has just been read. */
  async function rewrittenBy(publication: number): Promise<number> {
    return publication < newestSeen ? findLastAmendment(db, publication, rewritingKinds) : 0;
  }

  async function totalOf(
    publication: number,
    rewritten: number,
    plan: ListPlan,
    question: string,
  ): Promise<number> {
    const key = `${publication} ${rewritten} ${question}`;
    const known = totals.get(key);
    if (known !== undefined) return known;
    const total = await countResources(db, plan, publication);
    if (totals.size >= totalsMax) totals.clear();
    totals.set(key, total);
    return total;
  }

  async function checkParents({ endpoint, ids }: ListRequest, asOf: number | undefined): Promise<void> {
    if (endpoint.parents.length === 0) return;
    const possible = Object.values(ids).every((id) => guidPattern.test(id));
    if (!possible || !(await haveParents(db, endpoint.parents, ids, asOf))) {
      throw new RosterError('unknown_object');
    }
  }

  async function listRecords(request: ListRequest): Promise<Page> {
    const { endpoint, ids, query, asOf } = request;
    const { limit, filter, sort, fields } = query;
    // An instant may come to mean another publication; the walk that began with it stays where it is.
    const roster = asOf === undefined ? [] : [JSON.stringify(asOf)];
    const question = [endpoint.operationId, JSON.stringify(ids), query.question, ...roster].join(' ');
    const cursor = query.cursor === undefined ? undefined : readCursor(query.cursor, question, ...cursorKeys);
    const pinned = cursor?.publication ?? (await resolve(asOf));
    await checkParents(request, pinned);
    const position = cursor?.position ?? query.offset;
    const plan: ListPlan = {
      endpoint,
      ids,
      filter,
      ranges: await findRanges(db, filter),
      sort,
      fields,
      after: cursor?.after,
      limit,
      offset: cursor?.after === undefined ? position : 0,
    };
    const { publication, body, found, last } = await readPage(
      plan,
      pinned,
      asOf === undefined ? 'cursor_expired' : 'publication_gone',
    );
    // Pages of before have other records than those that follow: who adds them up is told to begin again.
    const rewritten = await rewrittenBy(publication);
    if (cursor !== undefined && cursor.rewritten !== rewritten) throw new RosterError('cursor_expired');
    if (publication === 0) {
      return { body, publication: undefined, total: 0, shown: 0, position, next: undefined };
    }
    const total = cursor?.total ?? (await totalOf(publication, rewritten, plan, question));
    const to = (at: Pick<Cursor, 'position' | 'after'>) =>
      writeCursor({ publication, total, rewritten, ...at }, question, ctx.keys.cursors);
    const walk = () => ({
      prev: position > 0 ? to({ position: Math.max(0, position - limit), after: undefined }) : undefined,
      last: to({ position: Math.max(0, Math.ceil(total / limit) - 1) * limit, after: undefined }),
    });
    const after = sort === undefined ? last : undefined;
    return {
      body,
      publication: { id: publication, publishedAt: await stampOf(publication) },
      deltasFrom: await deltasFrom(),
      total,
      shown: Math.min(found, limit),
      position,
      next: found > limit ? to({ position: position + limit, after }) : undefined,
      ...(cursor === undefined ? {} : { walk: walk() }),
    };
  }

  async function getRecord({ endpoint, sourcedId, fields, asOf }: RecordRequest): Promise<SingleRecord> {
    const pinned = await resolve(asOf);
    // What no record can be called need not be asked for; the database refuses some of it.
    if (!guidPattern.test(sourcedId)) throw new RosterError('unknown_object');
    const body = await findResource(db, base, endpoint, sourcedId, fields, pinned);
    // Asked afterwards, as for pages.
    if (pinned !== undefined && !(await isKept(db, pinned))) throw new RosterError('publication_gone');
    if (body === undefined) throw new RosterError('unknown_object');
    return {
      body,
      publication: pinned === undefined ? undefined : { id: pinned, publishedAt: await stampOf(pinned) },
    };
  }

  return { listRecords, getRecord };
}
