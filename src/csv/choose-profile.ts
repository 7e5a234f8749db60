import { manifestFile } from '../model/bundle-files.ts';
import { entities } from '../model/entities/index.ts';
import { type Entity, headerOf } from '../model/entity.ts';
import { excerpt, type Issue, issue } from '../model/issue.ts';
import { base } from '../model/profiles/base.ts';
import { findProfile, knownVersions } from '../model/profiles/index.ts';
import { japan, japan121, japanRev2 } from '../model/profiles/japan.ts';
import type { Profile } from '../model/profiles/profile.ts';

/** `oneroster.version` as the manifest has it. */
export interface AnnouncedVersion {
  readonly text: string;
  readonly line: number;
}

/** Header lines by CSV file. */
export type Headers = ReadonlyMap<string, readonly string[]>;

/** Columns that one profile has and another has not. */
function columnsOnlyIn(entity: Entity, profile: Profile, other: Profile): string[] {
  return entity.columns.flatMap((column) => {
    const name = headerOf(column, profile.headers);
    return name === undefined || name === headerOf(column, other.headers) ? [] : [name];
  });
}

function hasAny(headers: Headers, entity: Entity, names: readonly string[]): boolean {
  return headers.get(entity.csvFile)?.some((name) => names.includes(name)) ?? false;
}

/**
 * The profile that a bundle was written for, from `oneroster.version` and the header lines (profile §3). The
 * headers weigh more: a file of the final profile that announces 1.2 is told so, not read as something else.
 */
function findWritten(version: string, headers: Headers): Profile {
  const { enrollments, users } = entities;
  const japanese = [...headers.values()].flat().some((name) => name.startsWith('metadata.jp.'));
  if (japan.versions.includes(version)) return japan;
  if (hasAny(headers, enrollments, columnsOnlyIn(enrollments, japan, japan121))) return japan;
  // Base 1.2.0 has the column of the second edition too.
  if (!japanese) return base;
  if (hasAny(headers, users, columnsOnlyIn(users, japanRev2, japan121))) return japanRev2;
  // Without a users.csv nothing tells the two older editions apart.
  return japan121;
}

/**
 * The profile of a file without a manifest. Of the two that differ in enrollments.csv alone, any other file is read as
 * the final one; one without Japan columns is read as the base layer, which accepts what both have.
 */
export function profileOfHeaders(headers: Headers, pinned: string | undefined): Profile {
  const fixed = pinned === undefined ? undefined : findProfile(pinned);
  if (fixed !== undefined) return fixed;
  const written = findWritten('', headers);
  return written === japan121 && !headers.has(entities.enrollments.csvFile) ? japan : written;
}

/** The profile to judge by, and what is wrong with the announced version (JP-M-003). */
export function chooseProfile(
  version: AnnouncedVersion,
  headers: Headers,
  pinned: string | undefined,
): { readonly profile: Profile; readonly issues: readonly Issue[] } {
  const fixed = pinned === undefined ? undefined : findProfile(pinned);
  const profile = fixed ?? findWritten(version.text, headers);
  const place = { file: manifestFile, line: version.line, column: 'value' };
  const found = excerpt(version.text);
  if (profile.versions.includes(version.text)) return { profile, issues: [] };
  if (profile.toleratedVersions.includes(version.text)) {
    return {
      profile,
      issues: [issue('oneroster_version_near', place, { found, wanted: profile.versions.join(', ') })],
    };
  }
  // Without a single Japan column nothing tells which profile was meant.
  const certain = fixed !== undefined || profile !== base;
  const wanted = (certain ? profile.versions : knownVersions).join(', ');
  return {
    profile,
    issues: [issue('oneroster_version', place, { found, wanted, profile: profile.title.ja })],
  };
}
