import { type FileMode, guidLengthLimit, guidPattern } from '../model/bundle-files.ts';
import { isInstant } from '../model/calendar.ts';
import { excerpt, type Issue, issue } from '../model/issue.ts';
import { uuidPattern } from '../model/uuid.ts';
import { recordStatus } from '../model/vocabulary.ts';
import { exponent } from './office.ts';

const lowerUuid = new RegExp(uuidPattern);

interface Line {
  readonly file: string;
  readonly line: number;
}

/** sourcedId, or `''` where there is none (JP-C-001 to -003). */
export function readGuid(cell: string, at: Line, report: (found: Issue) => void): string {
  const place = { ...at, column: 'sourcedId' };
  if (cell === '') {
    report(issue('guid_blank', place));
    return '';
  }
  if (lowerUuid.test(cell)) return cell;
  if (exponent.test(cell)) {
    report(issue('exponent', { ...place, code: 'JP-C-002' }, { found: excerpt(cell) }));
  } else if (cell.length >= guidLengthLimit || !guidPattern.test(cell)) {
    report(issue('guid_shape', place, { found: excerpt(cell) }));
  } else {
    report(issue('guid_not_uuid', place, { found: excerpt(cell) }));
  }
  return cell;
}

interface State {
  readonly deleted: boolean;
  readonly modified: string | null;
}
const bulkState: State = { deleted: false, modified: null };

/** `status` and `dateLastModified`: blank in bulk, both there in delta (JP-C-005 to -008). */
export function readState(
  status: string,
  modified: string,
  mode: Exclude<FileMode, 'absent'>,
  at: Line,
  report: (found: Issue) => void,
): State {
  const statusPlace = { ...at, column: 'status' };
  const modifiedPlace = { ...at, column: 'dateLastModified' };
  if (mode === 'bulk') {
    if (status !== '') report(issue('status_in_bulk', statusPlace));
    if (modified !== '') report(issue('modified_in_bulk', modifiedPlace));
    return bulkState;
  }
  const known = recordStatus.terms.some((term) => term === status);
  if (!known) report(issue('status_in_delta', statusPlace, { found: excerpt(status) }));
  const real = isInstant(modified);
  if (!real) report(issue('modified_in_delta', modifiedPlace, { found: excerpt(modified) }));
  return { deleted: status === 'tobedeleted', modified: real ? modified : null };
}
