import { RosterError } from '../../errors.ts';
import { countSources, findSource, listSources, type Source } from '../../store/sources.ts';
import type { Context } from '../context.ts';

type ReadContext = Pick<Context, 'store'>;

/** Throws `unknown_object`. */
export async function getSource(ctx: ReadContext, name: string): Promise<Source> {
  const found = await findSource(ctx.store.db, name);
  if (found === undefined) throw new RosterError('unknown_object');
  return found;
}

/** A page by name. */
export async function getSources(
  ctx: ReadContext,
  page: { readonly limit: number; readonly offset: number },
): Promise<{ readonly sources: readonly Source[]; readonly total: number }> {
  const { db } = ctx.store;
  const [sources, total] = await Promise.all([listSources(db, page.limit, page.offset), countSources(db)]);
  return { sources, total };
}
