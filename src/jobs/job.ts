import type { Context } from '../services/context.ts';

/** A kind of background work. */
export interface Job {
  /** Queue name. */
  readonly name: string;
  /** After this the queue gives the job to somebody else, heartbeat or not. */
  readonly expireInSeconds: number;
  /** One service call. True when another job of this kind should follow. */
  readonly run: (ctx: Context, signal: AbortSignal) => Promise<boolean>;
}

export function defineJob(job: Job): Job {
  return job;
}
