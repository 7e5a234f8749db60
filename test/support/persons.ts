import pg from 'pg';
import type { EditableBundle } from './editable-bundle.ts';
import type { HubClient } from './hub-client.ts';

export interface ErasureView {
  id: string;
  state: string;
  source: string;
  publicationId: number;
  reason: string;
  counts: { records: number; versions: number; named: number; uploads: number; exports: number };
  recipients: { client: string; name: string; contact: string; lastRead: string | null; named: boolean }[];
}

/** Somebody of a board whom another's row names, and who is a pupil of a class. */
export interface SomePerson {
  readonly id: string;
  /** Texts by which the person would be known anywhere. */
  readonly marks: readonly string[];
  /** Somebody whose agents have the person. */
  readonly namedBy: string;
}

const marks = {
  familyName: '消去山',
  givenName: '消去太郎',
  username: 'kieru.user.name',
  email: 'kieru@example.jp',
  identifier: 'KIERU-0001',
};

/** Gives somebody of the board texts that nobody else has; a copy of the board. */
export function markPerson(board: EditableBundle): { board: EditableBundle; person: SomePerson } {
  const marked = board.copy();
  const users = 'users.csv';
  const idsIn = (file: string, column: string) =>
    new Set(marked.lines(file).map((_, index) => marked.cell(file, index + 1, column)));
  const enrolled = idsIn('enrollments.csv', 'userSourcedId');
  const described = idsIn('demographics.csv', 'sourcedId');
  const lines = marked.lines(users).flatMap((_, index) => (index > 0 ? [index + 1] : []));
  const [line = 0, other = 0] = lines.filter((one) => {
    const sourcedId = marked.cell(users, one, 'sourcedId');
    return enrolled.has(sourcedId) && described.has(sourcedId);
  });
  const id = marked.cell(users, line, 'sourcedId');
  marked.set(users, line, marks);
  marked.set(users, other, { agentSourcedIds: id });
  return {
    board: marked,
    person: { id, marks: Object.values(marks), namedBy: marked.cell(users, other, 'sourcedId') },
  };
}

/** The board without anything about a person. */
export function withoutPerson(board: EditableBundle, id: string): EditableBundle {
  const copy = board.copy();
  const columns: Readonly<Record<string, string>> = {
    'users.csv': 'sourcedId',
    'demographics.csv': 'sourcedId',
    'roles.csv': 'userSourcedId',
    'userProfiles.csv': 'userSourcedId',
    'enrollments.csv': 'userSourcedId',
  };
  for (const [file, column] of Object.entries(columns)) {
    if (copy.files.has(file)) copy.filter(file, (cellOf) => cellOf(column) !== id);
  }
  return copy.edit('users.csv', (lines) => lines.map((row) => row.replaceAll(`"${id}"`, '""')));
}

/** Erases somebody over the interface; the erasure. */
export async function erase(client: HubClient, id: string, reason = '本人からの請求'): Promise<ErasureView> {
  const response = await client.post(`/admin/persons/${id}/erase`, { reason });
  const text = await response.text();
  if (response.status !== 202) throw new Error(`erase: ${response.status} ${text}`);
  return JSON.parse(text);
}

export async function erasureOf(client: HubClient, id: string): Promise<ErasureView> {
  const response = await client.get(`/admin/erasures/${id}`);
  return JSON.parse(await response.text());
}

/** Places of the database in which a text stands: `schema.table.column`. Of bytes, the hexadecimal form is looked at. */
export async function placesOf(url: string, text: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: columns } = await client.query<{ schema: string; table: string; column: string }>(
      `SELECT n.nspname AS schema, c.relname AS table, a.attname AS column FROM pg_class c
       JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
       WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
         AND n.nspname NOT IN ('pg_catalog', 'information_schema')`,
    );
    const found: string[] = [];
    for (const { schema, table, column } of columns) {
      const { rows } = await client.query(
        `SELECT count(*)::int AS count FROM "${schema}"."${table}"
         WHERE position($1 IN "${column}"::text) > 0 OR position($2 IN "${column}"::text) > 0`,
        [text, Buffer.from(text).toString('hex')],
      );
      if (rows[0].count > 0) found.push(`${schema}.${table}.${column}`);
    }
    return found.sort();
  } finally {
    await client.end();
  }
}
