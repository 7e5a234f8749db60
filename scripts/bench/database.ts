import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import { entityList } from '../../src/model/entities/index.ts';
import { literal, quoted, tableName } from '../../src/store/column.ts';
import { dataColumns } from '../../src/store/stage.ts';
import { type CopyFile, stampColumns } from './boards.ts';
import { timed } from './statistics.ts';

/** What is done beside the hub on its server. */
export interface BenchDatabase {
  readonly version: string;
  /** Waits until the last import has let go of everything, then takes all records and uploads away. */
  empty(): Promise<void>;
  /** Waits for the import's end and writes all that is dirty, so that what is timed next pays only for itself. */
  settle(): Promise<void>;
  /** Does now what autovacuum would do within a minute, in the middle of a measurement. */
  vacuum(): Promise<void>;
  /** Seconds of COPY into logged tables with the same columns and indexes, in one transaction. */
  copy(files: readonly CopyFile[]): Promise<number>;
  /** Seconds of COPY TO STDOUT of the columns that files have, one table after the other. */
  copyOut(): Promise<number>;
  /** Rows written so far in the entities' tables and their history, as the server counts them. */
  rowsWritten(): Promise<number>;
}

const tables = entityList.flatMap(({ name }) => [tableName(name), `${tableName(name)}_history`]);
const uploads = ['imports', 'import_issues', 'files', 'file_chunks'];
/** How the sessions of an import call themselves. */
const importSession = 'rosterhub import';
const copyChunkBytes = 1024 * 1024;

export async function openBenchDatabase(url: string, cleanup: AsyncDisposableStack): Promise<BenchDatabase> {
  const client = new pg.Client({ connectionString: url, application_name: 'rosterhub bench' });
  client.on('error', () => undefined);
  await client.connect();
  cleanup.defer(() => client.end());
  const { rows } = await client.query<{ server_version: string }>('SHOW server_version');

  /** An import goes on after it is published, and then keeps its connections for a while: statistics, its staging tables, and bodies that are made ready. */
  async function importEnded(): Promise<void> {
    for (;;) {
      const { rowCount } = await client.query(
        `SELECT FROM pg_stat_activity WHERE application_name = $1 AND state <> 'idle'
         UNION ALL SELECT FROM users e WHERE NOT EXISTS (
           SELECT FROM users_rendered b WHERE b.sourced_id = e.sourced_id AND b.publication_id = e.publication_id)
         LIMIT 1`,
        [importSession],
      );
      if (rowCount === 0) return;
      await sleep(100);
    }
  }

  return {
    version: rows[0]?.server_version ?? '',
    async settle() {
      await importEnded();
      await client.query('CHECKPOINT');
    },
    async empty() {
      await importEnded();
      // Publications stay: the hub keeps their stamps, which never change.
      await client.query(`TRUNCATE ${[...tables, ...uploads].map(quoted).join(', ')}`);
      // TRUNCATE leaves the column statistics, which a first import would not have.
      const names = tables.map((table) => `${literal(table)}::regclass`);
      await client.query(`DELETE FROM pg_statistic WHERE starelid IN (${names.join(', ')})`);
      await client.query('CHECKPOINT');
    },
    async vacuum() {
      await importEnded();
      await client.query(`VACUUM (ANALYZE) ${tables.map(quoted).join(', ')}`);
      await client.query('CHECKPOINT');
    },
    async copy(files) {
      await client.query('DROP SCHEMA IF EXISTS bench CASCADE; CREATE SCHEMA bench');
      for (const { entity } of files) {
        const table = quoted(tableName(entity.name));
        await client.query(`CREATE TABLE bench.${table} (LIKE public.${table} INCLUDING ALL)`);
      }
      await client.query('CHECKPOINT');
      const { seconds } = await timed(() => copyAll(client, files));
      await client.query('DROP SCHEMA bench CASCADE');
      return seconds;
    },
    async copyOut() {
      const { seconds } = await timed(async () => {
        for (const entity of entityList) {
          const columns = ['sourced_id', ...dataColumns(entity)].join(', ');
          const rows = client.query(copyTo(`COPY ${quoted(tableName(entity.name))} (${columns}) TO STDOUT`));
          for await (const _ of rows);
        }
      });
      return seconds;
    },
    async rowsWritten() {
      await importEnded();
      const { rows: counts } = await client.query<{ touched: string }>(
        `SELECT sum(n_tup_ins + n_tup_upd + n_tup_del) AS touched FROM pg_stat_user_tables
         WHERE schemaname = 'public' AND relname = ANY ($1)`,
        [tables],
      );
      return Number(counts[0]?.touched ?? 0);
    },
  };
}

async function copyAll(client: pg.Client, files: readonly CopyFile[]): Promise<void> {
  await client.query('BEGIN');
  for (const { entity, path } of files) {
    const columns = [...stampColumns, ...dataColumns(entity)].join(', ');
    const table = `bench.${quoted(tableName(entity.name))}`;
    await pipeline(
      createReadStream(path, { highWaterMark: copyChunkBytes }),
      client.query(copyFrom(`COPY ${table} (${columns}) FROM STDIN`)),
    );
  }
  await client.query('COMMIT');
}
