import { readdir, readFile } from 'node:fs/promises';
import { generateDrizzleJson, generateMigration } from 'drizzle-kit/api';
import { expect, test } from 'vitest';
import * as schema from '../../src/store/schema.ts';

const folder = new URL('../../drizzle/', import.meta.url);

test('schema.sql: the tables and indexes that the declarations make', async () => {
  const statements = await generateMigration(generateDrizzleJson({}), generateDrizzleJson(schema));
  await expect(`${statements.join('\n\n')}\n`).toMatchFileSnapshot('__snapshots__/schema.sql');
});

test('the migrations lead to exactly these tables', async () => {
  const journal: { entries: { idx: number; tag: string }[] } = JSON.parse(
    await readFile(new URL('meta/_journal.json', folder), 'utf8'),
  );
  const files = (await readdir(folder)).filter((name) => name.endsWith('.sql')).toSorted();
  expect(files).toEqual(journal.entries.map(({ tag }) => `${tag}.sql`));
  const newest = String(journal.entries.at(-1)?.idx).padStart(4, '0');
  const migrated = JSON.parse(await readFile(new URL(`meta/${newest}_snapshot.json`, folder), 'utf8'));
  expect(JSON.parse(JSON.stringify(generateDrizzleJson(schema))).tables).toEqual(migrated.tables);
});
