import { RosterError } from '../../errors.ts';
import type { EntityName } from '../../model/entities/index.ts';
import type { ExportOptions } from '../../model/export-options.ts';
import { findProfile } from '../../model/profiles/index.ts';
import type { Profile } from '../../model/profiles/profile.ts';
import type { AsOf } from '../../query/as-of.ts';
import type { Context } from '../context.ts';
import { findRoster, findRosterOrNewest } from '../roster/find-roster.ts';

/** What a client says of an export; what it leaves out is everything, now, under the final profile. */
export interface ExportRequest {
  readonly profile: string;
  readonly mode: ExportOptions['mode'];
  /** The roster that is meant; the newest when undefined. */
  readonly asOf: AsOf | undefined;
  /** What its reader has; undefined for nothing. For `delta` only. */
  readonly since: AsOf | undefined;
  readonly files: readonly EntityName[] | null;
  readonly schools: readonly string[] | null;
  readonly academicSessions: readonly string[] | null;
  readonly source: string | null;
  readonly blankParent: ExportOptions['blankParent'];
}

/** The profile with this id. An export's options hold only ids that there are. */
export function getProfile(id: string): Profile {
  const profile = findProfile(id);
  if (profile === undefined) throw new Error(`no profile is called ${id}`);
  return profile;
}

/** The publication from which a delta goes on; 0 for an instant before the first, when there was nothing to have. */
async function readSince(ctx: Pick<Context, 'store'>, since: AsOf): Promise<number> {
  try {
    return (await findRoster(ctx.store.db, since)).id;
  } catch (error) {
    const before = 'instant' in since && error instanceof RosterError && error.code === 'unknown_publication';
    if (before) return 0;
    throw error;
  }
}

/**
 * Says which publications a request means. Throws `nothing_published`, `unknown_publication`, `publication_gone`, and
 * `invalid_parameter` for a `since` that is not before the roster or that no delta was asked for with.
 */
export async function chooseOptions(
  ctx: Pick<Context, 'store'>,
  { asOf, since, ...others }: ExportRequest,
): Promise<ExportOptions> {
  const roster = await findRosterOrNewest(ctx.store.db, asOf);
  if (since === undefined) {
    return { ...others, publication: roster.id, since: others.mode === 'delta' ? 0 : null };
  }
  const from = await readSince(ctx, since);
  if (others.mode === 'delta' && from <= roster.id) return { ...others, publication: roster.id, since: from };
  throw new RosterError('invalid_parameter', {
    name: 'since',
    expectedJa: 'mode=delta のときだけ使えます。書き出す名簿より後のものは指定できません。',
    expected: 'with mode=delta only, and not after the roster that is exported',
  });
}
