import type { RetentionName } from '../../model/retention.ts';
import { saveRun } from '../../store/retention.ts';
import type { Context } from '../context.ts';

/** Writes down when a job last looked at these classes, and what it took away of each. */
export async function noteRuns(
  { store }: Pick<Context, 'store'>,
  at: Date,
  removed: Partial<Readonly<Record<RetentionName, number>>>,
): Promise<void> {
  await store.db.transaction(async (tx) => {
    for (const [name, count] of Object.entries(removed)) await saveRun(tx, name as RetentionName, at, count);
  });
}
