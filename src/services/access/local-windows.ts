import type { RateLimit, Taken } from '../../model/rate-limit.ts';
import { RateWindow } from '../../model/rate-window.ts';

/** Subjects that are told apart; of more, those that have called least lately are forgotten. Some 10 MB. */
const windowsMax = 10_000;

/** What this process alone has granted, for the time in which the database does not count. */
export class LocalWindows {
  readonly #windows = new Map<string, RateWindow>();

  take(subject: string, asked: number, limit: RateLimit, nowMs = Date.now()): Taken {
    const window = this.#windows.get(subject) ?? new RateWindow();
    this.#windows.delete(subject);
    const [oldest] = this.#windows.keys();
    if (this.#windows.size >= windowsMax && oldest !== undefined) this.#windows.delete(oldest);
    this.#windows.set(subject, window);
    return window.take(asked, limit, nowMs);
  }
}
