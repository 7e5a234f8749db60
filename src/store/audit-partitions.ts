import { sql } from 'drizzle-orm';
import type { Tx } from './client.ts';

/** Months that are made before they begin: a hub that no job runs on has that long to be looked at. */
const monthsAhead = 3;

/** Makes the partitions of this month and the next ones, where they are missing. */
export async function makePartitions(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT audit_partition((date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => n))::date)
FROM generate_series(0, ${monthsAhead}::integer) AS n`);
}
