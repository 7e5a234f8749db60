import { setTimeout as pause } from 'node:timers/promises';
import type { HubClient } from './hub-client.ts';
import { type Roster, recordKey, wholeCollections } from './roster.ts';

/** A poller that was made to die in the middle of a walk. */
class Killed extends Error {}

export interface PollerOptions {
  readonly client: HubClient;
  /** Small, so that publications land in the middle of walks. */
  readonly limit: number;
  /** A number in [0, 1) for each question that chance decides. */
  readonly chance: (question: string) => number;
  /** Share of pages after which the poller dies and begins its walk again. */
  readonly deadliness: number;
}

/**
 * A vendor's copy of the roster, kept by the rules for clients: follow `next`, take T from the first page, advance it
 * only after the last one, and after an interruption begin again with the old T.
 */
export class DeltaPoller {
  readonly #options: PollerOptions;
  readonly #copy = new Map<string, string>();
  readonly #stamps = new Map<string, string>();
  #question = 0;
  deaths = 0;
  /** Walks of more than one page during which something was published. */
  overtaken = 0;

  constructor(options: PollerOptions) {
    this.#options = options;
  }

  get copy(): Roster {
    return this.#copy;
  }

  /** Polls at random moments until `isOver`, then once more. */
  async run(isOver: () => boolean): Promise<void> {
    for (let over = false; !over; ) {
      over = isOver();
      await this.#pollAll();
      if (!over) await pause(this.#chance('pause') * 150);
    }
  }

  async #pollAll(): Promise<void> {
    for (const collection of wholeCollections) {
      while (!(await this.#tryPoll(collection)));
    }
  }

  async #tryPoll(collection: string): Promise<boolean> {
    const { client, limit, deadliness } = this.#options;
    const since = this.#stamps.get(collection);
    const filter = since === undefined ? '' : `&filter=${encodeURIComponent(`dateLastModified>'${since}'`)}`;
    let pages = 0;
    try {
      const { stamp } = await client.walk(collection, `limit=${limit}${filter}`, (page, records) => {
        pages = page;
        // Page by page, as records would go into a vendor's database.
        for (const record of records) {
          this.#copy.set(`${collection}/${record.sourcedId}`, recordKey(record, client.url, true));
        }
        if (this.#chance('death') < deadliness) throw new Killed();
      });
      if (stamp !== null) this.#stamps.set(collection, stamp);
      if (pages > 1 && stamp !== (await newestStamp(client))) this.overtaken += 1;
      return true;
    } catch (error) {
      if (!(error instanceof Killed)) throw error;
      this.deaths += 1;
      return false;
    }
  }

  #chance(question: string): number {
    this.#question += 1;
    return this.#options.chance(`${question} ${this.#question}`);
  }
}

/** Stamp of the newest publication. */
async function newestStamp(client: HubClient): Promise<string | null> {
  return (await client.get('/ims/oneroster/rostering/v1p2/orgs?limit=1')).headers.get('x-published-at');
}
