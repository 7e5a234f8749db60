import { type ScriptedAnswer, type ScriptedRequest, startScriptedHub } from './scripted-hub.ts';

/** A record of a fake roster, and the publication that changed it last. */
interface FakeRecord {
  readonly sourcedId: string;
  readonly status: string;
  readonly publication: number;
}

/** `1` -> the stamp of publication 1. Recent, because a replica does not trust a T of last year. */
const began = Date.now() - 3_600_000;
export const stampOf = (publication: number) => new Date(began + publication * 1_000).toISOString();

/** A hub of a few records that can be made to misbehave. Walks are pinned by a cursor `publication.place`. */
export class FakeRoster {
  url = '';
  readonly requests: ScriptedRequest[] = [];
  /** Answers what it returns in place of the roster. */
  intercept: (request: ScriptedRequest, count: number) => ScriptedAnswer | undefined = () => undefined;
  readonly #states: Map<string, readonly FakeRecord[]>[] = [new Map()];

  static async start(): Promise<FakeRoster> {
    const fake = new FakeRoster();
    fake.url = await startScriptedHub((request) => {
      fake.requests.push(request);
      return fake.intercept(request, fake.requests.length) ?? fake.#answer(request);
    });
    return fake;
  }

  /** Publishes a collection's active records; those that were there before and are not now become tombstones. */
  publish(rosters: Readonly<Record<string, readonly string[]>>): void {
    const publication = this.#states.length;
    const state = new Map(this.#states.at(-1));
    for (const [collection, ids] of Object.entries(rosters)) {
      const before = state.get(collection) ?? [];
      const gone = before.filter(({ sourcedId }) => !ids.includes(sourcedId));
      state.set(collection, [
        ...ids.map((sourcedId) => ({ sourcedId, status: 'active', publication })),
        ...gone.map(({ sourcedId }) => ({ sourcedId, status: 'tobedeleted', publication })),
      ]);
    }
    this.#states.push(state);
  }

  /** Forgets publications, as a hub does whose database is restored. */
  restore(publication: number): void {
    this.#states.length = publication + 1;
  }

  /** Takes away every tombstone. */
  expire(): void {
    for (const state of this.#states) {
      for (const [collection, records] of state) {
        state.set(
          collection,
          records.filter(({ status }) => status === 'active'),
        );
      }
    }
  }

  #answer({ path }: ScriptedRequest): ScriptedAnswer {
    const { pathname, searchParams } = new URL(path, this.url);
    const collection = pathname.split('/').at(-1) ?? '';
    const [pinned, place = 0] = (searchParams.get('cursor') ?? '').split('.').filter(Boolean).map(Number);
    const publication = pinned ?? this.#states.length - 1;
    if (publication === 0) return { headers: { 'x-total-count': '0' }, body: `{"${collection}":[]}` };
    const since = /'(.*)'/.exec(searchParams.get('filter') ?? '')?.[1] ?? '';
    const all = this.#states[publication]?.get(collection) ?? [];
    const found = all.filter((record) => stampOf(record.publication) > since);
    const end = place + Number(searchParams.get('limit'));
    const records = found.slice(place, end).map(({ sourcedId, status, publication: changed }) => ({
      sourcedId,
      status,
      dateLastModified: stampOf(changed),
    }));
    searchParams.set('cursor', `${publication}.${end}`);
    const next = `<https://elsewhere.example${pathname}?${searchParams}>; rel="next"`;
    return {
      headers: {
        'x-total-count': String(found.length),
        'x-publication-id': String(publication),
        'x-published-at': stampOf(publication),
        ...(end < found.length ? { link: next } : {}),
      },
      body: JSON.stringify({ [collection]: records }),
    };
  }
}
