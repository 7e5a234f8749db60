import type { RateLimit, Taken } from '../../model/rate-limit.ts';
import type { Context } from '../context.ts';
import { LocalWindows } from './local-windows.ts';

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

/** Counts one request of a subject, exactly once among all processes of the hub. */
export type Limiter = (subject: string, limit: RateLimit) => Promise<Allowance>;

/** Grants some of the requests that are asked for, on behalf of all processes. */
type Take = (subject: string, asked: number, limit: RateLimit) => Promise<Taken>;

/** A database that does not count within this time is away. */
const patienceMs = 1_000;
/** Those of whom it is known until when nothing is granted to them. */
const refusedMax = 10_000;

/** Requests of one subject that came while the ones before were being counted. */
type Line = ((allowance: Allowance) => void)[];

interface Refusal {
  readonly remaining: number;
  readonly until: number;
  readonly resetAt: number;
}

/**
 * Requests that arrive together are counted together, so a busy client costs a statement now and then and not one each.
 * Who is refused is refused by this process alone until the time at which something can be granted again: a flood does
 * not reach the database. While that is away each process counts by itself, with what it has granted before in mind.
 */
export function createLimiter(takeShared: Take, log: Context['log']): Limiter {
  const lines = new Map<string, Line>();
  const refused = new Map<string, Refusal>();
  const local = new LocalWindows();
  let isAway = false;

  function noteAway(away: boolean, error?: unknown): void {
    if (away !== isAway && away) log.warn({ err: error }, 'limits are counted by this process alone');
    if (away !== isAway && !away) log.warn('limits are counted by the database again');
    isAway = away;
  }

  async function take(subject: string, asked: number, limit: RateLimit): Promise<Taken> {
    try {
      const taken = await within(patienceMs, takeShared(subject, asked, limit));
      noteAway(false);
      local.take(subject, taken.granted, limit);
      return taken;
    } catch (error) {
      noteAway(true, error);
      return local.take(subject, asked, limit);
    }
  }

  async function serve(key: string, subject: string, limit: RateLimit, line: Line): Promise<void> {
    while (line.length > 0) {
      const asking = line.splice(0);
      const taken = await take(subject, asking.length, limit);
      const { granted, remaining, resetMs, retryMs } = taken;
      if (granted < asking.length) refuse(key, taken);
      for (const [at, answer] of asking.entries()) {
        const allowed = at < granted;
        // The first of those that were granted together had the others still before it.
        answer({ allowed, remaining: remaining + (allowed ? granted - 1 - at : 0), resetMs, retryMs });
      }
    }
    lines.delete(key);
  }

  function refuse(key: string, { remaining, resetMs, retryMs }: Taken): void {
    const now = performance.now();
    const [oldest] = refused.keys();
    if (refused.size >= refusedMax && oldest !== undefined) refused.delete(oldest);
    refused.set(key, { remaining, until: now + retryMs, resetAt: now + resetMs });
  }

  function findRefusal(key: string): Allowance | undefined {
    const known = refused.get(key);
    if (known === undefined) return undefined;
    const now = performance.now();
    if (known.until > now) {
      const { remaining, until, resetAt } = known;
      return { allowed: false, remaining, resetMs: resetAt - now, retryMs: until - now };
    }
    refused.delete(key);
    return undefined;
  }

  return (subject, limit) => {
    // A limit that was raised counts at once.
    const key = `${subject} ${limit.perHour} ${limit.perSecond}`;
    const refusal = findRefusal(key);
    if (refusal !== undefined) return Promise.resolve(refusal);
    const { promise, resolve } = Promise.withResolvers<Allowance>();
    const line = lines.get(key);
    if (line !== undefined) line.push(resolve);
    else {
      const begun: Line = [resolve];
      lines.set(key, begun);
      void serve(key, subject, limit, begun);
    }
    return promise;
  };
}

/** What a promise becomes, or an error when that takes longer. */
function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  const { promise: first, resolve, reject } = Promise.withResolvers<Value>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  promise.then(resolve, reject).finally(() => clearTimeout(timer));
  return first;
}
