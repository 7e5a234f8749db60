import { createHmac, type KeyObject } from 'node:crypto';
import type { Tx } from '../../store/client.ts';
import { findBySubject, listSubjects, renewSubject } from '../../store/erasures.ts';
import { validKeys } from '../access/derive-keys.ts';
import type { Context } from '../context.ts';

function hash(key: KeyObject, sourcedId: string): string {
  return createHmac('sha256', key).update(sourcedId).digest('hex');
}

/** By what an erased person is known again, under the secret that new things are made with. */
export function subjectOf({ keys }: Pick<Context, 'keys'>, sourcedId: string): string {
  return hash(keys.erasures, sourcedId);
}

/** The erasure of a person that holds. One that was made under the secret before is carried over to the new one. */
export async function findErasureOf(
  ctx: Pick<Context, 'keys'>,
  tx: Tx,
  sourcedId: string,
): Promise<string | undefined> {
  const subjects = validKeys(ctx.keys, 'erasures').map((key) => hash(key, sourcedId));
  const id = await findBySubject(tx, subjects);
  if (id !== undefined && subjects.length > 1) await renewSubject(tx, id, subjectOf(ctx, sourcedId));
  return id;
}

/** Knows erased people by their ids. */
export interface Knower {
  readonly isEmpty: boolean;
  /** The erasure that holds for this id. */
  know(sourcedId: string): { readonly erasure: string; readonly isOld: boolean } | undefined;
}

export async function createKnower({ keys }: Pick<Context, 'keys'>, tx: Tx): Promise<Knower> {
  const known = await listSubjects(tx);
  const [current, ...others] = validKeys(keys, 'erasures');
  return {
    isEmpty: known.size === 0,
    know(sourcedId) {
      const now = current === undefined ? undefined : known.get(hash(current, sourcedId));
      if (now !== undefined) return { erasure: now, isOld: false };
      for (const key of others) {
        const before = known.get(hash(key, sourcedId));
        if (before !== undefined) return { erasure: before, isOld: true };
      }
      return undefined;
    },
  };
}
