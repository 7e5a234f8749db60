import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { createLog } from '../../src/log.ts';
import { removeOutsideHome, startEmbeddedServer } from '../../src/store/embedded/server.ts';
import { migrateStore } from '../../src/store/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the server's maintenance database. */
    serverUrl: string;
    /** Name of a migrated database to clone. */
    templateName: string;
  }
}

/**
 * One PostgreSQL for the whole run: the one of DATABASE_URL, or an embedded one in a folder of its own. It is not
 * durable; tests in which a server crashes or is stopped have servers of their own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const external = process.env.DATABASE_URL;
  const dataDir = await mkdtemp(join(tmpdir(), 'rosterhub-test-'));
  const embedded =
    external === undefined
      ? await startEmbeddedServer({ dataDir, log: createLog('silent'), scratch: true })
      : undefined;
  const serverUrl = external ?? embedded?.url ?? '';
  const templateName = `rosterhub_template_${process.pid}_${Math.random().toString(36).slice(2, 8)}`;
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${templateName}`);
  const url = new URL(serverUrl);
  url.pathname = `/${templateName}`;
  await migrateStore(url.href);
  project.provide('serverUrl', serverUrl);
  project.provide('templateName', templateName);
  return async () => {
    await admin.query(`DROP DATABASE IF EXISTS ${templateName} WITH (FORCE)`);
    await admin.end();
    if (embedded !== undefined) {
      await embedded.stop();
      await removeOutsideHome(dataDir);
    }
    await rm(dataDir, { recursive: true, force: true });
  };
}
