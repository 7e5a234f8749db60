import { RosterError } from '../../errors.ts';
import type { KeptFile } from '../../store/file-bytes.ts';
import type { ImportRecord } from '../../store/imports.ts';
import { validKeys } from '../access/derive-keys.ts';
import type { Context } from '../context.ts';

/** How the upload of an import is read. Throws `upload_removed` when it is too old. */
export function getKeptFile(
  { keys, uploadDays }: Pick<Context, 'keys' | 'uploadDays'>,
  {
    id,
    size,
    encrypted,
    removedAt,
  }: Pick<NonNullable<ImportRecord['file']>, 'id' | 'size' | 'encrypted' | 'removedAt'>,
): KeptFile {
  if (removedAt !== null) throw new RosterError('upload_removed', { days: uploadDays });
  return { id, size, keys: encrypted ? validKeys(keys, 'uploads') : undefined };
}
