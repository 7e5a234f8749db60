import type { EntityName } from './entities/index.ts';

/** `bulk`: every record. `delta`: what has changed since another publication, with status and dateLastModified. */
export const exportModes = ['bulk', 'delta'] as const;
export type ExportMode = (typeof exportModes)[number];

/** What a blank parentSourcedId is written as: the 2022 test console demanded the word (profile §2.2). */
export const blankParents = ['', 'NULL'] as const;

/** What is exported. Publications are known by then. */
export interface ExportOptions {
  /** Id of a profile. */
  readonly profile: string;
  readonly mode: ExportMode;
  /** The publication whose roster it is. */
  readonly publication: number;
  /** `delta`: the publication that its reader has; 0 for nothing yet. */
  readonly since: number | null;
  /** Files that are written; null for all that have rows. */
  readonly files: readonly EntityName[] | null;
  /** sourcedIds of orgs: they, what is below them, and what that needs. Null for all. */
  readonly schools: readonly string[] | null;
  /** sourcedIds of academic sessions: their classes and courses. Null for all. */
  readonly academicSessions: readonly string[] | null;
  /** Name of the source whose records are exported; null for all. */
  readonly source: string | null;
  readonly blankParent: (typeof blankParents)[number];
}

/** What became of rows that the profile cannot hold as they are. */
export interface ExportNote {
  /** Id of the rule (`model/export-rules.ts`). */
  readonly rule: string;
  /** CSV file. */
  readonly file: string;
  /** CSV header; `''` for the row as a whole. */
  readonly column: string;
  /** How many rows. */
  readonly rows: number;
  /** sourcedId of the first of them. */
  readonly first: string;
}

/** What is known of an export when its first byte is written. */
export interface ExportSummary {
  /** `RO_20260401_052019.zip` */
  readonly fileName: string;
  /** Rows by CSV file, of the files that are written. */
  readonly rows: Readonly<Record<string, number>>;
  readonly notes: readonly ExportNote[];
}
