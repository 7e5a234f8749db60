/** What a OneRoster 1.2.1 zip may hold (CSV binding 1.2.1; profile §2.0, §2.1). */

export const manifestFile = 'manifest.csv';

/** Header of manifest.csv. */
export const manifestHeaders = ['propertyName', 'value'] as const;

/** The 21 data files in the order of the manifest's `file.*` rows. */
export const dataFiles = [
  'academicSessions',
  'categories',
  'classes',
  'classResources',
  'courses',
  'courseResources',
  'demographics',
  'enrollments',
  'lineItemLearningObjectiveIds',
  'lineItems',
  'lineItemScoreScales',
  'orgs',
  'resources',
  'resultLearningObjectiveIds',
  'results',
  'resultScoreScales',
  'roles',
  'scoreScales',
  'userProfiles',
  'userResources',
  'users',
] as const;

export type FileMode = 'absent' | 'bulk' | 'delta';
export const fileModes: readonly FileMode[] = ['absent', 'bulk', 'delta'];

/** Modes of a CSV file that comes without a manifest. */
export const loneModes = ['bulk', 'delta'] as const;
export type LoneMode = (typeof loneModes)[number];

/** Manifest properties that are not `file.*`. */
export const manifestProperties = {
  manifestVersion: 'manifest.version',
  oneRosterVersion: 'oneroster.version',
  systemName: 'source.systemName',
  systemCode: 'source.systemCode',
} as const;

/** The only value of `manifest.version`. */
export const manifestVersion = '1.0';

/** sourcedIds have fewer characters than this (CSV binding 1.2.1, GUID). */
export const guidLengthLimit = 256;
/** Characters of a sourcedId. The binding prints the digit range as "0-1", plainly a slip for 0-9. */
export const guidPattern = /^[0-9A-Za-z.\-_/@]+$/;
