export interface LevelCounts {
  readonly errors: number;
  readonly warnings: number;
}

export interface FileFigures extends LevelCounts {
  /** Data rows read. */
  readonly rows: number;
  /** Rows with at least one error. */
  readonly rejectedRows: number;
}

export interface SchoolFigures extends LevelCounts {
  readonly sourcedId: string;
  /** `''` when no org has the id. */
  readonly name: string;
  /** Rows with at least one issue. */
  readonly rows: number;
}

/** The figures of an import's report. Numbers, rule ids, file names and schools: never personal data. */
export interface ImportReport extends LevelCounts {
  /** By rule id. */
  readonly byRule: Readonly<Record<string, LevelCounts>>;
  /** By CSV file; the zip itself is `''`. */
  readonly byFile: Readonly<Record<string, FileFigures>>;
  /** Schools and other orgs, those with most errors first, at most 500. Empty when no row was staged. */
  readonly bySchool: readonly SchoolFigures[];
  /** Root causes: all that were found, those with errors, and how many are kept to be listed. */
  readonly causes: { readonly total: number; readonly errors: number; readonly kept: number };
}
