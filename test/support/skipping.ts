import type { EditableBundle } from './editable-bundle.ts';
import type { HubClient, ImportView } from './hub-client.ts';

/** A cell of each file that makes its row an error, and nothing else. */
export const faultyCells: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'orgs.csv': { name: '' },
  'academicSessions.csv': { endDate: '2026-02-30' },
  'courses.csv': { title: '' },
  'classes.csv': { classType: 'club' },
  'users.csv': { enabledUser: 'perhaps' },
  'userProfiles.csv': { vendorId: '' },
  'roles.csv': { beginDate: '2026-02-30' },
  'enrollments.csv': { beginDate: '2026-02-30' },
  'demographics.csv': { birthDate: '2026-02-30' },
};

export async function importSkipping(client: HubClient, bundle: EditableBundle): Promise<ImportView> {
  return client.importZip(await bundle.zip(), undefined, { onError: 'skip' });
}

/** Counts of a file with so many rows; the rest of them is unchanged. */
export const countsOf = (rows: number, rest: Partial<ImportView['files'][string]> = {}) => ({
  rows,
  created: 0,
  updated: 0,
  unchanged: rows - (rest.rejected ?? 0) - (rest.created ?? 0) - (rest.updated ?? 0),
  deleted: 0,
  rejected: 0,
  ...rest,
});
