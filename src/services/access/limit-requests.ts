import type { RateLimit, Taken } from '../../model/rate-limit.ts';
import type { Context } from '../context.ts';
import { LocalWindows } from './local-windows.ts';
import { type Allowance, type Counter, RequestLine } from './request-line.ts';

/** Counts one request of a subject, exactly once among all processes of the hub. */
export type Limiter = (subject: string, limit: RateLimit) => Promise<Allowance>;

/** The count that all processes share. */
export interface SharedCount {
  take(subject: string, asked: number, limit: RateLimit): Promise<Taken>;
  giveBack(subject: string, count: number): Promise<void>;
}

/** A database that does not count within this time is away. */
const patienceMs = 1_000;
/** Who is refused is believed to be for this long: another process may give back what it held. */
const refusedMs = 1_000;
/** Those of whom it is known until when nothing is granted to them. */
const refusedMax = 10_000;

interface Refusal {
  readonly remaining: number;
  /** From when on the database is asked again. */
  readonly askAt: number;
  readonly retryAt: number;
  readonly resetAt: number;
}

/**
 * Who is refused is refused by this process alone for a second, or less when something can be granted before: a flood
 * does not reach the database. While that is away each process counts by itself, with what it has granted before in mind.
 */
export function createLimiter(shared: SharedCount, log: Context['log']): Limiter {
  const lines = new Map<string, RequestLine>();
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
      const taken = await within(patienceMs, shared.take(subject, asked, limit));
      noteAway(false);
      local.take(subject, taken.granted, limit);
      return taken;
    } catch (error) {
      noteAway(true, error);
      return local.take(subject, asked, limit);
    }
  }

  function refuse(key: string, { remaining, resetMs, retryMs }: Taken): void {
    const now = performance.now();
    const [oldest] = refused.keys();
    if (refused.size >= refusedMax && oldest !== undefined) refused.delete(oldest);
    const askAt = now + Math.min(retryMs, refusedMs);
    refused.set(key, { remaining, askAt, retryAt: now + retryMs, resetAt: now + resetMs });
  }

  function findRefusal(key: string): Allowance | undefined {
    const known = refused.get(key);
    if (known === undefined) return undefined;
    const now = performance.now();
    if (known.askAt > now) {
      const { remaining, retryAt, resetAt } = known;
      return { allowed: false, remaining, resetMs: resetAt - now, retryMs: retryAt - now };
    }
    refused.delete(key);
    return undefined;
  }

  function lineOf(key: string, subject: string, limit: RateLimit): RequestLine {
    const counter: Counter = {
      take: (asked) => take(subject, asked, limit),
      giveBack: (count) => within(patienceMs, shared.giveBack(subject, count)).catch(() => undefined),
      refused: (taken) => refuse(key, taken),
      idle: () => lines.delete(key),
    };
    const line = new RequestLine(counter, limit);
    lines.set(key, line);
    return line;
  }

  return (subject, limit) => {
    // A limit that was raised counts at once.
    const key = `${subject} ${limit.perHour} ${limit.perSecond}`;
    const refusal = findRefusal(key);
    if (refusal !== undefined) return Promise.resolve(refusal);
    return (lines.get(key) ?? lineOf(key, subject, limit)).ask();
  };
}

/** What a promise becomes, or an error when that takes longer. */
function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  const { promise: first, resolve, reject } = Promise.withResolvers<Value>();
  const timer = setTimeout(() => reject(new Error(`no answer within ${ms} ms`)), ms);
  promise.then(resolve, reject).finally(() => clearTimeout(timer));
  return first;
}
