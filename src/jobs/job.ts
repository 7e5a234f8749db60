import type { Context } from '../services/context.ts';

/** A kind of background work. */
export interface Job {
  /** Queue name. */
  readonly name: string;
  /** After this the queue gives the job to somebody else, heartbeat or not. */
  readonly expireInSeconds: number;
  /** Begins by itself at these times. */
  readonly schedule?: { readonly cron: string; readonly timeZone: string };
  /** One is due whenever a process starts. */
  readonly atStart?: boolean;
  /**
   * Whether work waits that nobody does. Asked every few seconds, so that a job that was lost (deleted, out of retries,
   * its process dead) gets another.
   */
  readonly isDue?: (ctx: Context) => Promise<boolean>;
  /** Another kind of work that a run makes necessary, where it says so. */
  readonly followedBy?: string;
  /** How long a job that failed waits; 1 s unless told. */
  readonly retryDelaySeconds?: number;
  /** One service call. */
  readonly run: (ctx: Context, signal: AbortSignal) => Promise<Ran>;
}

/** What a run leaves to do. */
export interface Ran {
  /** Another job of this kind. */
  readonly again: boolean;
  /** The job's `followedBy`. */
  readonly follow: boolean;
}

export const nothingLeft: Ran = { again: false, follow: false };

export function defineJob(job: Job): Job {
  return job;
}
