import { HubFault, parseObject } from './hub-fault.ts';
import type { Answer, HubRequests } from './hub-requests.ts';

/** A state of the whole roster, as the headers of a page name it. Ids and stamps rise together. */
export interface Publication {
  readonly id: number;
  /** `X-Published-At`: the T of the next delta. */
  readonly publishedAt: string;
}

/** A OneRoster record: three properties that every one has, and all the others. */
export interface RosterRecord {
  readonly sourcedId: string;
  readonly status: 'active' | 'tobedeleted';
  readonly dateLastModified: string;
  readonly [property: string]: unknown;
}

/** What to walk through. */
export interface WalkOptions {
  readonly collection: string;
  /** T of a delta; undefined for everything. */
  readonly since: string | undefined;
  readonly pageSize: number;
  readonly onPage: (records: readonly RosterRecord[]) => void;
  readonly say: (text: string) => void;
}

const service = '/ims/oneroster/rostering/v1p2';
/** A walk that is too slow for the hub's history three times over will not end the fourth time. */
const walksMax = 3;

/** The publication that a page shows; undefined while nothing has ever been published. */
function publicationOf(headers: Headers): Publication | undefined {
  const [id, publishedAt] = [headers.get('x-publication-id'), headers.get('x-published-at')];
  return id === null || publishedAt === null ? undefined : { id: Number(id), publishedAt };
}

/** A 200 without the collection's name is no roster: an empty list must be said, not guessed. */
function recordsOf(answer: Answer, collection: string): RosterRecord[] {
  const records = parseObject(answer.text)[collection];
  if (!Array.isArray(records) || !records.every((record) => typeof record?.sourcedId === 'string')) {
    throw new HubFault(200, `${collection}: 名簿ではない応答です / the answer is no roster`);
  }
  return records;
}

/** Where the next page is. Only path and query are taken: the key goes to the host that was configured. */
function nextOf(headers: Headers, base: string): URL | undefined {
  const link = /<([^>]+)>; *rel="next"/.exec(headers.get('link') ?? '')?.[1];
  if (link === undefined) return undefined;
  const { pathname, search } = new URL(link, base);
  return Object.assign(new URL(base), { pathname, search });
}

function firstPage(base: string, { collection, since, pageSize }: WalkOptions): URL {
  const url = new URL(`${base}${service}/${collection}`);
  url.searchParams.set('limit', String(pageSize));
  if (since !== undefined) url.searchParams.set('filter', `dateLastModified>'${since}'`);
  return url;
}

/** Pages from the first to the last. All show one publication, whatever is published meanwhile. */
async function walkOnce(hub: HubRequests, options: WalkOptions): Promise<Publication | undefined> {
  const { collection, onPage, say } = options;
  const first = await hub.get(firstPage(hub.base, options));
  const publication = publicationOf(first.headers);
  const total = Number(first.headers.get('x-total-count'));
  let shown = 0;
  let pages = 0;
  for (let answer: Answer | undefined = first; answer !== undefined; ) {
    const records = recordsOf(answer, collection);
    if (publicationOf(answer.headers)?.id !== publication?.id) {
      throw new HubFault(200, `${collection}: 別の時点のページです / a page of another publication`);
    }
    onPage(records);
    shown += records.length;
    pages += 1;
    const next = nextOf(answer.headers, hub.base);
    answer = next === undefined ? undefined : await hub.get(next);
  }
  if (shown !== total) {
    throw new HubFault(
      200,
      `${collection}: ${total} 件のうち ${shown} 件だけです / ${shown} of ${total} records`,
    );
  }
  say(`  ${collection.padEnd(18)}${String(shown).padStart(9)} 件 / records  ${pages} ページ / pages`);
  return publication;
}

/**
 * Walks through a collection by `next` and gives every page to `onPage`. Returns the publication that all pages showed.
 * When a link has become too old (410), it begins again; pages that were given before may come twice, newer.
 */
export async function walk(hub: HubRequests, options: WalkOptions): Promise<Publication | undefined> {
  for (let count = 1; ; count += 1) {
    try {
      return await walkOnce(hub, options);
    } catch (error) {
      if (!(error instanceof HubFault && error.status === 410) || count === walksMax) throw error;
      options.say(`  ${options.collection}: 最初からやり直します / 410, beginning again`);
    }
  }
}
