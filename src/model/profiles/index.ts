import { base } from './base.ts';
import { japan, japan121, japanRev2 } from './japan.ts';
import type { Profile } from './profile.ts';

/** Every profile, the newest first. */
export const profiles: readonly Profile[] = [japan, japan121, japanRev2, base];

export function findProfile(id: string): Profile | undefined {
  return profiles.find((profile) => profile.id === id);
}

/** `1.2_JP, 1.2`: what `oneroster.version` can be. */
export const knownVersions: readonly string[] = [...new Set(profiles.flatMap(({ versions }) => versions))];
