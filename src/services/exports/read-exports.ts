import { RosterError } from '../../errors.ts';
import { countExports, type ExportRecord, findExport, listExports } from '../../store/exports.ts';
import type { KeptFile } from '../../store/file-bytes.ts';
import { validKeys } from '../access/derive-keys.ts';
import type { Context } from '../context.ts';

type ReadContext = Pick<Context, 'store'>;

/** Throws `unknown_object`. */
export async function getExport(ctx: ReadContext, id: string): Promise<ExportRecord> {
  const found = await findExport(ctx.store.db, id);
  if (found === undefined) throw new RosterError('unknown_object');
  return found;
}

export interface ExportPage {
  readonly exports: readonly ExportRecord[];
  readonly total: number;
}

/** Newest first. */
export async function getExports(
  ctx: ReadContext,
  { limit, offset }: { readonly limit: number; readonly offset: number },
): Promise<ExportPage> {
  const { db } = ctx.store;
  const [exports, total] = await Promise.all([listExports(db, limit, offset), countExports(db)]);
  return { exports, total };
}

/** The file of an export, and its name. Throws `unknown_object`, `export_state` and `export_removed`. */
export async function getExportFile(
  ctx: Pick<Context, 'store' | 'keys' | 'exportDays'>,
  id: string,
): Promise<{ readonly file: KeptFile; readonly name: string; readonly notes: number }> {
  const { state, file, summary } = await getExport(ctx, id);
  if (state !== 'done' || file === undefined) throw new RosterError('export_state', { state });
  if (file.removedAt !== null) throw new RosterError('export_removed', { days: ctx.exportDays });
  const keys = file.encrypted ? validKeys(ctx.keys, 'uploads') : undefined;
  return { file: { id: file.id, size: file.size, keys }, name: file.name, notes: summary?.notes.length ?? 0 };
}
