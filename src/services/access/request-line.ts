import type { RateLimit, Taken } from '../../model/rate-limit.ts';

/** Whether one request may go on, and what is left. */
export interface Allowance {
  readonly allowed: boolean;
  /** Further requests within this hour. */
  readonly remaining: number;
  /** Until some of them are free again, milliseconds. */
  readonly resetMs: number;
  /** When it is refused: until it would not be, milliseconds. */
  readonly retryMs: number;
}

/** What a line does with the count that all processes share. */
export interface Counter {
  /** Never fails: who cannot be asked is stood in for. */
  take(asked: number): Promise<Taken>;
  /** Never fails: what cannot be given back was used, as far as anybody knows. */
  giveBack(count: number): Promise<void>;
  /** Hears of those that were refused. */
  refused(taken: Taken): void;
  /** Nobody has come for a while. */
  idle(): void;
}

/** What is held ahead of requests goes back after this. */
const holdMs = 100;
/** Of what is left in the hour, and of a second's burst, no more than this is held: a limit that is near is asked for one by one. */
const heldShare = { hour: 1 / 50, second: 1 / 10 } as const;

/**
 * The requests of one subject in this process. Those that arrive together are counted together; while they keep coming
 * some are counted ahead of them, ever more as long as all are used, and what is not used is given back.
 */
export class RequestLine {
  readonly #counter: Counter;
  readonly #perSecond: number;
  #waiting: ((allowance: Allowance) => void)[] = [];
  #asking = false;
  /** Requests that are counted and have not come yet. */
  #held = 0;
  /** How many were held last. */
  #lot = 0;
  #last: Taken | undefined;
  #timer: NodeJS.Timeout | undefined;
  /** Ends when what was given back has arrived: who asks for more before that may be told that nothing is left. */
  #returned: Promise<void> | undefined;

  constructor(counter: Counter, { perSecond }: RateLimit) {
    this.#counter = counter;
    this.#perSecond = perSecond;
  }

  ask(): Promise<Allowance> {
    if (this.#held > 0 && this.#last !== undefined) return Promise.resolve(this.#useHeld(this.#last));
    const { promise, resolve } = Promise.withResolvers<Allowance>();
    this.#waiting.push(resolve);
    if (!this.#asking) void this.#serve();
    return promise;
  }

  #useHeld({ remaining, resetMs }: Taken): Allowance {
    this.#held -= 1;
    return { allowed: true, remaining: remaining + this.#held, resetMs, retryMs: 0 };
  }

  async #serve(): Promise<void> {
    this.#asking = true;
    while (this.#waiting.length > 0) {
      if (this.#returned !== undefined) await this.#returned;
      const asking = this.#waiting;
      this.#waiting = [];
      const ahead = this.#ahead();
      const taken = await this.#counter.take(asking.length + ahead);
      const { granted, remaining, resetMs, retryMs } = taken;
      this.#last = taken;
      this.#lot = Math.min(ahead, Math.max(0, granted - asking.length));
      this.#held = this.#lot;
      if (granted < asking.length) this.#counter.refused(taken);
      for (const [at, answer] of asking.entries()) {
        const allowed = at < granted;
        // The first of those that were granted together had the others still before it.
        answer({ allowed, remaining: remaining + (allowed ? granted - 1 - at : 0), resetMs, retryMs });
      }
      for (const answer of this.#waiting.splice(0, this.#held)) answer(this.#useHeld(taken));
      this.#endLater();
    }
    this.#asking = false;
  }

  /** Requests to count ahead: twice as many as last time, when those were used up before their time. */
  #ahead(): number {
    if (this.#last === undefined || this.#timer === undefined) return 0;
    const { hour, second } = heldShare;
    return Math.floor(Math.min(2 * this.#lot + 1, this.#last.remaining * hour, this.#perSecond * second));
  }

  #endLater(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#end(), holdMs);
    this.#timer.unref();
  }

  async #end(): Promise<void> {
    this.#timer = undefined;
    if (this.#held > 0) {
      this.#returned = this.#counter.giveBack(this.#held);
      this.#held = 0;
      await this.#returned;
      this.#returned = undefined;
    }
    if (!this.#asking) this.#counter.idle();
  }
}
