import { base } from './base.ts';
import { japan } from './japan.ts';
import type { Profile } from './profile.ts';

/** Every layer, strictest first. */
export const profiles: readonly Profile[] = [japan, base];

export function findProfile(id: string): Profile | undefined {
  return profiles.find((profile) => profile.id === id);
}

/** The profile that a manifest's `oneroster.version` announces, unless the headers say otherwise. */
export function findProfileByVersion(version: string): Profile | undefined {
  return profiles.find((profile) => profile.versions.includes(version));
}
