import { desc, sql } from 'drizzle-orm';
import type { ChainEnd } from './audit-chain.ts';
import { auditHead, auditLog } from './audit-schema.ts';
import type { Tx } from './client.ts';

/** Months that are made before they begin: a hub that no job runs on has that long to be looked at. */
const monthsAhead = 3;

/** Makes the partitions of this month and the next ones, where they are missing. */
export async function makePartitions(tx: Tx): Promise<void> {
  await tx.execute(sql`SELECT audit_partition((date_trunc('month', now() AT TIME ZONE 'UTC') + make_interval(months => n))::date)
FROM generate_series(0, ${monthsAhead}::integer) AS n`);
}

/** A month of the audit. */
export interface Partition {
  /** Name of its table. */
  readonly name: string;
  /** Its first day, `2026-04-01`. */
  readonly begins: string;
}

const namePattern = /^audit_log_(\d{4})_(\d{2})$/;

/** In the order of time. */
export async function listPartitions(tx: Tx): Promise<Partition[]> {
  const rows = await tx
    .select({ name: sql<string>`c.relname` })
    .from(sql`pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid`)
    .where(sql`i.inhparent = 'audit_log'::regclass`)
    .orderBy(sql`c.relname`);
  return rows.flatMap(({ name }) => {
    const [, year, month] = namePattern.exec(name) ?? [];
    return year === undefined ? [] : [{ name, begins: `${year}-${month}-01` }];
  });
}

/** Takes away these partitions, and says where the chain in them ended; undefined when they had no rows. */
export async function dropPartitions(
  tx: Tx,
  names: readonly string[],
): Promise<{ readonly end: ChainEnd | undefined; readonly rows: number }> {
  // Nobody appends from here on: what is dropped is what was counted.
  await tx.select({ seq: auditHead.seq }).from(auditHead).for('update');
  const ours = sql`tableoid IN (SELECT unnest(string_to_array(${names.join(' ')}, ' '))::regclass)`;
  const [last] = await tx
    .select({ seq: auditLog.seq, hash: auditLog.hash })
    .from(auditLog)
    .where(ours)
    .orderBy(desc(auditLog.seq))
    .limit(1);
  const [counted] = await tx.select({ rows: sql<number>`count(*)::int` }).from(auditLog).where(ours);
  for (const name of names) await tx.execute(sql`DROP TABLE ${sql.identifier(name)}`);
  return { end: last, rows: counted?.rows ?? 0 };
}
