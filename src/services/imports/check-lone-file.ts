import { RosterError } from '../../errors.ts';
import { entityList } from '../../model/entities/index.ts';

const names = entityList.map(({ csvFile }) => csvFile);
/** How a zip begins, an empty one too. */
const zipBeginnings = ['PK\x03\x04', 'PK\x05\x06'];

/**
 * Whether a file that came with a mode is one of the CSV files which the import reads. Throws `upload_mode_with_zip`
 * and `upload_csv_name`.
 *
 * @param head its first four bytes.
 */
export function checkLoneFile(fileName: string, head: Buffer): void {
  if (/\.zip$/i.test(fileName) || zipBeginnings.includes(head.toString('latin1'))) {
    throw new RosterError('upload_mode_with_zip');
  }
  if (!names.includes(fileName)) throw new RosterError('upload_csv_name', { expected: names.join(', ') });
}
