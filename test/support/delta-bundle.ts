import { type CsvRow, putRows, rosterFiles, rowsOf } from './bundle-rows.ts';
import type { EditableBundle } from './editable-bundle.ts';
import type { HubClient, ImportView, OneRosterRecord } from './hub-client.ts';
import { wholeCollections } from './roster.ts';

/** When the sender says that it changed every record of these bundles. */
export const modified = '2026-05-01T01:02:03.456Z';
export const active = (row: CsvRow): CsvRow => ({ ...row, status: 'active', dateLastModified: modified });
export const deleted = (row: CsvRow): CsvRow => ({
  ...row,
  status: 'tobedeleted',
  dateLastModified: modified,
});

/** Rows by file. */
export type DeltaFiles = Readonly<Record<string, readonly CsvRow[]>>;

/** A bundle of these delta files; the others are absent, or as the board has them. */
export function deltaBundle(
  board: EditableBundle,
  files: DeltaFiles,
  others: 'absent' | 'bulk' = 'absent',
): EditableBundle {
  const bundle = board.copy();
  for (const file of rosterFiles) {
    const rows = files[file];
    const property = `file.${file.replace('.csv', '')}`;
    if (rows !== undefined) putRows(bundle, file, rows).manifest(property, 'delta');
    else if (others === 'absent') bundle.remove(file).manifest(property, 'absent');
  }
  return bundle;
}

/** Has a hub import these delta files of the board that it has published. */
export async function sendDelta(
  { client, board }: { readonly client: HubClient; readonly board: EditableBundle },
  files: DeltaFiles,
  fields: Record<string, string> = {},
): Promise<ImportView> {
  return client.importZip(await deltaBundle(board, files).zip(), undefined, fields);
}

/** The delta from one board to another, file by file. */
export function changesOf(from: EditableBundle, to: EditableBundle): Record<string, CsvRow[]> {
  const after = rowsOf(to);
  const changes = [...rowsOf(from)].map(([file, rows]): [string, CsvRow[]] => {
    const old = new Map(rows.map((row) => [row.sourcedId, row]));
    const next = after.get(file) ?? [];
    const ids = new Set(next.map(({ sourcedId }) => sourcedId));
    return [
      file,
      [
        ...next.filter((row) => JSON.stringify(old.get(row.sourcedId)) !== JSON.stringify(row)).map(active),
        ...rows.filter(({ sourcedId }) => !ids.has(sourcedId)).map(deleted),
      ],
    ];
  });
  return Object.fromEntries(changes.filter(([, rows]) => rows.length > 0));
}

export async function recordsOf(client: HubClient): Promise<Map<string, OneRosterRecord>> {
  const records = new Map<string, OneRosterRecord>();
  for (const collection of wholeCollections) {
    const walk = await client.walk(collection, 'limit=1000');
    for (const record of walk.records) records.set(`${collection}/${record.sourcedId}`, record);
  }
  return records;
}

/** Records that the publication changed. */
export const movedBy = (records: ReadonlyMap<string, OneRosterRecord>, { publication }: ImportView) =>
  [...records].flatMap(([key, { dateLastModified }]) =>
    dateLastModified === publication?.publishedAt ? [key] : [],
  );

export const sums = ({ files }: ImportView) =>
  Object.values(files).reduce(
    (sum, one) => ({
      created: sum.created + one.created,
      updated: sum.updated + one.updated,
      deleted: sum.deleted + one.deleted,
    }),
    { created: 0, updated: 0, deleted: 0 },
  );

/** Somebody to whom nobody's agents refer, and all that there is of them. */
export function personOf(board: EditableBundle) {
  const rows = (file: string) => rowsOf(board).get(file) ?? [];
  const agents = new Set(rows('users.csv').flatMap((row) => (row.agentSourcedIds ?? '').split(',')));
  const enrolled = new Set(rows('enrollments.csv').map((row) => row.userSourcedId));
  const user = rows('users.csv').find(
    (row) => !agents.has(row.sourcedId ?? '') && enrolled.has(row.sourcedId),
  );
  const id = user?.sourcedId ?? '';
  const of = (file: string, column: string) => rows(file).filter((row) => row[column] === id);
  return {
    id,
    'users.csv': of('users.csv', 'sourcedId'),
    'roles.csv': of('roles.csv', 'userSourcedId'),
    'userProfiles.csv': of('userProfiles.csv', 'userSourcedId'),
    'enrollments.csv': of('enrollments.csv', 'userSourcedId'),
    'demographics.csv': of('demographics.csv', 'sourcedId'),
  };
}
