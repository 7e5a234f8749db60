import { query } from './embedded-folder.ts';

/** All rows of all tables whose `schema.table` is LIKE `like`, as text; bytes in hexadecimal. */
export async function dumpOf(url: string, like = '%'): Promise<string> {
  const tables = await query(
    url,
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE c.relkind IN ('r', 'p') AND NOT c.relispartition AND n.nspname !~ '^(pg_|information_schema)'
       AND n.nspname || '.' || c.relname LIKE $1 ORDER BY 1`,
    [like],
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const rows = await query(url, `SELECT t::text AS row FROM ${name} t`);
    texts.push(`${name}\n${rows.map(({ row }) => String(row)).join('\n')}`);
  }
  return texts.join('\n');
}
