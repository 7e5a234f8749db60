import { RosterError } from '../../errors.ts';
import { uuidPattern } from '../../model/uuid.ts';
import {
  countErasures,
  type ErasureRecord,
  findErasure,
  listErasures,
  releaseErasure as release,
} from '../../store/erasures.ts';
import { asRosterError } from '../../store/sqlstate.ts';
import { recordAction } from '../audit/record-action.ts';
import type { Context } from '../context.ts';
import type { PersonContext } from './erase-person.ts';
import { readReason } from './read-reason.ts';

/** Newest first. */
export async function getErasures(
  { store }: Pick<Context, 'store'>,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<{ readonly erasures: readonly ErasureRecord[]; readonly total: number }> {
  const [erasures, total] = await Promise.all([
    listErasures(store.db, limit, offset),
    countErasures(store.db),
  ]);
  return { erasures, total };
}

/** Throws `unknown_object`. */
export async function getErasure({ store }: Pick<Context, 'store'>, id: string): Promise<ErasureRecord> {
  const found = isUuid(id) ? await findErasure(store.db, id) : undefined;
  if (found === undefined) throw new RosterError('unknown_object');
  return found;
}

const isUuid = (text: string) => new RegExp(uuidPattern, 'i').test(text);

/**
 * Lets files bring the person back. What was erased stays erased. Throws `unknown_object`, `erasure_released`,
 * `invalid_parameter`.
 */
export async function releaseErasure(
  ctx: PersonContext,
  id: string,
  reasonText: string,
): Promise<ErasureRecord> {
  const reason = readReason(reasonText);
  await getErasure(ctx, id);
  try {
    await ctx.store.db.transaction(async (tx) => {
      if (!(await release(tx, id, ctx.origin.actor.id, reason))) throw new RosterError('erasure_released');
      await recordAction(ctx, tx, { action: 'erasure.release', entity: 'erasure', object: id });
    });
  } catch (error) {
    throw asRosterError(error);
  }
  return getErasure(ctx, id);
}
