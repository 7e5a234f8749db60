/** Held when both are exceeded. */
export interface Limit {
  /** Part of what there was, from 0 to 1. */
  readonly share: number;
  /** Records. */
  readonly rows: number;
}

/** What a file may change without a person being asked. Null: never asked. */
export interface FileLimits {
  /** Records that leave. */
  readonly deletions: Limit | null;
  /** Records that change. */
  readonly changes: Limit | null;
}

/** What an import may change without a person being asked, of one source. */
export interface Thresholds extends FileLimits {
  /** People by whom a single school shrinks. */
  readonly school: Limit | null;
  /** Records of a school that leave while as many others come: another system gives other ids. */
  readonly replaced: Limit | null;
  /** Limits of single files (`enrollments.csv`) in place of those for all. */
  readonly files: Readonly<Record<string, Partial<FileLimits>>>;
}

type Loose<Of> = { readonly [Name in keyof Of]?: Of[Name] | undefined };

/** What a source sets of them; what is absent is as by default. */
export type ThresholdsChange = Loose<Omit<Thresholds, 'files'>> & {
  readonly files?: Readonly<Record<string, Loose<FileLimits>>> | undefined;
};

/** What Clever, ClassLink and others found right for districts, and a bound for each school. */
export const defaultThresholds: Thresholds = {
  deletions: { share: 0.1, rows: 50 },
  changes: { share: 0.75, rows: 50 },
  school: { share: 0.3, rows: 10 },
  replaced: { share: 0.5, rows: 10 },
  files: {},
};

/** A source's own thresholds over the defaults. */
export function mergeThresholds(own: Partial<Thresholds> = {}): Thresholds {
  return { ...defaultThresholds, ...own };
}

/** Strictly more than both. */
export function exceeds(count: number, of: number, limit: Limit | null): limit is Limit {
  return limit !== null && count > limit.rows && count > of * limit.share;
}
