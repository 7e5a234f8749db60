import { Readable } from 'node:stream';
import type { ByteSource } from '../../src/csv/zip.ts';

/** Fields of a file's header in the zip's central directory, by offset (APPNOTE.TXT 4.3.12). */
export const headerField = {
  flags: 8,
  crc: 16,
  packedBytes: 20,
  unpackedBytes: 24,
  attributes: 38,
  name: 46,
};

const centralSignature = Buffer.from('PK\x01\x02');

/** A copy of a zip whose central headers were changed: `change` gets each header from its signature on. */
export function patchHeaders(zip: Buffer, change: (header: Buffer, index: number) => void): Buffer {
  const copy = Buffer.from(zip);
  let index = 0;
  for (let at = copy.indexOf(centralSignature); at >= 0; at = copy.indexOf(centralSignature, at + 4)) {
    change(copy.subarray(at), index);
    index += 1;
  }
  return copy;
}

/** Gives the only file of that name another name of the same number of bytes, everywhere in the zip. */
export function renameEntry(zip: Buffer, from: string, to: Buffer): Buffer {
  const copy = Buffer.from(zip);
  if (to.length !== Buffer.byteLength(from)) throw new Error('a name of another length');
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + to.length)) to.copy(copy, at);
  return copy;
}

/** A zip in memory as the hub reads one out of its store. */
export function bytesOf(zip: Buffer): ByteSource {
  return { size: zip.length, read: (start, end) => Readable.from([zip.subarray(start, end)]) };
}
