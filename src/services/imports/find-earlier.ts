import { isDeepStrictEqual } from 'node:util';
import { RosterError } from '../../errors.ts';
import { mergeSettings } from '../../model/import-settings.ts';
import type { Tx } from '../../store/client.ts';
import {
  type EarlierImport,
  findImportByKey,
  findLastPublished,
  hasUnfinishedImport,
  lockIdempotencyKey,
} from '../../store/earlier-imports.ts';
import { findLastAmendment } from '../../store/publications.ts';
import type { UploadFields } from './receive-upload.ts';

/** What an upload is, once all of it has arrived. */
interface UploadContent extends Pick<UploadFields, 'source' | 'settings' | 'mode'> {
  readonly sha256: string;
  readonly fileName: string;
}

/** The same bytes, read in the same way. The name of a zip says nothing of what is in it. */
function isSameFile(earlier: EarlierImport, { sha256, mode, fileName }: UploadContent): boolean {
  if (earlier.sha256 !== sha256 || earlier.mode !== (mode ?? null)) return false;
  return mode === undefined || earlier.fileName === fileName;
}

/**
 * The import that a caller's earlier request with the same key has made. Requests with one key are decided one after
 * the other, until the transaction ends. Throws `idempotency_key_reused` when that request had another content.
 */
export async function findRepeat(
  tx: Tx,
  receivedBy: string,
  key: string,
  content: UploadContent,
): Promise<EarlierImport | undefined> {
  await lockIdempotencyKey(tx, receivedBy, key);
  const earlier = await findImportByKey(tx, receivedBy, key);
  if (earlier === undefined) return undefined;
  // An import that was begun has all settings, not only those that were sent.
  const settled = { ...earlier.settings, ...content.settings };
  const same =
    isSameFile(earlier, content) &&
    earlier.source === content.source &&
    isDeepStrictEqual(settled, earlier.settings);
  if (!same) throw new RosterError('idempotency_key_reused');
  return earlier;
}

/**
 * The import that made the last publication of a source, when this upload would be judged and published as it was and
 * nothing of the source is under way. Nothing is one after somebody has amended the roster. For the transaction that holds the source (`getSourceId`).
 */
export async function findDuplicate(
  tx: Tx,
  sourceId: number,
  content: UploadContent,
): Promise<EarlierImport | undefined> {
  const last = await findLastPublished(tx, sourceId);
  if (last === undefined || !isSameFile(last, content)) return undefined;
  // The roster is not what that import has made of it any more.
  if ((await findLastAmendment(tx, last.publicationId)) > 0) return undefined;
  const settings = mergeSettings(last.sourceSettings, content.settings);
  if (!isDeepStrictEqual(settings, mergeSettings(last.settings))) return undefined;
  return (await hasUnfinishedImport(tx, sourceId)) ? undefined : last;
}
