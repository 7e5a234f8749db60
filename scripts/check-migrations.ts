import { readdir, readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import { generateDrizzleJson } from 'drizzle-kit/api';
import * as schema from '../src/store/schema.ts';

/** The parts of a drizzle-kit snapshot that make a database. */
const parts = ['tables', 'enums', 'schemas', 'sequences', 'roles', 'policies', 'views'] as const;
type Snapshot = Readonly<Record<(typeof parts)[number], Readonly<Record<string, unknown>>>>;

const folder = new URL('../drizzle/meta/', import.meta.url);

async function readJson<Value>(name: string): Promise<Value> {
  return JSON.parse(await readFile(new URL(name, folder), 'utf8'));
}

/** The schema as the newest migration left it. */
async function migratedSnapshot(): Promise<Snapshot> {
  const journal = await readJson<{ entries: { idx: number }[] }>('_journal.json');
  const newest = journal.entries.at(-1)?.idx ?? 0;
  return readJson(`${String(newest).padStart(4, '0')}_snapshot.json`);
}

/**
 * Names of what differs, `public.users` for instance. Snapshots are compared and not turned into statements, because
 * drizzle-kit asks at the terminal whether a column that went and one that came are the same.
 */
function differences(before: Snapshot, after: Snapshot): string[] {
  return parts.flatMap((part) => {
    const names = new Set([...Object.keys(before[part]), ...Object.keys(after[part])]);
    return [...names].filter((name) => !isDeepStrictEqual(before[part][name], after[part][name]));
  });
}

/** Migrations that drop an index which may be missing: a first load takes indexes off while their table is empty. */
async function hastyMigrations(): Promise<string[]> {
  const migrations = new URL('..', folder);
  const names = (await readdir(migrations)).filter((name) => name.endsWith('.sql'));
  const texts = await Promise.all(names.map((name) => readFile(new URL(name, migrations), 'utf8')));
  return names.filter((_, index) => /DROP INDEX (?!IF EXISTS)/i.test(texts[index] ?? ''));
}

const hasty = await hastyMigrations();
if (hasty.length > 0) {
  console.error(
    `DROP INDEX には IF EXISTS を付けてください。\nDROP INDEX needs IF EXISTS.\n  ${hasty.join('\n  ')}`,
  );
  process.exitCode = 1;
}
// By way of JSON, as the snapshot in the folder went: what is undefined is not there.
const current: Snapshot = JSON.parse(JSON.stringify(generateDrizzleJson(schema)));
const changed = differences(await migratedSnapshot(), current);
if (changed.length > 0) {
  console.error(
    `drizzle/ にないスキーマの変更があります。npm run generate を実行してください。\nThe schema has changes that no migration in drizzle/ has: run npm run generate.\n  ${changed.join('\n  ')}`,
  );
  process.exitCode = 1;
}
