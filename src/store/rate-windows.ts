import { sql } from 'drizzle-orm';
import { minuteMs, minutes, type RateLimit, type Taken } from '../model/rate-limit.ts';
import type { Db } from './client.ts';
import { rateWindows } from './schema.ts';

/**
 * Asks for requests of one subject, on behalf of every process of the hub: never more are granted than the limit has.
 * What is granted is granted for good, unless it is given back.
 */
export async function takeRequests(
  db: Db,
  subject: string,
  asked: number,
  { perHour, perSecond }: RateLimit,
): Promise<Taken> {
  // The driver's own template: its statement is prepared, and this runs before every request.
  const [row] = await db.$client<
    { granted: number; remaining: number; reset_ms: number; retry_ms: number }[]
  >`
    SELECT granted, remaining, reset_ms, retry_ms
    FROM take_requests(${subject}, ${asked}, ${perHour}, ${perSecond})`;
  if (row === undefined) throw new Error('take_requests has answered nothing');
  const { granted, remaining, reset_ms: resetMs, retry_ms: retryMs } = row;
  return { granted, remaining, resetMs, retryMs };
}

/**
 * Gives back what was asked for and not used: of the newest minute and, where that has not so many because it has just
 * begun, of the one before.
 */
export async function giveBackRequests(db: Db, subject: string, count: number): Promise<void> {
  await db.$client`
    UPDATE rate_windows SET
      counts[minute % 60 + 1] = greatest(0, counts[minute % 60 + 1] - ${count}::integer),
      counts[(minute + 59) % 60 + 1] = greatest(0, counts[(minute + 59) % 60 + 1]
        - greatest(0, ${count}::integer - counts[minute % 60 + 1]))
    WHERE subject = ${subject}`;
}

/** Forgets who has not called for an hour. */
export async function expireRateWindows(db: Db): Promise<number> {
  const gone = await db.execute(sql`DELETE FROM ${rateWindows}
WHERE ${rateWindows.minute} <= extract(epoch FROM clock_timestamp()) * 1000 / ${minuteMs} - ${minutes + 1}`);
  return gone.count;
}
