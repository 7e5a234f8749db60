import type { EntityName } from '../entities/index.ts';
import type { HeaderLayer } from '../entity.ts';

/** What a profile narrows in one vocabulary. */
export interface TermRule {
  /** Accepted as they are. */
  readonly accepted: readonly string[];
  /** Accepted with a warning. */
  readonly tolerated?: readonly string[];
  /** `ext:` terms are accepted. */
  readonly extensions: boolean;
  /** The rule that an `ext:` term breaks, where it has an id of its own. */
  readonly extensionRule?: string;
}

/** A rule layer over the entities. Data only: the checks live in csv/ and store/. */
export interface Profile {
  readonly id: string;
  readonly title: { readonly ja: string; readonly en: string };
  /** Values of `oneroster.version` that announce it. */
  readonly versions: readonly string[];
  /** Values that are read as well, with a warning. */
  readonly toleratedVersions: readonly string[];
  /** Which header line its files have. */
  readonly headers: HeaderLayer;
  /** Files that every bundle must bring as bulk. */
  readonly requiredFiles: readonly EntityName[];
  /** Vocabularies that it narrows, by `entity.field`. */
  readonly terms: Readonly<Record<string, TermRule>>;
}
