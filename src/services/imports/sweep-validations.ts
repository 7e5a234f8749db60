import { withSession } from '../../store/session.ts';
import { listValidations, sweepValidation } from '../../store/validations.ts';
import type { Context } from '../context.ts';

/** Removes what validations left behind whose process was killed. Running ones are left alone. */
export async function sweepValidations({ store, log }: Pick<Context, 'store' | 'log'>): Promise<void> {
  const ids = await listValidations(store.db);
  if (ids.length === 0) return;
  await withSession(store.url, log, async (session) => {
    for (const id of ids) {
      if (await sweepValidation(session, id))
        log.info({ validationId: id }, 'removed an unfinished validation');
    }
  });
}
