import { pingDatabase } from '../../store/health.ts';
import type { Context } from '../context.ts';

export interface Health {
  /** The process answers. */
  readonly live: true;
  /** It can do its work: the database answers and the hub is not stopping. */
  readonly ready: boolean;
  readonly database: 'up' | 'down';
}

/** A probe that waits longer than this says no. */
const probeTimeoutMs = 2_000;

export async function checkHealth(ctx: Pick<Context, 'store'>, accepting: boolean): Promise<Health> {
  const up = await pingDatabase(ctx.store.db, probeTimeoutMs);
  return { live: true, ready: up && accepting, database: up ? 'up' : 'down' };
}
