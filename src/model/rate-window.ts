import { minuteMs, minutes, type RateLimit, type Taken } from './rate-limit.ts';

/**
 * What one subject has had in the last hour, by the minute, and in this second. PostgreSQL counts in the same way
 * (`take_requests` in `0012_limits.sql`).
 */
export class RateWindow {
  /** That of minute m since 1970 at m % 60. */
  readonly #counts: number[] = Array<number>(minutes).fill(0);
  #minute = 0;
  #second = 0;
  #inSecond = 0;

  take(asked: number, { perHour, perSecond }: RateLimit, nowMs: number): Taken {
    // A clock that was put back must not grant anything twice.
    const minute = Math.max(this.#minute, Math.floor(nowMs / minuteMs));
    for (let m = Math.max(this.#minute + 1, minute - minutes + 1); m <= minute; m += 1)
      this.#counts[m % minutes] = 0;
    this.#minute = minute;
    const second = Math.max(this.#second, Math.floor(nowMs / 1_000));
    if (second > this.#second) this.#inSecond = 0;
    this.#second = second;

    const used = this.#counts.reduce((sum, count) => sum + count, 0);
    const granted = Math.max(0, Math.min(asked, perHour - used, perSecond - this.#inSecond));
    this.#counts[minute % minutes] = (this.#counts[minute % minutes] ?? 0) + granted;
    this.#inSecond += granted;

    const left = perHour - used - granted;
    const refusedByHour = left <= 0;
    return {
      granted,
      remaining: Math.max(0, left),
      resetMs: this.#leavesAfter(1, minute) - nowMs,
      retryMs:
        granted === asked
          ? 0
          : (refusedByHour ? this.#leavesAfter(1 - left, minute) : (second + 1) * 1_000) - nowMs,
    };
  }

  /** When so many of those that count do so no more. */
  #leavesAfter(wanted: number, minute: number): number {
    let gone = 0;
    for (let m = minute - minutes + 1; m <= minute; m += 1) {
      gone += this.#counts[m % minutes] ?? 0;
      if (gone >= wanted) return (m + minutes) * minuteMs;
    }
    return (minute + minutes) * minuteMs;
  }
}
