import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto';
import { RosterError } from '../errors.ts';

const cipher = 'aes-256-gcm';
/** Random ones are safe for 2^32 chunks under one key, which is 4 PiB. */
const nonceBytes = 12;
const tagBytes = 16;

/** A chunk is bound to its place: another one's bytes, or those of another file, do not open in it. */
function placeOf(fileId: string, seq: number): Buffer {
  return Buffer.from(`${fileId}/${seq}`);
}

/** nonce (12 bytes) + AES-256-GCM + tag (16 bytes). */
export function sealChunk(key: KeyObject, fileId: string, seq: number, bytes: Buffer): Buffer {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, key, nonce).setAAD(placeOf(fileId, seq));
  return Buffer.concat([nonce, sealing.update(bytes), sealing.final(), sealing.getAuthTag()]);
}

/** The bytes of a sealed chunk. Throws `upload_unreadable` with another key, another place, or any byte changed. */
export function openChunk(key: KeyObject, fileId: string, seq: number, sealed: Buffer): Buffer {
  try {
    const tagAt = sealed.length - tagBytes;
    const opening = createDecipheriv(cipher, key, sealed.subarray(0, nonceBytes), { authTagLength: tagBytes })
      .setAAD(placeOf(fileId, seq))
      .setAuthTag(sealed.subarray(tagAt));
    return Buffer.concat([opening.update(sealed.subarray(nonceBytes, tagAt)), opening.final()]);
  } catch (error) {
    throw new RosterError('upload_unreadable', {}, { cause: error });
  }
}

/** The same with the first of the keys that opens it, and which that was. */
export function openWithAny(
  keys: readonly KeyObject[],
  fileId: string,
  seq: number,
  sealed: Buffer,
): { readonly key: KeyObject; readonly bytes: Buffer } {
  let refusal = new RosterError('upload_unreadable');
  for (const key of keys) {
    try {
      return { key, bytes: openChunk(key, fileId, seq, sealed) };
    } catch (error) {
      if (!(error instanceof RosterError)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
