import { serviceBases } from '../../src/model/endpoints.ts';
import { query } from './embedded-folder.ts';
import type { HubClient } from './hub-client.ts';
import { collections } from './roster.ts';

/** Every collection of a hub as one text: what readers see, byte for byte. */
export async function rosterPrint(client: HubClient): Promise<string> {
  const bodies: string[] = [];
  for (const collection of collections) {
    const response = await client.get(`${serviceBases[0]}/${collection}?limit=10000`);
    bodies.push(`${collection} ${response.status} ${await response.text()}`);
  }
  return bodies.join('\n');
}

export interface Leftovers {
  readonly files: number;
  readonly chunks: number;
  readonly imports: number;
  readonly publications: number;
  /** Tables of the staging schema. */
  readonly staging: number;
}

/** Rows in each table that an upload writes, and tables that imports left behind. */
export async function leftovers(databaseUrl: string): Promise<Leftovers> {
  const [row = {}] = await query(
    databaseUrl,
    `SELECT (SELECT count(*)::int FROM files) AS files, (SELECT count(*)::int FROM file_chunks) AS chunks,
       (SELECT count(*)::int FROM imports) AS imports, (SELECT count(*)::int FROM publications) AS publications,
       (SELECT count(*)::int FROM pg_tables WHERE schemaname = 'staging') AS staging`,
  );
  const count = (name: keyof Leftovers) => Number(row[name]);
  return {
    files: count('files'),
    chunks: count('chunks'),
    imports: count('imports'),
    publications: count('publications'),
    staging: count('staging'),
  };
}
