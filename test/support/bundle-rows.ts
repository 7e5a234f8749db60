import Papa from 'papaparse';
import type { EditableBundle } from './editable-bundle.ts';

export type CsvRow = Readonly<Record<string, string>>;

/** Which columns name records of which file, written from the CSV binding and from nothing of the project. */
const references: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'orgs.csv': { parentSourcedId: 'orgs.csv' },
  'academicSessions.csv': { parentSourcedId: 'academicSessions.csv' },
  'courses.csv': { schoolYearSourcedId: 'academicSessions.csv', orgSourcedId: 'orgs.csv' },
  'classes.csv': {
    courseSourcedId: 'courses.csv',
    schoolSourcedId: 'orgs.csv',
    termSourcedIds: 'academicSessions.csv',
  },
  'users.csv': {
    agentSourcedIds: 'users.csv',
    primaryOrgSourcedId: 'orgs.csv',
    'metadata.jp.homeClass': 'classes.csv',
  },
  'userProfiles.csv': { userSourcedId: 'users.csv' },
  'roles.csv': {
    userSourcedId: 'users.csv',
    orgSourcedId: 'orgs.csv',
    userProfileSourcedId: 'userProfiles.csv',
  },
  'enrollments.csv': {
    classSourcedId: 'classes.csv',
    schoolSourcedId: 'orgs.csv',
    userSourcedId: 'users.csv',
  },
  'demographics.csv': { sourcedId: 'users.csv' },
};

/** Data files, causes before consequences. */
export const rosterFiles: readonly string[] = Object.keys(references);

/** Rows by file. Row 0 is on line 2. */
export type BundleRows = ReadonlyMap<string, readonly CsvRow[]>;

export function rowsOf(bundle: EditableBundle): BundleRows {
  return new Map(
    rosterFiles.map((file) => [
      file,
      Papa.parse<CsvRow>(bundle.files.get(file)?.toString() ?? '', { header: true, skipEmptyLines: true })
        .data,
    ]),
  );
}

/** The bundle with these rows of a file, and no others. */
export function putRows(bundle: EditableBundle, file: string, rows: readonly CsvRow[]): EditableBundle {
  const columns = bundle.lines(file)[0]?.split(',') ?? [];
  const text = rows.map((row) =>
    columns.map((column) => `"${(row[column] ?? '').replaceAll('"', '""')}"`).join(),
  );
  return bundle.edit(file, ([header = '']) => [header, ...text, '']);
}

/** A row by its place: `users.csv 17`. */
export const placeOf = (file: string, index: number) => `${file} ${index + 2}`;

/**
 * What else cannot come when these rows do not: what names them, and users whose last role is among them. Places; the
 * given ones are in it.
 */
export function withDependents(rows: BundleRows, out: ReadonlySet<string>): ReadonlySet<string> {
  const gone = new Set(out);
  for (let before = -1; before < gone.size; ) {
    before = gone.size;
    const left = (file: string) =>
      (rows.get(file) ?? []).filter((_row, index) => !gone.has(placeOf(file, index)));
    const ids = new Map(rosterFiles.map((file) => [file, new Set(left(file).map((row) => row.sourcedId))]));
    const owners = new Set(left('roles.csv').map((row) => row.userSourcedId));
    for (const [file, columns] of Object.entries(references)) {
      for (const [index, row] of (rows.get(file) ?? []).entries()) {
        const dangling = Object.entries(columns).some(([column, target]) =>
          (row[column] ?? '').split(',').some((id) => id !== '' && ids.get(target)?.has(id) !== true),
        );
        if (dangling || (file === 'users.csv' && !owners.has(row.sourcedId))) gone.add(placeOf(file, index));
      }
    }
  }
  return gone;
}

/** The bundle without the rows at these places. */
export function withoutPlaces(bundle: EditableBundle, places: ReadonlySet<string>): EditableBundle {
  const rest = bundle.copy();
  for (const [file, rows] of rowsOf(bundle)) {
    putRows(
      rest,
      file,
      rows.filter((_row, index) => !places.has(placeOf(file, index))),
    );
  }
  return rest;
}
