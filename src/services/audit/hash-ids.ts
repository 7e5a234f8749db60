import { createHmac } from 'node:crypto';
import { findEnrolled, hashSubjects } from '../../store/audit-subjects.ts';
import type { Tx } from '../../store/client.ts';
import type { Context } from '../context.ts';

/** A record of the roster that a request named. */
export interface NamedRecord {
  /** Its collection: `users`, `classes`. */
  readonly entity: string;
  readonly sourcedId: string;
}

/** As long as those of people. */
const hashLength = 32;

/** `classes:9f…`, for what is nobody's id: with the hub's key alone. */
export function recordHash({ keys }: Pick<Context, 'keys'>, { entity, sourcedId }: NamedRecord): string {
  const hash = createHmac('sha256', keys.auditIds).update(`${entity} ${sourcedId}`).digest('hex');
  return `${entity}:${hash.slice(0, hashLength)}`;
}

/** Whose id it is, when it is somebody's. */
function personOf(
  { entity, sourcedId }: NamedRecord,
  enrolled: ReadonlyMap<string, string>,
): string | undefined {
  // Demographics have the sourcedId of their user.
  if (entity === 'users' || entity === 'demographics') return sourcedId;
  return entity === 'enrollments' ? enrolled.get(sourcedId) : undefined;
}

const isPersonal = ({ entity }: NamedRecord) => ['users', 'demographics', 'enrollments'].includes(entity);

/**
 * A function from named records to their keyed hashes: people by their own salts, an enrollment as its user, everything
 * else by the hub's key. Ids of nobody have none.
 */
export async function createHasher(
  ctx: Pick<Context, 'keys'>,
  tx: Tx,
  named: readonly NamedRecord[],
): Promise<(records: readonly NamedRecord[]) => string[]> {
  const enrollments = named.filter(({ entity }) => entity === 'enrollments');
  const enrolled = await findEnrolled(
    tx,
    enrollments.map(({ sourcedId }) => sourcedId),
  );
  const people = named.map((one) => personOf(one, enrolled)).filter((id) => id !== undefined);
  const hashes = await hashSubjects(tx, people);
  const hashOf = (one: NamedRecord) =>
    isPersonal(one) ? hashes.get(personOf(one, enrolled) ?? '') : recordHash(ctx, one);
  return (records) => [...new Set(records.map(hashOf).filter((hash) => hash !== undefined))];
}
